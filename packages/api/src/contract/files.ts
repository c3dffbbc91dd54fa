import type { Id } from "@heed/core";
import type { BroughtTable } from "@heed/core/collected-item/brought/item-acts";
import type { ItemMapping } from "@heed/core/collected-item/brought/item-mapping";
import type { Found } from "@heed/core/drafting/proposed/proposed-recommendation";
import type { EvidenceFile } from "@heed/core/follow-up/entries/evidence-file";
import type { Label } from "@heed/core/label";
import type { FilledFigures } from "@heed/core/statistics/workbook/figures-acts";
import type { ByteRange, IncomingBytes, UploadedFile } from "@heed/store";

/** A file on its way in, as a request sends it. */
export type SentFile = {
  name: string;
  /** What the request says that it is; undefined when it says only that it is a file. */
  told: string | undefined;
  bytes: IncomingBytes;
};

/** The files of the record, for the one who asks. */
export type Files = {
  /** The recommendations of a file, which is not kept. Errors: fileTooLarge, unreadableFile, invalidInput. */
  propose(sent: SentFile, language: string): Promise<Found>;
  /** A workbook of numbers, which is not kept. Errors: fileTooLarge, unreadableFile. */
  readFigures(sent: SentFile, language: keyof Label): Promise<FilledFigures>;
  /** A table of what was collected, which is not kept. Errors: fileTooLarge, unreadableFile, invalidMapping. */
  readItems(sent: SentFile, mapping: ItemMapping | undefined): Promise<BroughtTable>;
  /** Takes in a file. Errors: fileTooLarge, scannerUnreachable, invalidInput. */
  upload(sent: SentFile): Promise<UploadedFile>;
  /** A file that the actor or a colleague brought. Errors: notFound. */
  uploaded(id: Id): Promise<UploadedFile>;
  /** The bytes; undefined when they are not kept here. Whether the reader may see them was asked before. */
  open(file: Pick<EvidenceFile, "digest" | "size">, range?: ByteRange): Promise<AsyncIterable<Uint8Array> | undefined>;
};

/** A file as an answer. */
export type Download = {
  file: Omit<EvidenceFile, "mediaType"> & { mediaType: string };
  open: (range?: ByteRange) => ReturnType<Files["open"]>;
};
