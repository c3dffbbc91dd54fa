import { z } from "zod";
import { DomainError } from "../domain-error.ts";
import { Entry } from "../follow-up/entry.ts";
import { Id } from "../source.ts";
import { LongText } from "../text/bounded-text.ts";
import { type ActContext, type Actor, entryBase, given, isTakenBack, parseInput, requireAllowed } from "./act.ts";
import { requireSound } from "./entry-rules.ts";

const text = LongText.min(1);

export const NewRetraction = z.strictObject({ ...given, retracts: Id, reason: text }).meta({ id: "NewRetraction" });

/** Takes back an entry that was made on the wrong follow-up (decision 33). */
export function retract(context: ActContext, input: unknown): Entry[] {
  const { retracts, reason, ...rest } = parseInput(NewRetraction, input);
  requireAllowed("retract", context);
  requireOwnEntry(context, "retracts", retracts);
  return [{ ...entryBase(context, rest), type: "retraction", retracts, reason }];
}

export const NewCorrection = z
  .strictObject({
    corrects: Id,
    change: z.record(z.string(), z.unknown()).describe("The properties that change; null takes one away (RFC 7396)."),
  })
  .meta({ id: "NewCorrection" });

const fixed = [
  "id",
  "type",
  "givenOn",
  "knownBy",
  "knownAfter",
  "correctsDay",
  "recordedAt",
  "actor",
  "corrects",
  "source",
];

/** A correction is a new entry in the place of the old one, which keeps its day; nothing is overwritten (R12). */
export function correct(context: ActContext, input: unknown): Entry[] {
  const { corrects, change } = parseInput(NewCorrection, input);
  requireAllowed("correct", context);
  const old = requireOwnEntry(context, "corrects", corrects);
  if (old.type === "retraction") throw new DomainError("invalidInput", "a retraction is taken back, not corrected");
  const untouchable = Object.keys(change).filter((key) => fixed.includes(key));
  if (untouchable.length > 0)
    throw new DomainError(
      "invalidInput",
      "these are the same in a correction; a change of mind is a new entry (decision 33)",
      untouchable.map((name) => ({ name: `change.${name}`, detail: "cannot be corrected" })),
    );
  const merged = Object.fromEntries(
    Object.entries({ ...old, ...change }).filter(([, value]) => value !== null && value !== undefined),
  );
  const corrected = parseInput(Entry, {
    ...merged,
    id: context.newId(),
    recordedAt: context.at,
    actor: context.actor.name,
    corrects,
  });
  requireSound(context, corrected, old);
  return [corrected];
}

/** One corrects what one's own organization, or one's own role, has said. */
function requireOwnEntry({ case: { entries }, actor }: ActContext, name: string, id: Id): Entry {
  const entry = entries.find((each) => each.id === id);
  if (entry === undefined)
    throw new DomainError("invalidInput", "there is no such entry on this follow-up", [
      { name, value: id, detail: "no entry has this id" },
    ]);
  const later = entries.find(
    (each) =>
      (each.corrects === id || (each.type === "retraction" && each.retracts === id)) && !isTakenBack(entries, each.id),
  );
  if (later !== undefined)
    throw new DomainError("invalidStateTransition", "that entry was corrected or taken back already", [
      { name, value: id, detail: `by the entry ${later.id}` },
    ]);
  if (!isOwn(entry, actor)) throw new DomainError("missingPermission", "that entry is another organization's");
  return entry;
}

/** The Centre's editors and assessors are one organization; what it recorded for an addressee it may correct too. */
function isOwn(entry: Entry, actor: Actor): boolean {
  if (entry.actor !== undefined && entry.actor === actor.name) return true;
  const voice = authorOf[entry.type];
  if (actor.role === "respondent") return voice === "respondent" || voice === "either";
  if (actor.role === "assessor") return voice === "centre";
  return voice !== "respondent" || entry.source !== undefined;
}

/** Whose voice an entry is. */
const authorOf = {
  response: "respondent",
  commitment: "respondent",
  commitmentOutcome: "respondent",
  deadlineRequest: "respondent",
  deadlineRequestWithdrawal: "respondent",
  deadlineChange: "either",
  deadlineContest: "centre",
  progressUpdate: "respondent",
  claimWithdrawal: "respondent",
  assessment: "centre",
  closure: "centre",
  reopening: "centre",
  notCompetentUpheld: "centre",
  roleChange: "centre",
  successorDecision: "centre",
  evidence: "either",
  observation: "centre",
  retraction: "either",
} as const satisfies Record<Entry["type"], "respondent" | "centre" | "either">;
