import { type ActionRole, type ActionRule, rolesOf } from "../acting/action-rule.ts";
import { type Entry, kindOf } from "../follow-up/entries/entry.ts";
import type { Id } from "../source.ts";

/** The side that an entry speaks for. `unknown`: it was not recorded and does not follow from the type. */
export type EntryOwner = "addressee" | "onBehalf" | "issuingBody" | "unknown";

/**
 * Who wants to amend an entry. `anotherRespondent` is one of an organization that is not responsible for the follow-up.
 */
export type Amender = ActionRole | "anotherRespondent" | "anotherBody";

export type Amendment = "correct" | "retract";

/**
 * Who may amend whose entry, as far as its side decides: its author's side, and an editor, who keeps the record. Each
 * amendment records who made it, and the amended entry stays readable.
 */
export const amendments = {
  addressee: ["respondent", "editor"],
  onBehalf: ["respondent", "editor"],
  issuingBody: ["assessor", "editor"],
  unknown: ["editor"],
} as const satisfies Record<EntryOwner, readonly Amender[]>;

/**
 * The roles that may amend an entry. To correct or retract it, one must be allowed to record such an entry; an editor may
 * also retract any entry that was made on the wrong follow-up.
 */
export function amendersOf(
  by: Amendment,
  entry: Entry,
  entries: readonly Entry[],
  ruleOf: (entry: Entry) => ActionRule,
): readonly ActionRole[] {
  // What was public has been read, so that its publication is never taken back (R60).
  if (entry.type === "answerPublication") return [];
  const sides: readonly ActionRole[] = amendments[ownerOf(entry, entries)];
  const recorded = recordedEntry(entry, entries);
  const recorders = recorded === undefined ? [] : rolesOf(ruleOf(recorded));
  return sides.filter((role) => (by === "retract" && role === "editor") || recorders.includes(role));
}

/** Who retracts a retraction must be allowed to record the entry that it retracted. */
function recordedEntry(entry: Entry, entries: readonly Entry[]): Entry | undefined {
  if (entry.type !== "retraction") return entry;
  const target = entries.find(({ id }) => id === entry.retracts);
  return target && recordedEntry(target, entries);
}

/** The side that an entry speaks for: as it was recorded, or else by its type. */
export function ownerOf(entry: Entry, entries: readonly Entry[]): EntryOwner {
  const { author, source } = entry;
  if (author !== undefined) return author.side === "issuingBody" ? "issuingBody" : addresseeOwner(author.onBehalf);
  if (entry.type === "retraction") return ownerOfRetraction(entry.retracts, entries);
  const { side } = kindOf(entry);
  return side === "addressee" ? addresseeOwner(source !== undefined) : side;
}

function addresseeOwner(onBehalf: boolean | undefined): EntryOwner {
  return onBehalf ? "onBehalf" : "addressee";
}

/**
 * An old retraction does not record a side. Entries of the issuing body could be retracted only by itself; an entry of
 * an addressee may also have been retracted by an editor.
 */
function ownerOfRetraction(retracts: Id, entries: readonly Entry[]): EntryOwner {
  const target = entries.find(({ id }) => id === retracts);
  const voice = target === undefined ? "unknown" : ownerOf(target, entries);
  return voice === "issuingBody" || voice === "addressee" ? voice : "unknown";
}
