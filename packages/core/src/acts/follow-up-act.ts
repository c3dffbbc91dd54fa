import type { z } from "zod";
import type { CommandText, OperationText } from "../acting/act-texts.ts";
import type { ActionRule } from "../acting/action-rule.ts";
import type { Entry, EntryType } from "../follow-up/entries/entry.ts";
import type { Evidence, NewEvidenceItem } from "../follow-up/entries/evidence.ts";
import type { Day } from "../time/day.ts";
import { withoutAbsent } from "../without-absent.ts";
import { type ActContext, type Acting, type EntryRules, newEntryBase, type OnFollowUp } from "./act.ts";
import type { Fault } from "./fault.ts";
import { withGivenFiles } from "./given-files.ts";
import { publicationOf } from "./publication-of.ts";
import { requireCitable } from "./require-citable.ts";
import { requireValidEntry } from "./require-valid-entry.ts";

/** An act on a follow-up: what is asked of it, who may do it when, what it makes, and its texts for those who do it. */
export type FollowUpAct = EntryRules & {
  /** What it is given. */
  input: z.ZodObject;
  /** The actions that it may be, each with its rule. */
  actions: Readonly<Record<string, ActionRule>>;
  /** Which of them it is, by its input or by the entry that it made; absent when there is only one. */
  action?(content: never): string;
  /** The type of the entry that it makes; absent when it makes one of the type of another entry. */
  records?: EntryType;
  /** Whether there is something on the follow-up that it can be done to; absent where nothing is needed. */
  isPossible?(on: OnFollowUp): boolean;
  /** It amends another entry, whose side must be known. */
  amends?: true;
  /**
   * What is wrong with what an input says where other properties of it are missing or cannot be read, so that all faults are told
   * at once; absent where nothing can be told of a part.
   */
  faultsOfSome?(some: never, context: ActContext): readonly Fault[];
  /** The entry that it makes, of an input that was parsed, by an actor who may do it. */
  decide(input: never, acting: Acting): Entry;
  operation: OperationText;
  command: CommandText;
};

type Of<Type extends EntryType> = Extract<Entry, { type: Type }>;

type Content<Type extends EntryType> = Omit<Of<Type>, keyof ReturnType<typeof newEntryBase> | "type">;

/** What an act is given besides its day and source; its evidence has the files themselves. */
type GivenContent<Schema extends z.ZodObject> = {
  [Name in keyof Omit<z.output<Schema>, "givenOn" | "source">]: Name extends "evidence"
    ? Evidence[]
    : z.output<Schema>[Name];
};

function withFiles(given: object, acting: Acting): object {
  if (!("evidence" in given)) return given;
  const evidence = given.evidence as readonly NewEvidenceItem[];
  requireCitable(evidence, acting, { place: "evidence" });
  return { ...given, evidence: withGivenFiles(evidence, acting, { place: "evidence" }) };
}

/** An act that makes an entry of one type, out of its input or of what `content` makes of that. */
export function recordingAct<
  const Type extends EntryType,
  Schema extends z.ZodObject,
  const Actions extends Readonly<Record<string, ActionRule>>,
>(
  records: Type,
  act: {
    input: Schema;
    actions: Actions;
    action?: (content: Of<Type> | z.output<Schema>) => keyof Actions & string;
    content: (given: GivenContent<Schema>, acting: Acting) => Content<Type>;
    faults?: (entry: Of<Type>, acting: Acting) => readonly Fault[];
    faultsOfSome?: (some: Partial<z.output<Schema>> & { givenOn: Day }, context: ActContext) => readonly Fault[];
    correctedWith?: (old: Of<Type>, change: Readonly<Record<string, unknown>>, acting: Acting) => object;
    requireCorrectable?: (old: Of<Type>, corrected: Of<Type>, acting: Acting) => void;
    isPossible?: FollowUpAct["isPossible"];
    amends?: true;
    operation: OperationText;
    command: CommandText<keyof z.output<Schema> & string>;
  },
) {
  return {
    ...act,
    records,
    decide({ givenOn: _, source: __, ...given }: z.output<Schema>, acting: Acting): Entry {
      const content = withoutAbsent(act.content(withFiles(given, acting) as GivenContent<Schema>, acting));
      const base = newEntryBase(acting);
      const publication = publicationOf(acting, records, base.author);
      const entry = { ...base, ...publication, type: records, ...content } as unknown as Entry;
      requireValidEntry(acting, entry);
      return entry;
    },
  };
}
