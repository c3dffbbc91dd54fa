import { type Day, dateText } from "@heed/core";
import { type Change, ChangeKind } from "@heed/core/follow-up/changes/change";
import type { WrittenFilter } from "@heed/core/naming/named-filter";
import type { ChangeAnswer } from "@heed/core/read-models/change-answer";
import type { ChangeItem } from "@heed/core/read-models/change-item";
import pc from "picocolors";
import { hanging } from "../process/terminal.ts";
import { filterText } from "./filter-text.ts";
import { moreText, what } from "./obligation-columns.ts";
import { responsibleText } from "./responsible.ts";
import { table } from "./table.ts";
import { dayText, plural, words } from "./words.ts";

export type ChangesView = Pick<WrittenFilter, "responsible" | "addressee" | "report" | "theme"> & {
  knownAt?: string;
  lang?: string;
};

/** What changed, for people: totals by kind, and a line for each change. */
export function changesText({ from, to, total = 0, totalsByKind, items }: ChangeAnswer, view: ChangesView): string {
  const between = `from ${from} to ${dayText(to, view.knownAt)}`;
  if (total === 0) return `Nothing changed ${between}${filterText(view)}.\n`;
  const counts = ChangeKind.options.flatMap((kind) => {
    const count = totalsByKind?.[kind] ?? 0;
    return count > 0 ? [`${words(kind)} ${count}`] : [];
  });
  const counted = pc.bold(`${plural(total, "change")} ${between}`);
  const shown = table(
    [
      { head: "Day", of: ({ day, dayPrecision }) => dateText(day, dayPrecision) },
      { head: "Change", of: ({ kind }) => words(kind) },
      { head: "By", wide: true, of: (item) => responsibleText(item, view.lang) },
      { head: "Recommendation", wide: true, below: true, of: (item) => what(item, view.lang) },
      { head: "What", wide: true, below: true, of: factsText },
    ],
    items,
  );
  return `${hanging("", `${counted}: ${counts.join(", ")}.`)}\n\n${shown}${moreText(total - items.length)}`;
}

/** What a change is in words, beside its kind. */
function factsText(item: ChangeItem): string {
  const text = facts[item.kind](item);
  return item.atTheLatest ? [text, "at the latest on that day"].filter(Boolean).join(", ") : text;
}

const facts: Record<ChangeKind, (change: Change) => string> = {
  published: () => "",
  askedAnew: ({ times }) => `asked ${times} times`,
  answered: ({ position, positionBefore }) => was(position, positionBefore),
  promised: (change) => (change.due === undefined ? "without a date" : `by ${dueOf(change)}`),
  claimed: ({ reported }) => told(reported),
  found: ({ assessed, assessedBefore }) => was(assessed, assessedBefore),
  deadlineMoved: (change) => `${told(change.owed)}: ${was(dueOf(change), change.dueBefore)}`,
  newlyOverdue: (change) => `${told(change.owed)}, due ${dueOf(change)}`,
  closed: ({ closureReason }) => told(closureReason),
  reopened: (change) => (change.due === undefined ? "" : `due ${dueOf(change)}`),
};

function dueOf({ due, duePrecision }: Change): string {
  return due === undefined ? "no date" : dateText(due, duePrecision);
}

function told(code: string | undefined): string {
  return code === undefined ? "" : words(code);
}

/** "accepted (was rejected)"; a date stays as it is. */
function was(now: string | undefined, before: string | Day | undefined): string {
  return before === undefined || before === now ? told(now) : `${told(now)} (was ${told(before)})`;
}
