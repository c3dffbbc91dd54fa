import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { evidenceTypeOf } from "@heed/files";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  aJpeg,
  anArchive,
  anOdt,
  aPackage,
  aPdf,
  aPng,
  docxType,
  oneOfEach,
  storedPdf,
  xlsxType,
} from "./evidence-files.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "heed-evidence-"));
});
afterAll(() => rm(folder, { recursive: true }));

async function typeOf(name: string, bytes: Uint8Array): Promise<string> {
  const path = join(folder, "received");
  await writeFile(path, bytes);
  return evidenceTypeOf(path, name);
}

const detailOf = (name: string, bytes: Uint8Array) =>
  typeOf(name, bytes).then(
    (type) => `taken as ${type}`,
    (error: { code: string; issues: { detail: string }[] }) => `${error.code}: ${error.issues[0]?.detail}`,
  );

/** An archive whose directory states another size for its parts than they have. */
function withStatedSize(archive: Uint8Array, size: number): Buffer {
  const bytes = Buffer.from(archive);
  for (let at = bytes.indexOf("PK\u0001\u0002"); at >= 0; at = bytes.indexOf("PK\u0001\u0002", at + 4))
    bytes.writeUInt32LE(size, at + 24);
  return bytes;
}

const zip = Buffer.from(anArchive({ "a.txt": "a" }));
const rar = Buffer.from("526172211a070100", "hex");
const sevenZip = Buffer.concat([Buffer.alloc(200_000, " "), Buffer.from("377abcaf271c0004", "hex")]);
/** Each is read for itself, so that a file of the largest size would be read two million times. */
const manyParts = Buffer.concat([
  aPng.subarray(0, -12),
  ...Array<Buffer>(20_001)
    .fill(Buffer.from("0000000074455874", "hex").fill(0, 0, 4))
    .map((head) => Buffer.concat([head, Buffer.alloc(4)])),
  aPng.subarray(-12),
]);
const half = Buffer.from(aPdf.subarray(0, 30));

describe("the type of a file of evidence", () => {
  test.each(oneOfEach)("is found by its content: %s", async (name, bytes, mediaType) => {
    expect(await typeOf(name, bytes)).toBe(mediaType);
  });

  test.each([
    [
      "a program under the name of a document",
      "letter.pdf",
      Buffer.from("MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff", "latin1"),
      "its content is",
    ],
    ["a PDF that is called a picture", "scan.png", aPdf, "its name says png, and its content is pdf"],
    ["a picture that is called a text", "note.txt", aPng, "its name says txt, and its content is png"],
    ["an archive that is no document", "plan.docx", zip, "none of DOCX, XLSX and ODT"],
    [
      "a document with macros",
      "plan.docx",
      aPackage("application/vnd.ms-word.document.macroEnabled.main+xml"),
      "macros",
    ],
    [
      "a sheet with macros of the old kind",
      "figures.xlsx",
      aPackage(xlsxType, { "xl/macrosheets/sheet1.xml": "<x/>" }),
      "macros",
    ],
    [
      "a document with macros that it does not tell",
      "plan.docx",
      aPackage(docxType, { "word/vbaProject.bin": "x" }),
      "macros",
    ],
    ["a document with macros of another office", "note.odt", anOdt({ "Basic/Standard/Module1.xml": "<x/>" }), "macros"],
    ["a document with scripts of another office", "note.odt", anOdt({ "Scripts/python/x.py": "x" }), "macros"],
    ["a document with a program in it", "plan.docx", aPackage(docxType, { "word/embeddings/a.EXE": "x" }), "a program"],
    [
      "a document with a program under another name",
      "figures.xlsx",
      aPackage(xlsxType, { "xl/embeddings/a.bin": "MZ\u0000" }),
      "a program",
    ],
    [
      "a document with a DTD",
      "plan.docx",
      aPackage(docxType, { "word/document.xml": `<?xml version="1.0"?><!--${" ".repeat(99_999)}--><!DOCTYPE x><x/>` }),
      "a DTD",
    ],
    [
      "a document with a DTD in another encoding",
      "note.odt",
      anOdt({ "styles.xml": Buffer.from('<!DOCTYPE x [<!ENTITY a "b">]><x/>', "utf16le").swap16() }),
      "a DTD",
    ],
    [
      "a PDF that runs a script",
      "letter.pdf",
      Buffer.from(aPdf.toString().replace("/Catalog", "/Catalog/OpenAction<</S/J#61vaScript/JS(x)>>")),
      "a script",
    ],
    [
      "a PDF that starts a program",
      "letter.pdf",
      Buffer.from(aPdf.toString().replace("/Catalog", "/Catalog/OpenAction<</S /Launch/F(x)>>")),
      "a program",
    ],
    [
      "a document that is encrypted within",
      "note.odt",
      anOdt({ "META-INF/manifest.xml": "<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>" }),
      "encrypted",
    ],
    [
      "a document with two parts that some programs take for one",
      "plan.docx",
      aPackage(docxType, { "[content_types].XML": "<x/>" }),
      "two parts",
    ],
    ["a name without an ending", "letter", aPdf, "by the ending of its name"],
    ["another type", "page.html", Buffer.from("<!doctype html><p>x"), "by the ending of its name"],
    ["a page that is called a text", "note.txt", Buffer.from("\n<!DOCTYPE html><script>x</script>"), "no plain text"],
    ["a picture in letters", "note.txt", Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), "no plain text"],
    ["a text in another encoding", "note.txt", Buffer.from("caf\xe9", "latin1"), "no text in UTF-8"],
    ["a text with the character NUL", "note.txt", Buffer.from("a\0b"), "characters that no text has"],
    ["a text that is called a message", "answer.eml", Buffer.from("Dear all,\n"), "its content is none"],
    ["a PDF that is an archive too", "letter.pdf", Buffer.concat([aPdf, zip]), "an archive (ZIP) too"],
    ["a picture that is an archive too", "photo.jpg", Buffer.concat([aJpeg, zip]), "an archive (ZIP) too"],
    ["a picture that is another archive too", "photo.jpg", Buffer.concat([aJpeg, rar]), "an archive (RAR) too"],
    ["a PDF that is another archive too", "letter.pdf", Buffer.concat([aPdf, sevenZip, aPdf]), "an archive (7z) too"],
    ["a picture of endless parts", "scan.png", manyParts, "more than 20000 parts"],
    [
      "a picture that is a PDF too",
      "photo.jpg",
      Buffer.concat([aJpeg.subarray(0, 20), aPdf, aJpeg.subarray(20)]),
      "a PDF too",
    ],
    [
      "a picture with something behind its end",
      "scan.png",
      Buffer.concat([aPng, Buffer.from("<?php ?>")]),
      "follows its end",
    ],
    [
      "a picture that is a page too",
      "photo.jpg",
      Buffer.concat([aJpeg.subarray(0, 20), Buffer.from("<script >"), aJpeg.subarray(20)]),
      "a page too",
    ],
    ["a document that is a PDF too", "plan.docx", storedPdf, "a PDF too"],
    [
      "a document behind a program",
      "plan.docx",
      Buffer.concat([Buffer.from("MZ"), aPackage(docxType)]),
      "its content is",
    ],
    ["a PDF that is cut off", "letter.pdf", half, "cut off"],
    ["a document that is cut off", "plan.docx", aPackage(docxType).subarray(0, 200), "damaged"],
    ["a part with a path in its name", "plan.docx", aPackage(docxType, { "../../etc/cron.d/x": "x" }), "damaged"],
    [
      "a bomb by what it states",
      "plan.docx",
      aPackage(docxType, { "bomb.xml": new Uint8Array(60_000_000) }),
      "would unpack to 60 MB",
    ],
    [
      "a bomb that states less",
      "plan.docx",
      withStatedSize(aPackage(docxType, { "bomb.xml": new Uint8Array(60_000_000) }), 90),
      "damaged",
    ],
  ] as const)("is refused: %s", async (_what, name, bytes, detail) => {
    const before = process.memoryUsage().rss;
    expect(await detailOf(name, bytes)).toMatch(/^invalidInput: /);
    expect(await detailOf(name, bytes)).toContain(detail);
    expect(process.memoryUsage().rss - before).toBeLessThan(100_000_000);
  });
});
