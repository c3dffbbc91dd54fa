import type { EntryType } from "../follow-up/entries/entry.ts";
import type { Assumed, NewEntry } from "../mapping/reading/import-row.ts";
import type { Id } from "../source.ts";
import type { Day } from "../time/day.ts";
import type { Known } from "./known-line.ts";
import type { Showing } from "./showing.ts";

/** An entry as one edition of a source gives it. */
export type GivenEntry = { entry: NewEntry; assumed: readonly Assumed[] };

/** One follow-up in a new edition of a source, with what is known about it. */
export type EditionOfFollowUp = {
  /** All entries that this source ever brought, and what acts made of them, in the order of recording. */
  known: readonly Known[];
  /** When later editions showed these again, by the id of the first entry of each line of corrections. */
  shownAgain: ReadonlyMap<Id, readonly Showing[]>;
  given: readonly GivenEntry[];
  /** The entry types that this edition shows, with the day of the edition when it is known. */
  shownTypes: ReadonlyMap<EntryType, Day | undefined>;
  /** The days of the earlier editions, by the entry types that they showed. */
  shownBefore: ReadonlyMap<EntryType, readonly Day[]>;
  /** True when each edition has everything its source knows: what is missing from it is gone. */
  whole: boolean;
  acceptCorrections: boolean;
};

/** An entry that replaces a known one. Its moment, id and actor are added when it is recorded. */
export type EditionCorrection = NewEntry & { corrects: string };

/** What is told of a given entry, by its position in `given`. */
export type Told = { place: number; type: EntryType; detail: string };

/** With the known entry where a person corrected it in Heed: what a file says otherwise never replaces that. */
export type Conflict = Told & { correctedInHeed?: Id };

/** What a new edition says about one follow-up. `place` is the position of the entry in `given`. */
export type EditionAnswer = {
  /** The entries that were said before: nothing is recorded for them. */
  known: ReadonlySet<number>;
  /** The known entries that this edition shows once more, by the ids of their first entries. */
  again: readonly (Showing & { root: Id })[];
  /** The new entries whose days this comparison tells more nearly. */
  dated: ReadonlyMap<number, NewEntry>;
  corrections: readonly { place?: number; entry: EditionCorrection }[];
  /** What a later edition had shown again after something else, and which counted as the same until now. */
  returned: readonly NewEntry[];
  /** The given entries that contradict a known one, with the difference. */
  conflicts: readonly Conflict[];
  /** The given entries that a newer edition contradicts, with the difference: what the newer one says stays. */
  older: readonly Told[];
  /** The given entries that say the same as a known one, and cannot be it because of their day. */
  others: readonly Told[];
  /** The types of which the source no longer shows anything, and the promises that it no longer shows beside others. */
  gone: readonly Gone[];
};

export type Gone = { type: EntryType; promise?: string };
