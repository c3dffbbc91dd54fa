import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { LocalizedText } from "@heed/core";
import { hasTime, textRemarks } from "@heed/core/drafting/text-remarks";
import { mappedRows, readMapping } from "@heed/files";
import { describe, expect, it } from "vitest";

const shared = fileURLToPath(new URL("../../../../shared/data/", import.meta.url));
const present = existsSync(shared);
if (!present) process.stdout.write("Skipped: the labelled recommendations, because ../shared/data is not there.\n");

/**
 * A hundred recommendations, by the row of their file, as their reader labelled them before the words of the checks were
 * written: S several demands, V nothing that could be verified, T a time is given.
 */
const labelled: readonly { file: string; mapping: string; labels: Readonly<Record<number, string>> }[] = [
  {
    file: "upr/6-9.csv",
    mapping: "upr.yaml",
    labels: {
      ...{ 4983: "V", 2498: "V", 4526: "S", 8237: "S", 5610: "", 4417: "SV", 7259: "V", 7638: "", 624: "S", 8323: "" },
      ...{ 1750: "V", 1615: "", 8284: "", 494: "V", 3206: "V", 254: "V", 602: "V", 5622: "SV", 7711: "", 6756: "S" },
      ...{ 6186: "S", 533: "", 5158: "", 4139: "", 1703: "V", 7446: "V", 576: "V", 6699: "", 1222: "V", 228: "V" },
      ...{ 5979: "SV", 6165: "", 7203: "", 6823: "V", 6975: "SV", 6196: "", 303: "V", 2830: "V", 1255: "", 5498: "V" },
      ...{ 3198: "V", 2499: "V", 6594: "V", 2612: "V", 7297: "V", 4658: "V", 1675: "", 3856: "S" },
    },
  },
  {
    file: "taic/TAIC_recommendations_04_04_2024.xlsx",
    mapping: "taic-register.yaml",
    labels: {
      ...{ 1328: "S", 619: "", 1619: "V", 298: "", 387: "V", 1499: "S", 239: "", 2080: "", 881: "S", 155: "V" },
      ...{ 354: "S", 1778: "", 1714: "", 987: "S", 373: "S", 1740: "", 916: "", 255: "", 1626: "V", 907: "" },
      ...{ 192: "S", 547: "", 1188: "", 1718: "", 592: "", 484: "", 1265: "S", 742: "S", 424: "", 771: "", 401: "V" },
      ...{ 259: "" },
    },
  },
  {
    file: "myria/myria_recommendations_fr_nl.csv",
    mapping: "myria.yaml",
    labels: {
      ...{ 2: "S", 3: "S", 4: "ST", 5: "ST", 6: "T", 7: "T", 8: "S", 16: "", 17: "", 18: "S", 19: "S", 22: "V" },
      ...{ 23: "V", 24: "V", 25: "SV", 26: "S", 27: "S", 28: "S", 29: "S", 30: "S" },
    },
  },
];

type Labelled = { text: LocalizedText; labels: string; row: string };

async function labelledTexts(): Promise<Labelled[]> {
  const all: Labelled[] = [];
  for (const { file, mapping: name, labels } of labelled) {
    const { mapping } = await readMapping(
      fileURLToPath(new URL(`../../../examples/mappings/${name}`, import.meta.url)),
    );
    for await (const row of mappedRows(`${shared}${file}`, mapping, undefined, { takenOn: "2024-04-04" })) {
      const given = labels[row.row];
      if (given === undefined || !("report" in row)) continue;
      const { text } = row.recommendation;
      if (text !== undefined) all.push({ text, labels: given, row: `${file} ${row.row}` });
    }
  }
  return all;
}

type Figures = { labelled: number; found: number; rightly: number };

function figures(texts: readonly Labelled[], letter: string, isFound: (text: LocalizedText) => boolean): Figures {
  const counted = { labelled: 0, found: 0, rightly: 0 };
  for (const { text, labels, row } of texts) {
    const [isLabelled, found] = [labels.includes(letter), isFound(text)];
    if (process.env.HEED_SHOW_DIFFERENCES && isLabelled !== found)
      process.stdout.write(`${letter} ${row} ${found ? "found" : "missed"}: ${JSON.stringify(text)}\n`);
    counted.labelled += Number(isLabelled);
    counted.found += Number(found);
    counted.rightly += Number(isLabelled && found);
  }
  return counted;
}

describe.skipIf(!present)("a hundred real recommendations", () => {
  it("are remarked on as docs/drafting.md says", { timeout: 60_000 }, async () => {
    const texts = await labelledTexts();
    expect(texts).toHaveLength(100);
    const remarks = (code: string) => (text: LocalizedText) => textRemarks(text).some((each) => each.code === code);
    expect({
      severalDemands: figures(texts, "S", remarks("severalDemands")),
      nothingVerifiable: figures(texts, "V", remarks("nothingVerifiable")),
      aTime: figures(texts, "T", hasTime),
    }).toEqual({
      severalDemands: { labelled: 32, found: 38, rightly: 31 },
      nothingVerifiable: { labelled: 36, found: 36, rightly: 33 },
      aTime: { labelled: 4, found: 4, rightly: 4 },
    });
  });
});
