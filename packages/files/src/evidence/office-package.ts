import { stat } from "node:fs/promises";
import type { EvidenceFileType } from "@heed/core/follow-up/entries/evidence-file";
import { openPromise, type ZipFile } from "yauzl";
import { refuseOtherFormats } from "./one-format.ts";
import { Refusal } from "./refusal.ts";

type Part = Parameters<ZipFile["openReadStreamPromise"]>[0];

const maxParts = 10_000;
/** What all parts are unpacked, in bytes; a document of 25 MB with many pictures has a tenth of it. */
const maxUnpacked = 512 * 1024 * 1024;
/** A sheet with the same value in each cell packs a hundred times; a bomb packs a thousand times. */
const maxRatio = 200;
const fromRatio = 10 * 1024 * 1024;
/** The part that tells the type is short. */
const maxTold = 1024 * 1024;

/**
 * The type of an archive that is a document: DOCX or XLSX (ECMA-376) by the content types that it lists, ODT (OASIS) by its first
 * part. Every part is unpacked once and thrown away, so that what is stated of it is true; a bomb is refused by what it states.
 */
export async function officePackageType(path: string): Promise<EvidenceFileType> {
  let zip: ZipFile | undefined;
  try {
    zip = await openPromise(path, { lazyEntries: true, autoClose: false, strictFileNames: true });
    const parts = await soundParts(zip, (await stat(path)).size);
    const type = await toldType(zip, parts);
    await refuseOtherFormats(path, type);
    for (const part of parts) await unpack(zip, part, refusingPieces(part.fileName));
    return type;
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal(`it is a damaged archive: ${(error as Error).message}`);
  } finally {
    zip?.close();
  }
}

async function soundParts(zip: ZipFile, size: number): Promise<Part[]> {
  if (zip.entryCount > maxParts) throw new Refusal(`it has more than ${maxParts} parts`);
  const parts: Part[] = [];
  let [packed, unpacked] = [0, 0];
  const names = new Set<string>();
  for await (const part of zip.eachEntry()) {
    packed += part.compressedSize;
    unpacked += part.uncompressedSize;
    if (part.isEncrypted()) throw new Refusal(isEncrypted);
    // To some programs two names that differ by case alone are one (OPC, 6.2.2.3), so each would read another document.
    const name = part.fileName.toLowerCase();
    if (names.has(name)) throw new Refusal(`it has two parts ${part.fileName}`);
    if (part.fileName.split("/").includes("..")) throw new Refusal("a part of it has a name that leads out of it");
    if (macros.test(name)) throw new Refusal(hasMacros);
    if (programs.test(name)) throw new Refusal(hasProgram);
    names.add(name);
    parts.push(part);
  }
  if (packed > size) throw new Refusal("its parts overlap");
  if (unpacked > maxUnpacked || (unpacked > fromRatio && unpacked > maxRatio * size))
    throw new Refusal(`it would unpack to ${Math.round(unpacked / 1_000_000)} MB: no document does`);
  return parts;
}

/** Where programs keep macros, whatever the list of types says of it: Microsoft Office the first two, LibreOffice the others. */
const macros = /(?:^|\/)vbaproject\.bin$|^xl\/(?:intl)?macrosheets\/|^basic\/|^scripts\//;
/** What a system runs when somebody opens it. */
const programs = /\.(?:exe|dll|com|scr|msi|bat|cmd|ps1|vbs|vbe|js|jse|wsf|hta|lnk|jar)$/;
const hasProgram = "it has a program in it; save it without";
const isEncrypted = "it is encrypted; save it without a password";
const hasMacros = "it has macros; save it without them";

const listed = [
  ["application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml", "docx"],
  ["application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml", "xlsx"],
] as const satisfies readonly (readonly [string, EvidenceFileType])[];

async function toldType(zip: ZipFile, parts: readonly Part[]): Promise<EvidenceFileType> {
  const [first] = parts;
  if (first?.fileName === "mimetype" && (await textOf(zip, first)) === "application/vnd.oasis.opendocument.text") {
    const manifest = parts.find(({ fileName }) => fileName === "META-INF/manifest.xml");
    if (manifest !== undefined && (await textOf(zip, manifest)).includes("encryption-data"))
      throw new Refusal(isEncrypted);
    return "odt";
  }
  const types = parts.find(({ fileName }) => fileName === "[Content_Types].xml");
  const told = types === undefined ? "" : await textOf(zip, types);
  if (/macroEnabled|vbaProject/i.test(told)) throw new Refusal(hasMacros);
  const found = listed.find(([contentType]) => told.includes(`"${contentType}"`) || told.includes(`'${contentType}'`));
  if (found === undefined) throw new Refusal("it is an archive (ZIP) and none of DOCX, XLSX and ODT");
  return found[1];
}

async function textOf(zip: ZipFile, part: Part): Promise<string> {
  if (part.uncompressedSize > maxTold) throw new Refusal(`its part ${part.fileName} is too long`);
  const pieces: Buffer[] = [];
  await unpack(zip, part, (piece) => pieces.push(piece));
  return Buffer.concat(pieces).toString("utf8");
}

/** Programs of Windows and of Linux, by how they begin. */
const beginnings = ["MZ", "\u007fELF"];
/** Neither kind of document has a DTD (ECMA-376-2, 6.2.5); early programs wrote one in the manifest of an ODT. */
const doctype = ["<!DOCTYPE", "<!ENTITY"].flatMap((text) => [
  Buffer.from(text),
  // In UTF-16, whichever byte comes first.
  Buffer.from(text, "utf16le").subarray(0, -1),
]);
const longestDoctype = 20;

/** Looks at a part while it is unpacked, for what no document has. */
function refusingPieces(name: string): (piece: Buffer) => void {
  const isXml = /\.(?:xml|rels|vml)$/i.test(name);
  const refused = name === "META-INF/manifest.xml" ? doctype.slice(2) : doctype;
  let before: Buffer | undefined;
  return (piece) => {
    const read = before === undefined ? piece : Buffer.concat([before, piece]);
    if (before === undefined && beginnings.some((beginning) => read.indexOf(beginning, 0, "latin1") === 0))
      throw new Refusal(hasProgram);
    if (isXml && refused.some((each) => read.includes(each))) throw new Refusal(`its part ${name} has a DTD`);
    before = read.subarray(-longestDoctype);
  };
}

/** It ends with an error when the part has more or fewer bytes than it states. */
async function unpack(zip: ZipFile, part: Part, take: (piece: Buffer) => void): Promise<void> {
  if (part.fileName.endsWith("/")) return;
  for await (const piece of (await zip.openReadStreamPromise(part)) as AsyncIterable<Buffer>) take(piece);
}
