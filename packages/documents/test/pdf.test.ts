import { inflateSync } from "node:zlib";
import type { Document } from "@heed/core/document/document";
import { paragraph, text } from "@heed/core/document/inlines";
import { expect, test } from "vitest";
import { toDocx } from "../src/docx/to-docx.ts";
import { writeDocument } from "../src/index.ts";
import { drawnBy } from "../src/pdf/drawn-signs.ts";
import { toPdf } from "../src/pdf/to-pdf.ts";
import { sample } from "./sample.ts";

/** What its pages draw, inflated. */
function drawnIn(pdf: string): string {
  const packed = pdf.matchAll(/\/Length (\d+)\s+\/Filter \/FlateDecode[^>]*>>\s*stream\r?\n/g);
  return [...packed]
    .map(({ 0: head, 1: length, index }) => Buffer.from(pdf.substr(index + head.length, Number(length)), "latin1"))
    .map((bytes) => inflateSync(bytes).toString("latin1"))
    .join("");
}

test("a PDF says that it is PDF/UA, in its language, with headings, contents, and what a chart shows", () => {
  const pdf = Buffer.from(toPdf(sample)).toString("latin1");
  expect(pdf).toMatch(/^%PDF-1\.7/);
  expect(pdf).toContain("<pdfuaid:part>1</pdfuaid:part>");
  expect(pdf).toContain("/Lang (nl-BE)");
  expect(pdf + drawnIn(pdf)).toMatch(/\/Lang ?\(fr-BE\)/);
  for (const kind of ["H1", "H2", "TOC", "TH", "Note", "Figure", "L", "BlockQuote"])
    expect(pdf, kind).toMatch(new RegExp(`/S /${kind}\\s`));
  expect(pdf).toContain("/Alt (Gestapelde kolommen: in 2014 drie, in 2015 vijf.)");
  expect(pdf.split("/Type /Outlines").length).toBe(2);
});

test("the same document is the same bytes, also from a process of its own", async () => {
  const bytes = toPdf(sample);
  expect(Buffer.compare(await writeDocument(sample, "pdf"), bytes)).toBe(0);
  expect(Buffer.compare(toPdf({ ...sample, title: "Opvolging" }), bytes)).not.toBe(0);
});

test("a text of 150,000 signs is a PDF, and a word of 6,000 signs a Word file, within ten seconds", {
  timeout: 10_000,
}, async () => {
  const [section] = sample.sections;
  const saying = (words: string) => ({ ...sample, sections: [{ ...section, blocks: [paragraph(text(words))] }] });
  const narrative = "The police officers of the town were trained. ".repeat(3_300);
  expect(toPdf(saying(narrative) as Document).length).toBeGreaterThan(100_000);
  expect((await toDocx(saying("a".repeat(6_000)) as Document)).length).toBeGreaterThan(5_000);
});

test("a sign that no font has, and signs of Typst, leave no document unwritten", async () => {
  const [section] = sample.sections;
  const words = 'العدالة 中文 ☑ e\u0301 #link("x") $x$ @label `raw` \\ */';
  const document = { ...sample, title: words, sections: [{ ...section, blocks: [paragraph(text(words))] }] };
  expect(Buffer.from(toPdf(document as Document)).toString("latin1")).toMatch(/^%PDF/);
  await expect(
    writeDocument({ ...sample, sections: [{ ...section, id: "first", title: "", sections: [] }] } as Document, "pdf"),
  ).rejects.toThrow(/Typst/);
});

test("signs are drawn by each of the fonts, or told by their code point", () => {
  expect(() => drawnBy([new Uint8Array(12)])).toThrow("cmap");
});
