import { z } from "zod";
import { canonical } from "../canonical.ts";
import { DomainError } from "../domain-error.ts";
import type { Author } from "../follow-up/entries/author.ts";
import { Entry, type EntryType, entryKinds, kindOf } from "../follow-up/entries/entry.ts";
import type { EntryKind } from "../follow-up/entries/entry-kind.ts";
import { responsibilityOf } from "../follow-up/replay/responsibility.ts";
import { mergePatch } from "../merge-patch.ts";
import { changesOf } from "../merge-patch-schema.ts";
import { Id } from "../source.ts";
import { ReadableText } from "../text/bounded-text.ts";
import {
  type ActContext,
  authorOf,
  commonInput,
  entryBase,
  isRetracted,
  parseInput,
  requireAllowed,
  responsibleNow,
} from "./act.ts";
import { type Amendment, amendersOf, ownerOf } from "./amendments.ts";
import { type Authority, authorityNamed } from "./authority.ts";
import { isRequester } from "./deadline.ts";
import { decidesLateness, requireStillOwn } from "./decisive.ts";
import { requireValidEntry } from "./entry-rules.ts";

const text = ReadableText;

export const NewRetraction = z
  .strictObject({ ...commonInput, retracts: Id, reason: text })
  .meta({ id: "NewRetraction" });

/** Retracts an entry that was made on the wrong follow-up (R52). */
export function retract(context: ActContext, input: unknown): Entry[] {
  const { retracts, reason, ...rest } = parseInput(NewRetraction, input);
  requireAllowed("retract", context);
  const entry = requireAmendable(context, "retract", "retracts", retracts);
  if (decidesLateness(entry, context.case.entries)) requireStillOwn(context, entry, ["retracts"]);
  return [{ ...entryBase("retract", context, rest), type: "retraction", retracts, reason }];
}

export const NewCorrection = z
  .strictObject({
    corrects: Id,
    change: z.record(z.string(), z.unknown()).describe("The properties that change; null takes one away (RFC 7396)."),
  })
  .meta({ id: "NewCorrection" });

const fixedFields = [
  "id",
  "type",
  "givenOn",
  "knownBy",
  "knownByPrecision",
  "knownAfter",
  "correctsDay",
  "recordedAt",
  "actor",
  "author",
  "corrects",
  "source",
];

/** What may be corrected in each type of entry; the type itself stays. */
export const EntryChanges = z
  .union(
    Entry.options.flatMap((entry) => {
      const type = entry.shape.type.value;
      if (!("fixed" in entryKinds[type])) return [];
      const names = Object.keys(entry.shape).filter((name) => !isFixed(type, name));
      return changesOf(
        `${type[0]?.toUpperCase()}${type.slice(1)}Changes`,
        entry.shape,
        names,
        `A JSON Merge Patch (RFC 7396) of an entry of the type ${type}.`,
      );
    }),
  )
  .meta({ id: "EntryChanges", description: "A JSON Merge Patch (RFC 7396) of an entry, by its type." });

function isFixed(type: EntryType, name: string): boolean {
  const { fixed = [] }: EntryKind<never, string> = entryKinds[type];
  return fixedFields.includes(name) || fixed.includes(name);
}

/** A correction is a new entry that replaces the old one and keeps its day; nothing is overwritten (R12). */
export function correct(context: ActContext, input: unknown): Entry[] {
  const { corrects, change } = parseInput(NewCorrection, input);
  requireAllowed("correct", context);
  const old = requireAmendable(context, "correct", "corrects", corrects);
  if (old.type === "retraction") throw new DomainError("invalidInput", "a retraction is taken back, not corrected");
  const untouchable = Object.keys(change).filter((name) => isFixed(old.type, name));
  if (untouchable.length > 0)
    throw new DomainError(
      "invalidInput",
      "these stay the same in a correction; a change of mind is a new entry (R52)",
      untouchable.map((name) => ({ name: `change.${name}`, detail: "cannot be corrected" })),
    );
  const corrected = parseInput(Entry, {
    ...(mergePatch(mergePatch(old, change), authorityOfCorrection(context, old, change)) as object),
    id: context.newId(),
    recordedAt: context.at,
    actor: context.actor.name,
    author: authorOfCorrection(context, old),
    corrects,
  });
  const changed = changedIn(old, corrected);
  if (changed.length === 0)
    throw new DomainError("invalidInput", "nothing would change by this", [
      { name: "change", detail: "it says what the entry says" },
    ]);
  requireValidEntry(context, corrected, old);
  const decided = changed.filter((name) => kindOf(old).decisive?.includes(name));
  requireStillOwn(
    context,
    old,
    decided.map((name) => `change.${name}`),
  );
  requireSameDueDate(context, corrected, old);
  requireOtherThanRequester(context, old);
  return [corrected];
}

/** The properties by which it says something else, whoever corrected it and when. */
function changedIn(old: Entry, corrected: Entry): string[] {
  const before = Entry.parse(old) as Record<string, unknown>;
  const after = corrected as Record<string, unknown>;
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (name) =>
      !["id", "recordedAt", "actor", "author", "corrects"].includes(name) &&
      canonical(before[name] ?? null) !== canonical(after[name] ?? null),
  );
}

/** D5, D6: the author of a promise cannot move its date by a correction; an editor may correct a mistake. */
function requireSameDueDate({ actor }: ActContext, corrected: Entry, old: Entry): void {
  if (actor.role !== "respondent" || corrected.type !== "commitment" || old.type !== "commitment") return;
  if (canonical(corrected.due ?? null) === canonical(old.due ?? null)) return;
  throw new DomainError("missingPermission", "the author of a promise cannot move its date (D5, D6)", [
    { name: "change.due", detail: "ask for a later date, or let an editor correct a mistake" },
  ]);
}

/** D6: whoever asked does not write the decision, also not in a correction. */
function requireOtherThanRequester(context: ActContext, old: Entry): void {
  if (old.type !== "deadlineChange") return;
  const asked = context.case.entries.find(({ id }) => id === old.request);
  if (asked?.type === "deadlineRequest" && isRequester(context, asked))
    throw new DomainError("missingPermission", "the requester of a later date cannot decide on it (D6)");
}

/** A corrected authority is looked up and checked against D6 like the first one. */
function authorityOfCorrection(context: ActContext, old: Entry, { decidedBy }: { decidedBy?: unknown }): object {
  if (old.type !== "deadlineChange" || typeof decidedBy !== "string") return {};
  const asked = context.case.entries.find(({ id }) => id === old.request);
  const of: Authority = authorityNamed(
    context,
    decidedBy,
    asked?.type === "deadlineRequest" ? asked : { requestedBy: old.requestedBy },
    "change.decidedBy",
  );
  return { decidedByOrganization: null, decidedByFreeText: null, ...of };
}

/** The entry to correct or retract. Errors: invalidInput, invalidStateTransition, missingPermission. */
function requireAmendable(context: ActContext, by: Amendment, name: string, id: Id): Entry {
  const { entries } = context.case;
  const entry = entries.find((each) => each.id === id);
  if (entry === undefined)
    throw new DomainError("invalidInput", "there is no such entry on this follow-up", [
      { name, value: id, detail: "no entry has this id" },
    ]);
  if (!mayAmend(context, by, entry))
    throw new DomainError("missingPermission", "only the side of its author, or an editor, can amend that entry");
  const later = entries.find(
    (each) =>
      (each.corrects === id || (each.type === "retraction" && each.retracts === id)) && !isRetracted(entries, each.id),
  );
  if (later !== undefined)
    throw new DomainError("invalidStateTransition", "that entry was corrected or retracted already", [
      { name, value: id, detail: `by the entry ${later.id}` },
    ]);
  return entry;
}

/** Checks who may amend it. An addressee inherits the entries of its predecessors and of nobody else. */
function mayAmend(context: ActContext, by: Amendment, entry: Entry): boolean {
  const { case: followUpCase, actor, settings, today } = context;
  if (!amendersOf(by, entry, followUpCase.entries).includes(actor.role)) return false;
  const organization = entry.author?.organization;
  if (actor.role !== "respondent" || organization === undefined) return true;
  const before = responsibilityOf(followUpCase, settings).addressee.filter(({ from }) => from <= today);
  return [followUpCase.followUp.addressee, ...before.map((each) => each.organization)].includes(organization);
}

/** The entry keeps speaking for the same side; the person who corrects it is recorded. */
function authorOfCorrection(context: ActContext, old: Entry): Author {
  const { entries } = context.case;
  const voice = ownerOf(old, entries);
  const author = authorOf("correct", context);
  if (voice !== "addressee" && voice !== "onBehalf") return author;
  const organization = old.author?.organization ?? responsibleNow(context).addressee.organization;
  const onBehalf = context.actor.role === "editor" || old.author?.onBehalf === true;
  return { id: context.actor.id, side: "addressee", organization, ...(onBehalf && { onBehalf: true }) };
}
