import { publicReader, RecordFile } from "@heed/core";
import { trackerReads } from "@heed/store";
import { expect, test } from "vitest";
import { describeDatabase } from "./describe-database.ts";
import { imported } from "./importing.ts";

/** A text, searches that find it, and similar searches that do not. */
const table: readonly [text: string, found: readonly string[], missed: readonly string[]][] = [
  ["Un logement de 30 m² au plus", ["m²", "m2", "M²", "30 m²"], ["m3", "m"]],
  ["Voir le point 1.10 du rapport", ["1.10", "1.10 rapport"], ["1.11", "110"]],
  ["El artículo 3º de la ley", ["3º", "3o", "articulo 3º"], ["3"]],
  [
    "Garantir l’égalité des chances",
    ["l’égalité", "l'égalité", "egalite", "L'EGALITE", "égalité"],
    ["egal", "légalité"],
  ],
  ["Het auto's-beleid", ["auto's", "auto’s", "beleid"], ["autos"]],
  [
    "Contre-mesures et sous‑traitance",
    ["contre-mesures", "contre mesures", "contre‑mesures", "sous-traitance"],
    ["contremesures"],
  ],
  ["Une manœuvre et un cœur", ["manoeuvre", "MANŒUVRE", "coeur", "cœur"], ["manuvre"]],
  ["Straßenbau in Größe", ["strassenbau", "STRASSENBAU", "straßenbau", "grosse", "größe"], ["strasenbau"]],
  ["ﬁnances et eﬃcacité", ["finances", "efficacite", "ﬁnances"], []],
  ["re\u00adcom\u00adman\u00addation", ["recommandation", "re\u00adcommandation"], ["re"]],
  ["Cre\u0301er une e\u0301cole", ["créer école", "creer ecole", "cre\u0301er"], []],
  ["İstanbul ve Isparta, ılık", ["istanbul", "İSTANBUL", "isparta", "ılık", "ilik"], []],
  ["Οι οδοί της Αθήνας και ο ΔΡΟΜΟΣ", ["οδοι", "ΑΘΗΝΑΣ", "αθηνας", "δρόμος", "δρομος"], ["αθηνα"]],
  ["Йод и ёлка, Київ", ["йод", "иод", "ЁЛКА", "елка", "київ", "киів"], ["елк"]],
  ["Bộ Y tế và Quốc hội", ["bộ y tế", "bo y te", "quoc hoi", "QUỐC HỘI"], ["quoc hoj"]],
  ["जेल विभाग", ["जेल", "जेल विभाग"], ["जल", "ज", "वभग"]],
  ["ばか です", ["ばか", "は\u3099か"], ["はか"]],
  ["ガラス", ["ガラス", "ｶﾞﾗｽ"], ["カラス"]],
  ["كِتاب المدرسة", ["كِتاب", "المدرسة"], ["المدرس"]],
  ["می\u200cخواهم", ["می\u200cخواهم", "میخواهم"], ["می"]],
  ["שָׁלוֹם עולם", ["שָׁלוֹם", "עולם"], ["שלו"]],
  ["กำลัง ใจ", ["กำลัง", "ใจ"], ["กลง"]],
  ["한국어 문서", ["한국어", "한국어".normalize("NFD"), "문서"], ["한국"]],
  ["Łódź, Ærø, Đà Nẵng", ["łodz", "aerø", "đa nang"], ["lodz"]],
  ["Ｆｕｌｌ　ｗｉｄｔｈ ①", ["full", "width", "1"], []],
  ["a_b c&d e@f 100% (g)", ["a b", "a_b", "c&d", "e@f", "100%", "g"], ["ab"]],
  ['NEAR AND NOT "x" * ^ : | ! <-> y', ["near", "and not", '"x"', "y:*", "x & y", "x | y", "!x"], ["z"]],
  ["😀 und 👍🏽", ["und"], []],
];

describeDatabase("a search", (open) => {
  test("finds and misses the same on both databases, in every script", async () => {
    const { database } = await open();
    const recommendations = table.map(([text], place) => ({
      id: `r-${place}`,
      report: "report",
      reference: `A${place}`,
      text: { en: text },
    }));
    const record = RecordFile.parse({
      heed: "record/1",
      organizations: [{ id: "centre", code: "centre", name: { en: "Centre" } }],
      reports: [
        {
          id: "report",
          reference: "R",
          issuingBody: "centre",
          reportingYear: 2021,
          status: "published",
          publishedOn: "2022-01-01",
        },
      ],
      recommendations,
    });
    await imported(database, record);
    const reads = trackerReads(database);
    const knownAt = "2100-01-01T00:00:00Z";
    for (const [place, [text, found, missed]] of table.entries()) {
      for (const q of [...found, ...missed])
        for (const moment of [{}, { knownAt }]) {
          const { items } = await reads.recommendations(
            publicReader,
            { asOf: "2025-01-01", q, ...moment },
            { limit: 100 },
          );
          const isFound = items.some(({ id }) => id === `r-${place}`);
          expect({ text, q, ...moment, isFound }).toEqual({ text, q, ...moment, isFound: found.includes(q) });
        }
    }
  });
});
