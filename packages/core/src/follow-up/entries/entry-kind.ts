import type { z } from "zod";
import type { Id } from "../../source.ts";
import type { Author } from "./author.ts";

/** A reference from an entry to another entry of the same follow-up: its key, and the type that the other one must have. */
export type EntryReference = { key: string; id: Id; type?: string };
export type PossibleReference = Omit<EntryReference, "id"> & { id: Id | undefined };

/** What holds for all entries of one type. */
export type EntryKind<Of, Name extends string = keyof Of & string> = {
  /** Whose side says it, where the entry does not record it. */
  side: Author["side"] | "unknown";
  /** Who speaks in it, where that is neither side. */
  speaker?: "decision" | "record" | "third party";
  /**
   * What a correction cannot change: who acted, and what was derived from that; what the entry is about; and what an act of
   * its own decides. Such an entry is retracted and made again, or another one follows it. Absent: it is never corrected.
   */
  fixed?: readonly Name[];
  /** What decides whether something is or was late; retracting the entry decides it too. Absent: it does not decide that. */
  decisive?: readonly Name[];
  /** It is said upon what the addressee had said until then. */
  rests?: true;
  /** The words and evidence that wait for the publication of such an answer; all else in it is public at once (R60). */
  said?: readonly Name[];
  /** The entry of the same follow-up without which it has no meaning. */
  follows?(entry: Of): Id | undefined;
  references?(entry: Of): readonly PossibleReference[];
};

/** A type of entry: its schema, and what holds for all of its entries. */
export function entryKind<Schema extends z.ZodObject, Rules extends EntryKind<z.output<Schema>>>(
  schema: Schema,
  rules: Rules & EntryKind<z.output<Schema>>,
): { schema: Schema } & Rules {
  return { schema, ...rules };
}
