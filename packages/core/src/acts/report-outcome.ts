import { z } from "zod";
import { byAddressee } from "../acting/action-rule.ts";
import type { CommitmentOutcome } from "../follow-up/entries/commitment-outcome.ts";
import { liveEntries, rootIds } from "../follow-up/entries/live-entries.ts";
import { retractedIds } from "../follow-up/entries/retracted.ts";
import { Id } from "../source.ts";
import { ReadableText } from "../text/bounded-text.ts";
import { Day } from "../time/day.ts";
import { type ActContext, commonInput, isRetracted, requireEntry } from "./act.ts";
import { notAfter, notBeforeReport } from "./date-faults.ts";
import { type Fault, inputFault, refused } from "./fault.ts";
import { recordingAct } from "./follow-up-act.ts";

export const NewCommitmentOutcome = z
  .strictObject({
    ...commonInput,
    commitment: Id,
    outcome: z.enum(["met", "replaced", "abandoned"]),
    asOf: Day.optional(),
    replacedBy: Id.optional(),
    reason: ReadableText.optional(),
  })
  .meta({ id: "NewCommitmentOutcome" });

/** The addressee reports what happened to a promise. */
export const reportOutcome = recordingAct("commitmentOutcome", {
  input: NewCommitmentOutcome,
  actions: { reportOutcome: { ...byAddressee, states: ["open"] } },
  isPossible: ({ case: { entries } }) =>
    entries.some(({ type, id }) => type === "commitment" && !isRetracted(entries, id)),
  content: (given) => given,
  faults: (entry, acting) => outcomeFaults(acting, entry),
  operation: { id: "recordCommitmentOutcome", collection: "commitmentOutcomes", summary: "What happened to a promise" },
  command: {
    noun: "commitment",
    verb: "outcome",
    about: "What happened to a promise",
    options: {
      commitment: ["--commitment <id>", "the promise", "entry"],
      outcome: ["--outcome <outcome>", "what happened to it"],
      replacedBy: ["--replaced-by <id>", "the promise that replaces it", "entry"],
      reason: ["--reason <text>", "why"],
    },
  },
});

function outcomeFaults(context: ActContext, entry: CommitmentOutcome): Fault[] {
  const { commitment, outcome, replacedBy, asOf, givenOn } = entry;
  return [
    ...refused(() => requireEntry(context, "commitment", "commitment", commitment)),
    ...(replacedBy === undefined ? [] : refused(() => requireEntry(context, "commitment", "replacedBy", replacedBy))),
    ...(replacesItself(context, entry)
      ? [
          inputFault(
            "replacedBy",
            "a promise cannot be replaced by itself, or by a promise that it replaces",
            replacedBy,
          ),
        ]
      : []),
    ...((outcome === "replaced") === (replacedBy !== undefined)
      ? []
      : [inputFault("replacedBy", "an outcome names another promise when the promise was replaced, and only then")]),
    ...notAfter("asOf", asOf, givenOn),
    ...notBeforeReport(context, asOf),
    ...beforePromise(context, entry),
    ...replacementFaults(context, entry),
  ];
}

/**
 * D5: a promise that was replaced goes on in the one that replaces it, with its original date, so what happens is told of that
 * one. It cannot go on in one that has ended.
 */
function replacementFaults({ case: { entries }, settings }: ActContext, entry: CommitmentOutcome): Fault[] {
  const live = liveEntries(entries, settings);
  const rootOf = rootIds(entries);
  const outcomesOf = (promise: Id) =>
    live.flatMap(({ entry: other, root }) =>
      other.type === "commitmentOutcome" &&
      rootOf.get(other.commitment) === rootOf.get(promise) &&
      root !== rootOf.get(entry.corrects ?? "")
        ? [other]
        : [],
    );
  const stands = (promise: Id) => live.some(({ root }) => root === rootOf.get(promise));
  const replaced = outcomesOf(entry.commitment).find(
    ({ replacedBy }) => replacedBy !== undefined && stands(replacedBy),
  );
  const ended = entry.replacedBy === undefined ? undefined : outcomesOf(entry.replacedBy).at(-1);
  return [
    ...(replaced === undefined
      ? []
      : [
          hasEnded("commitment", entry.commitment, `report what happened to ${replaced.replacedBy}, which replaces it`),
        ]),
    ...(ended === undefined
      ? []
      : [hasEnded("replacedBy", entry.replacedBy, `it was ${ended.outcome}, by the entry ${ended.id}`)]),
  ];
}

function hasEnded(name: string, promise: Id | undefined, detail: string): Fault {
  return { ...inputFault(name, "that promise has ended (D5)", promise, detail), code: "invalidStateTransition" };
}

/** An outcome tells of the promise, so not of a day on which nothing was promised yet. */
function beforePromise({ case: { entries } }: ActContext, { commitment, asOf }: CommitmentOutcome): Fault[] {
  const promised = entries.find(({ id }) => id === commitment);
  const first = promised?.givenOn ?? promised?.knownAfter;
  if (asOf === undefined || first === undefined || asOf >= first) return [];
  return [inputFault("asOf", "the outcome is before its promise", asOf, `the promise was given on ${first}`)];
}

function replacesItself({ case: { entries } }: ActContext, { commitment, replacedBy }: CommitmentOutcome): boolean {
  const line = new Set([replacedBy]);
  const retracted = retractedIds(entries);
  for (const each of line)
    for (const other of entries)
      if (other.type === "commitmentOutcome" && other.commitment === each && !retracted.has(other.id))
        line.add(other.replacedBy);
  return line.has(commitment);
}
