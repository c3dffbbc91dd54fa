import type { WrittenFilter } from "@heed/core/naming/named-filter";
import type { OverdueAnswer } from "@heed/core/read-models/overdue-answer";
import type { OverdueItem } from "@heed/core/read-models/overdue-item";
import { ageingBuckets } from "@heed/core/time/ageing";
import pc from "picocolors";
import { hanging } from "../process/terminal.ts";
import { filterText } from "./filter-text.ts";
import { dueText, kindsText, moreText, obligationColumns, reasonsText, what } from "./obligation-columns.ts";
import { type Grouping, grouped } from "./obligation-groups.ts";
import type { Stale } from "./overdue-json.ts";
import { responsibleText } from "./responsible.ts";
import { type Column, table } from "./table.ts";
import { coloured, daysText, dayText, plural } from "./words.ts";

export type OverdueView = Pick<WrittenFilter, "responsible" | "addressee" | "report" | "theme"> & {
  dueSoon?: boolean;
  against: "current" | "original";
  groupBy?: Grouping;
  explain?: boolean;
  knownAt?: string;
  lang?: string;
};

/** What is overdue, for people: totals by kind and age, a line for each item, and the reasons on request. */
export function overdueText(answer: OverdueAnswer, stale: Stale, view: OverdueView): string {
  const { asOf, total, items } = answer;
  const state = view.dueSoon ? "due soon" : "overdue";
  const on = `on ${dayText(asOf, view.knownAt)}`;
  const lines = [
    total === 0
      ? `Nothing is ${state} ${on}${filterText(view)}.\n`
      : `${hanging("", `${pc.bold(plural(total, `thing is ${state}`, `things are ${state}`))} ${on}: ${kindsText(answer.totalsByKind)}.`)}\n`,
  ];
  for (const { group, items: some } of grouped(items, view.groupBy, view.lang)) {
    if (some.length === 0) continue;
    lines.push(group === undefined ? "\n" : `\n${pc.bold(headingOf(group, view.groupBy))}: ${some.length}\n`);
    lines.push(table(columnsOf(view), some, view.explain ? { notes: reasonsText } : {}));
  }
  lines.push(moreText(total - items.length));
  if (total > 0 && !view.dueSoon) lines.push(ageingText(answer));
  if (stale.total > 0) lines.push(staleText(stale, view.lang));
  return lines.join("");
}

function columnsOf({ lang, dueSoon, against }: OverdueView): Column<OverdueItem>[] {
  const late = (item: OverdueItem) => (against === "original" ? item.daysOverdueOriginal : item.daysOverdue);
  const daysLate: Column<OverdueItem> = {
    head: "Days overdue",
    align: "right",
    of: (item) => coloured(item.timeliness, String(late(item))),
  };
  return [...(dueSoon ? [] : [daysLate]), { head: "Due", wraps: true, of: dueText }, ...obligationColumns(lang)];
}

function headingOf(group: string, groupBy: Grouping | undefined): string {
  if (groupBy !== "ageing") return group;
  return group === "notLate" ? "not overdue" : `${daysText(group)} days overdue`;
}

function ageingText({ totalsByAge }: OverdueAnswer): string {
  const counts = ageingBuckets.map((bucket) => `${daysText(bucket)}: ${totalsByAge[bucket]}`);
  return `\nBy age in days: ${counts.join(", ")}.\n`;
}

function staleText({ items, total }: Stale, lang: string | undefined): string {
  const heading = `${pc.bold(`Stale: ${total}`)} without a deadline, and nothing was said on it for a long time (in no total above)`;
  const shown = table(
    [
      { head: "Stale since", of: ({ staleFrom }) => staleFrom },
      { head: "By", wide: true, of: (item) => responsibleText(item, lang) },
      { head: "Recommendation", wide: true, of: (item) => what(item, lang) },
    ],
    items,
  );
  return `\n${hanging("", heading)}\n${items.length > 0 ? shown : ""}${moreText(total - items.length)}`;
}
