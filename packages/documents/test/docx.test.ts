import { readFile } from "node:fs/promises";
import { Document as Docx, Header, Packer, Paragraph } from "docx";
import { unzipSync } from "fflate";
import { expect, test } from "vitest";
import { intoTemplate, toDocx } from "../src/docx/to-docx.ts";
import { writeDocument } from "../src/index.ts";
import { sample } from "./sample.ts";

const partsOf = (docx: Uint8Array) =>
  Object.fromEntries(Object.entries(unzipSync(docx)).map(([name, bytes]) => [name, new TextDecoder().decode(bytes)]));

test("a Word file has headings, contents, languages, footnotes, and a chart of its own with its numbers", async () => {
  const parts = partsOf(await toDocx(sample));
  const text = parts["word/document.xml"] ?? "";
  expect(text).toMatch(/<w:pStyle w:val="Heading1"\/>.*Eerste #deel/);
  expect(text).toMatch(/<w:pStyle w:val="Heading2"\/>.*Tweede deel/);
  expect(text).toMatch(/TOC[^<]*\\o &quot;1-2&quot;/);
  expect(text).toContain('<w:lang w:val="fr-BE"/>');
  expect(text).toContain("<w:tblHeader/>");
  expect(text).toContain('descr="Gestapelde kolommen: in 2014 drie, in 2015 vijf."');
  expect(parts["word/styles.xml"]).toContain('<w:lang w:val="nl-BE"/>');
  expect(parts["word/footnotes.xml"]).toContain("Regel D2");
  const [chart] = Object.keys(parts).filter((name) => /charts\/chart\d*\.xml$/.test(name));
  expect(parts[chart ?? ""]).toContain("Volledig uitgevoerd");
});

test("a sign that XML refuses is shown by its name, wherever it stands", async () => {
  const bad = "a\u0001b\ufffe\uffff";
  const [first] = sample.sections;
  const odd = { ...sample, title: bad, issuer: bad, subtitle: bad, sections: first ? [{ ...first, title: bad }] : [] };
  for (const [name, part] of Object.entries(partsOf(await toDocx(odd))))
    if (name.endsWith(".xml"))
      expect(
        ["\u0001", "\ufffe", "\uffff"].filter((sign) => part.includes(sign)),
        name,
      ).toEqual([]);
  expect(partsOf(await toDocx(odd))["word/document.xml"]).toContain("a&lt;U+0001&gt;b&lt;U+FFFE&gt;&lt;U+FFFF&gt;");
});

test("a body's own template takes the document in its place, and keeps what is its own", async () => {
  const children = [new Paragraph("{{title}}"), new Paragraph("{{content}}"), new Paragraph("Aan het einde")];
  const headers = { default: new Header({ children: [new Paragraph("Huis van het Centrum")] }) };
  const template = await Packer.toBuffer(new Docx({ sections: [{ headers, children }] }));
  const parts = partsOf(await writeDocument(sample, "docx", template));
  const text = parts["word/document.xml"] ?? "";
  expect(text).not.toContain("{{");
  expect(text.indexOf("Opvolging &amp; meer")).toBeGreaterThan(0);
  expect(text.indexOf("Tweede deel")).toBeLessThan(text.indexOf("Aan het einde"));
  expect(parts["word/footnotes.xml"]).toContain("Regel D2");
  expect(Object.values(parts).some((part) => part.includes("Huis van het Centrum"))).toBe(true);
});

test("a template without a place for the document, or that is no Word file, is refused by name", async () => {
  const empty = await Packer.toBuffer(new Docx({ sections: [{ children: [new Paragraph("{{titel}}")] }] }));
  await expect(intoTemplate(sample, empty)).rejects.toThrow("has no {{content}}");
  await expect(writeDocument(sample, "docx", await readFile(import.meta.filename))).rejects.toMatchObject({
    ...{ name: "DomainError", code: "invalidInput", message: "the template is no Word file (.docx)" },
  });
  await expect(writeDocument(sample, "pdf", empty)).rejects.toThrow("the format is pdf");
});
