import { strToU8, zipSync } from "fflate";

const contentTypes = (main: string) =>
  `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/main.xml" ContentType="${main}"/></Types>`;
const office = "application/vnd.openxmlformats-officedocument";

export const docxType = `${office}.wordprocessingml.document.main+xml`;
export const xlsxType = `${office}.spreadsheetml.sheet.main+xml`;

/** An archive of parts, the first of them first. */
export function anArchive(parts: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  return zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([name, part]) => [name, typeof part === "string" ? strToU8(part) : part]),
    ),
  );
}

export function aPackage(main: string, more: Readonly<Record<string, string | Uint8Array>> = {}): Uint8Array {
  return anArchive({ "[Content_Types].xml": contentTypes(main), "main.xml": "<x/>", ...more });
}

export function anOdt(more: Readonly<Record<string, string | Uint8Array>> = {}): Uint8Array {
  return anArchive({ mimetype: "application/vnd.oasis.opendocument.text", "content.xml": "<x/>", ...more });
}

export const aPdf = Buffer.from("%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n");

export const aPng = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

export const aJpeg = Buffer.concat([
  Buffer.from("ffd8ffe000104a46494600010100000100010000", "hex"),
  Buffer.alloc(40, 1),
  Buffer.from("ffd9", "hex"),
]);

export const aMessage = Buffer.from(
  "Received: by mail.example\r\nFrom: J. Claes <j@example.be>\r\nTo: m@example.be\r\nSubject: =?utf-8?q?R=C3=A9ponse?=\r\nDate: Tue, 30 Jun 2015 10:00:00 +0200\r\n\r\nVoil\u00e0.\r\n",
  "latin1",
);

/** A document whose first part is a PDF, stored as it is: readers of PDF find it at the beginning. */
export const storedPdf = zipSync(
  { "a.pdf": aPdf, "[Content_Types].xml": strToU8(contentTypes(docxType)) },
  { level: 0 },
);

/** One file of each type, with a name that fits. */
export const oneOfEach: readonly (readonly [name: string, bytes: Uint8Array, mediaType: string])[] = [
  ["letter.pdf", aPdf, "application/pdf"],
  ["plan.docx", aPackage(docxType), `${office}.wordprocessingml.document`],
  ["figures.xlsx", aPackage(xlsxType), `${office}.spreadsheetml.sheet`],
  ["note.odt", anOdt(), "application/vnd.oasis.opendocument.text"],
  ["scan.png", aPng, "image/png"],
  ["photo.JPG", aJpeg, "image/jpeg"],
  ["note.txt", Buffer.from("Où en est-on ? Één vraag.\n"), "text/plain"],
  ["answer.eml", aMessage, "message/rfc822"],
];
