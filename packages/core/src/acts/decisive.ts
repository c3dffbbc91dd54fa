import { DomainError } from "../domain-error.ts";
import { type Entry, kindOf } from "../follow-up/entries/entry.ts";
import { dayOf } from "../settings/settings.ts";
import { words } from "../text/words.ts";
import type { ActContext } from "./act.ts";

/**
 * The addressee may amend what decides whether it is overdue on the day on which it was given and recorded, until somebody
 * else relies on it or an editor corrects or retracts a version of it. Then an editor amends it: the addressee could otherwise remove days on which
 * it was overdue (D25, R52).
 * Errors: missingPermission, with the places.
 */
export function requireStillOwn(context: ActContext, entry: Entry, places: readonly string[]): void {
  if (context.actor.role !== "respondent" || places.length === 0) return;
  const refuse = (cause: string, detail: string) =>
    new DomainError(
      "missingPermission",
      `${cause}: what decides whether the addressee is overdue is now for an editor to amend (R55)`,
      places.map((name) => ({ name, detail })),
    );
  const { entries } = context.case;
  const line = lineOf(entries, entry);
  const [first = entry] = line;
  if (first.givenOn !== context.today || dayOf(context.settings, first.recordedAt) !== context.today)
    throw refuse(
      "the day on which it was given and recorded has passed",
      `given ${first.givenOn === undefined ? "on an unknown day" : `on ${first.givenOn}`}, recorded on ${dayOf(context.settings, first.recordedAt)}; today is ${context.today}`,
    );
  const byEditor = line.slice(1).find(({ author }) => author?.side !== "addressee" || author.onBehalf);
  if (byEditor !== undefined) throw refuse("an editor corrected it", `by the entry ${byEditor.id}`);
  const upon = entries.find(
    (each) => kindOf(each).rests && each.recordedAt >= first.recordedAt && each.recordedAt <= context.at,
  );
  if (upon !== undefined) throw refuse(`${withArticle(upon.type)} followed it`, `the entry ${upon.id} rests on it`);
}

/** The first version of an entry, and all that corrected or retracted any version of it, or that retraction. */
function lineOf(entries: readonly Entry[], entry: Entry): readonly Entry[] {
  const byId = new Map(entries.map((each) => [each.id, each]));
  const amended = ({ corrects, ...each }: Entry) =>
    corrects ?? (each.type === "retraction" ? each.retracts : undefined);
  const firstOf = (each: Entry): Entry => {
    const passed = new Set([each]);
    for (const one of passed) {
      const before = byId.get(amended(one) ?? "");
      if (before !== undefined) passed.add(before);
    }
    return [...passed].at(-1) ?? each;
  };
  const first = firstOf(entry);
  return [first, ...entries.filter((each) => each !== first && firstOf(each) === first)];
}

/** "a deadline change" */
function withArticle(type: Entry["type"]): string {
  return `${/^[aeiou]/.test(type) ? "an" : "a"} ${words(type)}`;
}

/**
 * Whether anything may be late, or not, by this entry; a retraction stands for what it retracts. What the entry says alone
 * does not tell: a promise without a date may have got one by a decision, or stand for one that had a date.
 */
export function decidesLateness(entry: Entry, entries: readonly Entry[]): boolean {
  if (entry.type !== "retraction") return kindOf(entry).decisive !== undefined;
  const target = entries.find(({ id }) => id === entry.retracts);
  return target !== undefined && decidesLateness(target, entries);
}
