import type { Id, Instant } from "../source.ts";

/** What one person recorded at one moment: by one form, or by one request. */
export type Receipt = {
  recordedAt: Instant;
  actor: string;
  /** One of its entries, by which it is named. */
  entry: Id;
  entries: number;
  /** The first recommendation that it is about, by its number. */
  reference: string;
};

/** The entries of a receipt, each with its follow-up. */
export type ReceivedEntry = { followUp: Id; entry: Id };
