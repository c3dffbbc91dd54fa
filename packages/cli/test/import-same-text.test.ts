import { mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { aRow, aWorkbook } from "../../files/test/a-workbook.ts";
import { describeDatabase } from "../../store/test/describe-database.ts";
import { hasSharedData, runKept, sharedData } from "./heed.ts";

const faults = join(sharedData, "faults");
const nothingNew = "nothing is new, nothing was changed";

/** Runs the command on a database, with a folder for the files of the test. */
async function commandOn(url: string) {
  const folder = await mkdtemp(join(tmpdir(), "heed-same-"));
  const heed = (...args: string[]) => runKept(args, url);
  const take = async (file: string, mapping: string, ...more: string[]) => {
    const done = await heed("import", file, "--mapping", mapping, ...more);
    return { ...done, first: done.stdout.split("\n")[0] ?? "" };
  };
  const write = async (name: string, content: string | Uint8Array) => {
    await writeFile(join(folder, name), content);
    return join(folder, name);
  };
  return { heed, take, write };
}

describeDatabase("the same text", (open) => {
  test.skipIf(!hasSharedData)("with another line end is no second promise", async () => {
    const { take, heed } = await commandOn((await open()).url);
    const mapping = join(faults, "promises.yaml");
    expect((await take(join(faults, "line-end-lf.csv"), mapping)).first).toContain("1 entry new");
    expect((await take(join(faults, "line-end-crlf.csv"), mapping)).first).toContain(nothingNew);
    expect((await take(join(faults, "line-end-lf.csv"), mapping)).first).toContain(nothingNew);
    const shown = await heed("follow-up", "show", "1", "--as-of", "2025-01-01");
    expect(shown.stdout.match(/Draft a bill/g)).toHaveLength(1);
  });

  test.skipIf(!hasSharedData)("composed otherwise is no second recommendation", async () => {
    const { take } = await commandOn((await open()).url);
    const mapping = join(faults, "simple.yaml");
    expect((await take(join(faults, "reference-nfd.csv"), mapping)).first).toContain("1 recommendation");
    expect((await take(join(faults, "reference-nfc.csv"), mapping)).first).toContain(nothingNew);
  });

  test.skipIf(!hasSharedData)("composed otherwise is what a mapping asks for, and a header what it names", async () => {
    const { take } = await commandOn((await open()).url);
    const skipped = await take(join(faults, "status-nfd.csv"), join(faults, "status.yaml"));
    expect(skipped.first).toContain("1 recommendation");
    expect(skipped.stdout).toContain("withdrawn");
    const header = await take(join(faults, "header-no-break-space.csv"), join(faults, "header.yaml"));
    expect(header).toMatchObject({ code: 0, stderr: "" });
    expect(header.first).toContain("1 recommendation, 1 follow-up");
  });

  test("is the same from every kind of file, in every part of it", async () => {
    const { take, write, heed } = await commandOn((await open()).url);
    const mapping = (format: string) => `heed: mapping/1
name: "qualité"
file: { format: ${format} }
report: { reference: "R {Année}", issuingBody: "{Médiateur}", reportingYear: "{Année}", publishedOn: { column: Date, format: d MMMM yyyy } }
skip: [{ when: { column: Statut, is: "Retiré d'office" }, why: withdrawn }]
recommendation: { reference: "{Numéro}", text: "{Texte}", themes: { column: Thèmes, split: "; " } }
aliases: { "Économie": Ministère de l'Économie }
addressees:
  - names: { column: Envoyé à, split: " et " }
    entries:
      - { type: response, position: { column: Réponse, map: { "Accepté en entier": accepted } }, reason: { column: Réponse, take: "é en (.*)" }, knownBy: 2024-06-01 }
`;
    const header = ["Numéro", "Année", "Date", "Médiateur", "Envoyé à", "Texte", "Thèmes", "Statut", "Réponse"];
    const row = [
      "é-1",
      "2023",
      "31 août 2023",
      "Médiateur fédéral",
      "Économie et Justice",
      "Créer\nun fonds",
      "égalité; santé",
      "",
      "Accepté en entier",
    ];
    const gone = ["é-2", "2023", "31 août 2023", "Médiateur fédéral", "Justice", "x", "", "Retiré d'office", ""];
    const rows = [header, row, gone];
    /** The same texts, written as other programs write them. */
    const otherwise = (cell: string) =>
      cell
        .normalize("NFD")
        .replaceAll(" ", "\u00a0")
        .replaceAll("\n", "\r\n")
        .replace(/(?<=.)(?=é)/gu, "\u200b") + (cell === "" ? "\u200b" : "");
    const csv = (each: readonly string[][]) =>
      each.map((cells) => cells.map((cell) => `"${cell}"`).join(",")).join("\r\n");
    const records = (each: readonly string[][]) =>
      each.slice(1).map((cells) => Object.fromEntries((each[0] ?? []).map((name, at) => [name, cells[at]])));
    const changed = rows.map((cells) => cells.map(otherwise));
    const first = await take(await write("a.csv", csv(rows)), await write("csv.yaml", mapping("csv")));
    expect(first).toMatchObject({ code: 0, stderr: "" });
    expect(first.first).toContain("3 organizations, 1 report, 1 recommendation, 2 follow-ups, 2 entries");
    const files: [string, string | Uint8Array][] = [
      ["csv", csv(changed)],
      [
        "xlsx",
        aWorkbook({
          sheets: { List: changed.map((cells) => aRow(...cells.map((c) => c.replaceAll("\r", "_x000D_")))).join("") },
        }),
      ],
      ["json", JSON.stringify(records(changed))],
      [
        "ndjson",
        records(changed)
          .map((each) => JSON.stringify(each))
          .join("\n"),
      ],
    ];
    for (const [format, content] of files)
      for (const name of ["NFC", "NFD"] as const) {
        const own = await write(`${format}-${name}.yaml`, mapping(format).normalize(name));
        const again = await take(await write(`b.${format}`, content), own);
        expect(again.stderr).toBe("");
        expect({ format, name, first: again.first }).toMatchObject({ first: expect.stringContaining(nothingNew) });
        expect(again.stdout).toContain("withdrawn");
      }
    const byOption = await heed("recommendation", "show", "e\u0301-\u200b1", "--format", "json");
    expect(byOption.code).toBe(0);
    const list = await heed(
      "recommendation",
      "list",
      "--addressee",
      "Me\u0301diateur".slice(0, 0) + "ministère\u00a0de l’économie".normalize("NFD"),
      "--format",
      "json",
    );
    expect(JSON.parse(list.stdout).total).toBe(1);
    const themed = await heed("recommendation", "list", "--theme", "E\u0301GALITÉ", "--format", "json");
    expect(JSON.parse(themed.stdout).total).toBe(1);
    const shown = JSON.parse(byOption.stdout);
    expect(JSON.stringify(shown)).toContain("Créer\\nun fonds");
  });

  test("of a row without a reference is the same row", async () => {
    const { take, write } = await commandOn((await open()).url);
    const mapping = await write(
      "blank.yaml",
      'heed: mapping/1\nname: blank\nreport: { reference: R, issuingBody: O, reportingYear: "2023" }\nrecommendation: { reference: "{n}", text: "{t}" }\naddressees: [{ names: "{to}" }]\n',
    );
    const text = "Créer un fonds\nen 2024";
    expect((await take(await write("1.csv", `n,t,to\n,"${text}",Économie\n`), mapping)).first).toContain(
      "1 recommendation",
    );
    const other = text.normalize("NFD").replace("\n", "\r\n").replace(" ", "\u00a0");
    expect(
      (await take(await write("2.csv", `n,t,to\n,"${other}",${"Économie".normalize("NFD")}\n`), mapping)).first,
    ).toContain(nothingNew);
  });

  test("stays as it was given in what is shown", async () => {
    const { take, write, heed } = await commandOn((await open()).url);
    const mapping = await write(
      "given.yaml",
      'heed: mapping/1\nname: given\nfile: { format: json }\nreport: { reference: R, issuingBody: O, reportingYear: "2023" }\nrecommendation: { reference: "{n}", text: "{t}" }\naddressees: [{ names: "{to}" }]\n',
    );
    const given = { n: "e\u0301\u00a01", t: "Cre\u0301er\u00a0:\r\nun\u00adfonds", to: "E\u0301conomie\u00a0& Co" };
    await take(await write("g.json", JSON.stringify([given])), mapping);
    const { stdout } = await heed("export");
    const record = JSON.parse(stdout);
    expect(record.recommendations[0]).toMatchObject({ reference: given.n, text: { en: given.t } });
    expect(record.organizations.map((each: { name: { en: string } }) => each.name.en)).toContain(given.to);
  });
});

describeDatabase("names of organizations", (open) => {
  test.skipIf(!hasSharedData)("in Devanagari that differ in a vowel are two", async () => {
    const { take, heed } = await commandOn((await open()).url);
    const taken = await take(join(faults, "devanagari.csv"), join(faults, "simple.yaml"));
    expect(taken.first).toContain("3 organizations");
    const names = JSON.parse((await heed("organization", "list", "--format", "json")).stdout).items;
    expect(new Set(names.map(({ code }: { code: string }) => code)).size).toBe(3);
  });

  test("are two where a mark makes another letter, and told where they are taken for one", async () => {
    const { take, write, heed } = await commandOn((await open()).url);
    const mapping = join(faults, "simple.yaml");
    const two = ["はか|ばか", "कि|की", "كُتب|كَتب", "שָׁלוֹם|שׁלום", "กา|กำ", "Straße|Strase", "łowy|lowy"];
    const rows = two.flatMap((pair) => pair.split("|"));
    const many = await take(
      await write("two.csv", `Number,Year,To,Text\n${rows.map((name, n) => `${n},2024,${name},x`).join("\n")}\n`),
      mapping,
    );
    expect(many.stdout).not.toContain("Warning");
    expect(many.first).toContain(`${rows.length + 1} organizations`);
    const one = [
      "Ministère|MINISTERE",
      "Œuvre|Oeuvre",
      "Straße|STRASSE",
      "ﬁnances|Finances",
      "Soft\u00adly|softly",
      "L’État|L'État",
      "Šumava|Sumava",
      "Йод|Иод",
      "Ώρα|ώρα",
    ];
    const told = await take(
      await write(
        "one.csv",
        `Number,Year,To,Text\n${one
          .flatMap((pair) => pair.split("|"))
          .map((name, n) => `o${n},2025,${name},x`)
          .join("\n")}\n`,
      ),
      mapping,
    );
    // Straße was imported already.
    expect(told.first).toContain(`${one.length - 1} organizations`);
    expect(told.stdout).toContain("MINISTERE is taken for Ministère");
    expect(told.stdout).toContain("Sumava is taken for Šumava");
    expect(told.stdout).toContain("Иод is taken for Йод");
    expect(told.stdout.match(/is taken for/g)).toHaveLength(3);
    const follow = await heed("follow-up", "show", "o1", "--as-of", "2026-01-01");
    expect(follow.stdout).toContain("MINISTERE");
    const again = await take(await write("again.csv", "Number,Year,To,Text\no1,2025,MINISTERE,x\n"), mapping);
    expect(again.first).toContain("nothing is new");
    expect(again.stdout).toContain("MINISTERE is taken for Ministère");
    await heed("organization", "add", "--code", "apart", "--name", "en:SUMAVA");
    const apart = await take(await write("apart.csv", "Number,Year,To,Text\nz,2025,Sumava,x\n"), mapping);
    expect(apart.stdout).not.toContain("is taken for");
    for (const name of ["ministere", "Ministère", "ŒUVRE", "oeuvre", "finances", "strasse", "иод"])
      expect({ name, code: (await heed("overdue", "--addressee", name)).code }).toEqual({ name, code: 0 });
  });
});

test("a text of the mapping file is read as it is meant with a byte-order mark and other line ends", async () => {
  const { heed, write, take } = await commandOn(
    `file:${join(await mkdtemp(join(tmpdir(), "heed-same-")), "x.sqlite")}`,
  );
  await heed("database", "upgrade");
  const mapping = await readFile(join(faults, "simple.yaml"), "utf8").catch(() => "");
  if (mapping === "") return;
  const own = await write("bom.yaml", `\ufeff${mapping.replaceAll("\n", "\r\n")}`);
  expect((await take(await write("x.csv", "\ufeffNumber,Year,To,Text\r\n1,2024,J,x\r\n"), own)).code).toBe(0);
});
