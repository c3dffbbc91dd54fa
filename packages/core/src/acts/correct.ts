import { z } from "zod";
import { actionStates } from "../acting/action-rule.ts";
import { parseInput } from "../acting/parse-input.ts";
import { canonical } from "../canonical.ts";
import { changedThing } from "../changed-thing.ts";
import { DomainError } from "../domain-error.ts";
import type { Author } from "../follow-up/entries/author.ts";
import { Entry, type EntryType, entryKinds, kindOf } from "../follow-up/entries/entry.ts";
import type { EntryKind } from "../follow-up/entries/entry-kind.ts";
import { changedEvidenceList, Evidence } from "../follow-up/entries/evidence.ts";
import type { EvidenceFile } from "../follow-up/entries/evidence-file.ts";
import { evidenceOf } from "../follow-up/entries/shown-evidence.ts";
import { mayWait } from "../follow-up/entries/unpublished.ts";
import { mergePatch } from "../merge-patch.ts";
import { changesOf } from "../merge-patch-schema.ts";
import { Id } from "../source.ts";
import { type Acting, authorOf, responsibleNow } from "./act.ts";
import { ownerOf } from "./amendments.ts";
import { requireStillOwn } from "./decisive.ts";
import type { FollowUpAct } from "./follow-up-act.ts";
import { withGivenFiles } from "./given-files.ts";
import { publicationOf } from "./publication-of.ts";
import { requireAmendable } from "./require-amendable.ts";
import { requireCitable } from "./require-citable.ts";
import { requireValidEntry } from "./require-valid-entry.ts";

export const NewCorrection = z
  .strictObject({
    corrects: Id,
    change: z.record(z.string(), z.unknown()).describe("The properties that change; null takes one away (RFC 7396)."),
  })
  .meta({ id: "NewCorrection" });
type NewCorrection = z.output<typeof NewCorrection>;

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
  "publication",
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
        "evidence" in entry.shape ? { ...entry.shape, evidence: changedEvidence(entry.shape.evidence) } : entry.shape,
        names,
        `A JSON Merge Patch (RFC 7396) of an entry of the type ${type}.`,
      );
    }),
  )
  .meta({ id: "EntryChanges", description: "A JSON Merge Patch (RFC 7396) of an entry, by its type." });

/** Where an entry may be without evidence, a change may take it away. */
function changedEvidence(evidence: z.ZodType): z.ZodType {
  return evidence.isOptional() ? changedEvidenceList.default([]) : changedEvidenceList.min(1);
}

function isFixed(type: EntryType, name: string): boolean {
  const { fixed = [] }: EntryKind<never, string> = entryKinds[type];
  return fixedFields.includes(name) || fixed.includes(name);
}

/** A correction is a new entry that replaces the old one and keeps its day; nothing is overwritten (R12). */
export const correct = {
  input: NewCorrection,
  actions: { correct: { roles: ["respondent", "editor", "assessor"], states: actionStates, becomes: "derivedAgain" } },
  amends: true,
  decide: corrected,
  operation: {
    id: "correctEntry",
    changes: EntryChanges,
    summary: "A new entry that replaces an old one and keeps its day; null removes a property",
  },
  command: {
    noun: "entry",
    verb: "correct",
    about: "A new entry that replaces an old one and keeps its day",
    options: {
      corrects: ["--entry <id>", "the entry to correct", "entry"],
      change: ["--change <json>", 'what changes, such as {"position":"rejected"}; null takes a property away'],
    },
  },
} as const satisfies FollowUpAct;

function corrected({ corrects, change }: NewCorrection, acting: Acting): Entry {
  const old = requireAmendable(acting, "correct", "corrects", corrects);
  if (old.type === "retraction") throw new DomainError("invalidInput", "a retraction is retracted, not corrected");
  // Where an entry tells its source, that stays: a file is compared by it.
  const untouchable = Object.keys(change).filter(
    (name) => isFixed(old.type, name) || (name === "source" && old.source !== undefined),
  );
  if (untouchable.length > 0)
    throw new DomainError(
      "invalidInput",
      "these stay the same in a correction; a change of mind is a new entry (R52)",
      untouchable.map((name) => ({ name: `change.${name}`, detail: "cannot be corrected" })),
    );
  const rules = acting.rulesOf(old);
  const besides = rules.correctedWith?.(old as never, change, acting) ?? {};
  const author = authorOfCorrection(acting, old);
  const made = parseInput(Entry, {
    ...(mergePatch(changedThing(old, withFiles(change, old, acting)), besides) as object),
    id: acting.newId(),
    recordedAt: acting.at,
    actor: acting.actor.name,
    author,
    corrects,
    // What waited for its publication waits again: the new words are other ones.
    ...(mayWait(old) ? { publication: "byAct" } : publicationOf(acting, old.type, author)),
  });
  const changed = changedIn(old, made);
  if (changed.length === 0)
    throw new DomainError("invalidInput", "nothing would change by this", [
      { name: "change", detail: "it says what the entry says" },
    ]);
  requireValidEntry(acting, made, old);
  const decided = changed.filter((name) => kindOf(old).decisive?.includes(name));
  requireStillOwn(
    acting,
    old,
    decided.map((name) => `change.${name}`),
  );
  requireSource(acting, made, decided);
  rules.requireCorrectable?.(old as never, made as never, acting);
  return made;
}

/** The change with the files that it names; all else in it is left to the schema of the entry. */
function withFiles(change: NewCorrection["change"], old: Entry, acting: Acting): NewCorrection["change"] {
  const { evidence } = change;
  if (!Array.isArray(evidence) || !evidence.every(isGiven)) return change;
  const place = { place: "evidence", had: evidenceOf(old) };
  requireCitable(evidence, acting, place);
  return { ...change, evidence: withGivenFiles(evidence, acting, place) };
}

type GivenEvidence = { file?: Id | EvidenceFile; item?: Id; section?: Id; confidential?: boolean };

function isGiven(given: unknown): given is GivenEvidence {
  const { file, item, section } = Evidence.shape;
  return z.looseObject({ file: file.or(Id), item, section }).safeParse(given).success;
}

/**
 * An editor who corrects what an addressee said, and by which it is overdue or not, tells where the addressee says so, as one
 * who records it does (R54). Errors: invalidInput, with the place.
 */
function requireSource({ actor, case: { entries } }: Acting, made: Entry, decided: readonly string[]): void {
  if (actor.role !== "editor" || decided.length === 0 || made.source !== undefined) return;
  const owner = ownerOf(made, entries);
  if (owner !== "addressee" && owner !== "onBehalf") return;
  throw new DomainError("invalidInput", "what an editor corrects for the addressee needs its source (R54)", [
    {
      name: "change.source",
      detail: `where the addressee said it: ${decided.join(", ")} ${decided.length === 1 ? "decides" : "decide"} whether it is overdue`,
    },
  ]);
}

/** The properties by which it says something else, whoever corrected it and when. */
function changedIn(old: Entry, corrected: Entry): string[] {
  const before = Entry.parse(old) as Record<string, unknown>;
  const after = corrected as Record<string, unknown>;
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (name) =>
      !["id", "recordedAt", "actor", "author", "corrects", "publication"].includes(name) &&
      canonical(before[name] ?? null) !== canonical(after[name] ?? null),
  );
}

/**
 * The entry keeps speaking for the same side. Who corrects it is recorded: a respondent speaks for itself, also of what an
 * editor had recorded for it (R57).
 */
function authorOfCorrection(acting: Acting, old: Entry): Author {
  const { entries } = acting.case;
  const voice = ownerOf(old, entries);
  const author = authorOf(acting);
  if (voice !== "addressee" && voice !== "onBehalf") return author;
  const organization = old.author?.organization ?? responsibleNow(acting).addressee.organization;
  const onBehalf = acting.actor.role === "editor";
  return { id: acting.actor.id, side: "addressee", organization, ...(onBehalf && { onBehalf: true }) };
}
