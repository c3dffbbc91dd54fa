import { type Database, digestsBeginning, type FilesAt, filePlaceOf } from "@heed/store";

/** The bytes of evidence, of a database or of a service. */
export type EvidenceFiles = {
  /** The digests that begin so, whether or not somebody may see what they are of. */
  digestsBeginning(text: string): Promise<readonly string[]>;
  /** Undefined where the bytes are not kept, or are not for whoever asks. */
  open(digest: string): Promise<AsyncIterable<Uint8Array> | undefined>;
};

export function databaseFiles(database: Database, filesAt: FilesAt | undefined): EvidenceFiles {
  return {
    digestsBeginning: (text) => digestsBeginning(database, text),
    open: (digest) => filePlaceOf(database, filesAt).open(digest),
  };
}
