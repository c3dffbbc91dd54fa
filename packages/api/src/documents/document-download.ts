import { createHash } from "node:crypto";
import type { Document } from "@heed/core/document/document";
import { type DocumentFormat, documentFormats, writeDocument } from "@heed/documents";
import type { Download } from "../contract/files.ts";
import { turns } from "../http/turns.ts";

/** Two at one time: each takes a core for seconds. */
const turn = turns(2, "other documents are being written now; try again");

/** Who asks for a document; the public counts as one. */
type Requester = { person: { id: string } | undefined };

/** A document in a format as an answer: read and written in its turn. Errors: serviceBusy; those of its reading. */
export function documentDownload(
  name: string,
  format: DocumentFormat,
  { person }: Requester,
  read: () => Promise<Document>,
): Promise<Download> {
  return inTurn({ person }, async () => documentFile(name, format, await writeDocument(await read(), format)));
}

/** The bytes of a document as an answer. */
export function documentFile(name: string, format: DocumentFormat, bytes: Uint8Array): Download {
  return downloadOf({ name: `${name}.${format}`, mediaType: documentFormats[format], bytes });
}

/** Writes documents when others have written theirs. Errors: serviceBusy. */
export async function inTurn<Written>({ person }: Requester, write: () => Promise<Written>): Promise<Written> {
  const end = await turn(person?.id ?? "");
  try {
    return await write();
  } finally {
    end();
  }
}

/** Bytes as the answer of an operation, with the SHA-256 as their tag. */
export function downloadOf({ bytes, ...file }: { name: string; mediaType: string; bytes: Uint8Array }): Download {
  const digest = createHash("sha256").update(bytes).digest("hex");
  return {
    file: { ...file, digest, size: bytes.length },
    open: async (range) => pieces(range === undefined ? bytes : bytes.subarray(range.start, range.end + 1)),
  };
}

async function* pieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
