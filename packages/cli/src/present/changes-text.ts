import { type Change, ChangeKind } from "@heed/core/follow-up/changes/change";
import type { WrittenFilter } from "@heed/core/naming/named-filter";
import type { ChangeAnswer } from "@heed/core/read-models/change-answer";
import type { ChangeItem } from "@heed/core/read-models/change-item";
import pc from "picocolors";
import { type Say, sayIn } from "../messages/say.ts";
import { hanging } from "../process/terminal.ts";
import { filterText } from "./filter-text.ts";
import { moreText, what } from "./obligation-columns.ts";
import { responsibleText } from "./responsible.ts";
import { table } from "./table.ts";
import { dayText } from "./words.ts";

export type ChangesView = Pick<WrittenFilter, "responsible" | "addressee" | "report" | "theme"> & {
  knownAt?: string;
  lang?: string;
};

/** What changed, for people: totals by kind, and a line for each change. */
export function changesText({ from, to, total = 0, totalsByKind, items }: ChangeAnswer, view: ChangesView): string {
  const say = sayIn(view.lang);
  const between = say.changes.between(from, dayText(say, to, view.knownAt));
  if (total === 0) return `${say.changes.nothing(`${between}${filterText(view, say)}`)}\n`;
  const counts = ChangeKind.options.flatMap((kind) => {
    const count = totalsByKind?.[kind] ?? 0;
    return count > 0 ? [`${say.label("changeKind", kind)} ${count}`] : [];
  });
  const counted = pc.bold(`${say.changes.some(total)} ${between}`);
  const shown = table(
    [
      { head: say.heads.day, of: ({ day, dayPrecision }) => say.date(day, dayPrecision) },
      { head: say.heads.change, of: ({ kind }) => say.label("changeKind", kind) },
      { head: say.heads.responsible, wide: true, of: (item) => responsibleText(item, view.lang) },
      { head: say.heads.recommendation, wide: true, below: true, of: (item) => what(item, view.lang) },
      { head: say.heads.what, wide: true, below: true, of: (item) => factsText(item, say) },
    ],
    items,
  );
  return `${hanging("", `${counted}: ${counts.join(", ")}.`)}\n\n${shown}${moreText(total - items.length, say)}`;
}

/** What a change is in words, beside its kind. */
function factsText(item: ChangeItem, say: Say): string {
  const text = facts[item.kind](item, say);
  return item.atTheLatest ? [text, say.changes.atTheLatest].filter(Boolean).join(", ") : text;
}

const facts: Record<ChangeKind, (change: Change, say: Say) => string> = {
  published: () => "",
  askedAnew: ({ times = 0 }, { changes }) => changes.askedTimes(times),
  answered: ({ position, positionBefore }, say) => was(say, "position", position, positionBefore),
  promised: (change, say) => (change.due === undefined ? say.changes.withoutDate : say.changes.by(dueOf(change, say))),
  claimed: ({ reported }, say) => told(say, "reportedLevel", reported),
  found: ({ assessed, assessedBefore }, say) => was(say, "assessedLevel", assessed, assessedBefore),
  deadlineMoved: (change, say) => {
    const due = dueOf(change, say);
    const { dueBefore } = change;
    return `${told(say, "overdueKind", change.owed)}: ${dueBefore === undefined || dueBefore === change.due ? due : say.was(due, dueBefore)}`;
  },
  newlyOverdue: (change, say) => `${owedText(change, say)}, ${say.changes.due(dueOf(change, say))}`,
  closed: ({ closureReason }, say) => told(say, "closureReason", closureReason),
  reopened: (change, say) => (change.due === undefined ? "" : say.changes.due(dueOf(change, say))),
};

/** A verification is owed by the issuing body, and not by who is responsible. */
function owedText({ owed }: Change, say: Say): string {
  const text = told(say, "overdueKind", owed);
  return owed === "verification" ? `${text} (${say.timeline.voices.issuingBody})` : text;
}

function dueOf({ due, duePrecision }: Change, say: Say): string {
  return due === undefined ? say.changes.noDate : say.date(due, duePrecision);
}

type Codes = "position" | "reportedLevel" | "assessedLevel" | "overdueKind" | "closureReason";

function told(say: Say, list: Codes, code: string | undefined): string {
  return code === undefined ? "" : say.label(list, code);
}

/** "accepted (was rejected)". */
function was(say: Say, list: Codes, now: string | undefined, before: string | undefined): string {
  const text = told(say, list, now);
  return before === undefined || before === now ? text : say.was(text, told(say, list, before));
}
