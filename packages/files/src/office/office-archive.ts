import { openPromise, type ZipFile } from "yauzl";
import { fileKindOf } from "../source/file-kind.ts";
import { unreadable } from "../source/unreadable.ts";

/** The kind of file that is expected, in words, and the extension of its name. */
export type OfficeKind = { what: string; ending: string };

/**
 * The parts of a workbook or document. Only the parts that are asked for are unpacked, up to the size that the archive
 * states.
 */
export type OfficeArchive = {
  path: string;
  kind: OfficeKind;
  /** The unpacked size in bytes; undefined when there is no such part. */
  sizeOf(part: string): number | undefined;
  /** Throws unreadableFile when the part is missing, too large or damaged. */
  read(part: string): AsyncGenerator<Buffer>;
  close(): void;
};

const largestMegabytes = 128;
const maxParts = 10_000;

/**
 * Opens a workbook or document (ECMA-376: a ZIP archive of XML parts). A ZIP bomb is refused before it fills memory: by
 * the sizes in the archive's directory, and when a part unpacks to more bytes than stated there. Throws unreadableFile.
 */
export async function openOfficeArchive(path: string, kind: OfficeKind): Promise<OfficeArchive> {
  await refuseOtherFiles(path, kind);
  const { zip, parts } = await partsOf(path, kind);
  return {
    path,
    kind,
    sizeOf: (part) => parts.get(part)?.uncompressedSize,
    read: (part) => unpacked(path, kind, zip, parts.get(part), part),
    close: () => zip.close(),
  };
}

type Part = Parameters<ZipFile["openReadStreamPromise"]>[0];

async function partsOf(path: string, { what }: OfficeKind): Promise<{ zip: ZipFile; parts: Map<string, Part> }> {
  let zip: ZipFile | undefined;
  try {
    zip = await openPromise(path, { lazyEntries: true, autoClose: false });
    if (zip.entryCount > maxParts) throw unreadable(path, `has more than ${maxParts} parts: it is no ${what}`);
    const parts = new Map<string, Part>();
    for await (const part of zip.eachEntry()) parts.set(part.fileName, part);
    return { zip, parts };
  } catch (error) {
    zip?.close();
    throw damaged(path, error);
  }
}

async function* unpacked(
  path: string,
  { what, ending }: OfficeKind,
  zip: ZipFile,
  part: Part | undefined,
  name: string,
): AsyncGenerator<Buffer> {
  if (part === undefined) throw unreadable(path, `is no ${what}: it has no ${name}`);
  if (part.isEncrypted()) throw unreadable(path, "is encrypted; save it without a password");
  if (part.uncompressedSize > largestMegabytes * 1024 * 1024)
    throw unreadable(
      path,
      `has a part ${name} of more than ${largestMegabytes} MB; ${ending === ".xlsx" ? "save the sheet as CSV, which has no limit" : "import it in parts"}`,
    );
  try {
    yield* (await zip.openReadStreamPromise(part)) as AsyncIterable<Buffer>;
  } catch (error) {
    throw damaged(path, error);
  }
}

async function refuseOtherFiles(path: string, { what, ending }: OfficeKind): Promise<void> {
  switch (await fileKindOf(path)) {
    case "zip":
      return;
    case "compound":
      throw unreadable(path, `is encrypted, or in the format before 2007; save it as ${ending} without a password`);
    case "other":
      throw unreadable(path, `is no ${what} (${ending})`);
  }
}

function damaged(path: string, error: unknown): Error {
  if (error instanceof Error && error.name === "DomainError") return error;
  return unreadable(path, `is damaged: ${error instanceof Error ? error.message : String(error)}`);
}
