import { existsSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { readProposed } from "@heed/files";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { aDocument, aParagraph, aTable } from "./a-document.ts";

const shared = fileURLToPath(new URL("../../../../shared/data/", import.meta.url));
const present = existsSync(shared);
if (!present)
  process.stdout.write("Skipped: the recommendations of real Word files, because ../shared/data is not there.\n");

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "heed-proposed-"));
});
afterAll(() => rm(folder, { recursive: true }));

async function read(name: string, bytes: Uint8Array | string) {
  const path = join(folder, name);
  await writeFile(path, bytes);
  return readProposed(path, name, "fr");
}

test("the paragraphs that Word numbers by itself are recommendations, with the items below them", async () => {
  const item = (text: string, list: string, level = 0) =>
    `<w:p><w:pPr><w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr></w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`;
  const numbering = [
    '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/></w:lvl></w:abstractNum>',
    '<w:abstractNum w:abstractNumId="2"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum>',
    '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>',
  ].join("");
  const body = [
    aParagraph("Nos recommandations"),
    item("Le ministre publie les chiffres.", "1"),
    item("La police forme ses agents :", "1"),
    item("chaque année,", "2"),
    aParagraph("Fin du rapport."),
  ].join("");
  const { items, others } = await read("a.docx", aDocument({ body, numbering }));
  expect(items.map(({ reference, place, text }) => [reference, place.paragraph, text.fr])).toEqual([
    ["1", 2, "Le ministre publie les chiffres."],
    ["2", 3, "La police forme ses agents :\nchaque année,"],
  ]);
  expect(others).toBe(2);
});

test("the rows of a table of a Word file and of a CSV are recommendations, each with its place", async () => {
  const body = aTable(["N°", "Recommandation", "Destinataires"], ["1", "Publier les chiffres.", "Justice"]);
  const expected = { reference: "1", text: { fr: "Publier les chiffres." }, addressees: ["Justice"] };
  expect((await read("b.docx", aDocument({ body }))).items).toMatchObject([
    { place: { table: 1, row: 2 }, ...expected },
  ]);
  const csv = "N°;Recommandation;Destinataires\n1;Publier les chiffres.;Justice\n";
  expect((await read("c.csv", csv)).items).toMatchObject([expected]);
});

test("a file without a column for the text, of another kind, or that is no file of its kind is refused", async () => {
  await expect(read("d.csv", "name;age\na;1\n")).rejects.toMatchObject({ code: "unreadableFile" });
  await expect(read("e.pdf", "%PDF")).rejects.toMatchObject({ code: "unreadableFile" });
  await expect(read("f.docx", "no archive")).rejects.toMatchObject({ code: "unreadableFile" });
});

describe.skipIf(!present)("real Word files", () => {
  test.each([
    ["upr-slovenia/UPR20__Slovenia_ThematicListRecommendations_E.docx", 163, "115.1"],
    ["upr-slovenia/UPR34_Slovenia_Thematic_list_of_Recommendations.docx", 215, "121.1"],
    ["taic/2022-06-30.SR.Report.to.Minister.docx", 9, "001/22"],
  ])("%s: each recommendation by the file's own number, and nothing else", async (file, count, first) => {
    const { items } = await readProposed(`${shared}${file}`, basename(file), "en");
    const references = items.map(({ reference }) => reference);
    expect(references).not.toContain(undefined);
    expect([references.length, references[0]]).toEqual([count, first]);
  });
});
