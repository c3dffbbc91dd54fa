import type { WrittenFilter } from "@heed/core/naming/named-filter";
import type { OverdueAnswer } from "@heed/core/read-models/overdue-answer";
import type { OverdueItem } from "@heed/core/read-models/overdue-item";
import { ageingBuckets } from "@heed/core/time/ageing";
import pc from "picocolors";
import { type Say, sayIn } from "../messages/say.ts";
import { hanging } from "../process/terminal.ts";
import { onDayText } from "./filter-text.ts";
import { dueText, kindsText, moreText, obligationColumns, reasonsText, what } from "./obligation-columns.ts";
import { type Grouping, grouped, headingOf } from "./obligation-groups.ts";
import type { Stale } from "./overdue-json.ts";
import { responsibleText } from "./responsible.ts";
import { type Column, table } from "./table.ts";
import { coloured, daysText, dayText } from "./words.ts";

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
  const say = sayIn(view.lang);
  const { nothing, nothingSoon, some, someSoon } = say.overdue;
  const counted = pc.bold((view.dueSoon ? someSoon : some)(total));
  const on = say.on(dayText(say, asOf, view.knownAt));
  const lines = [
    total === 0
      ? `${(view.dueSoon ? nothingSoon : nothing)(onDayText(say, asOf, view.knownAt, view))}\n`
      : `${hanging("", `${counted} ${on}: ${kindsText(answer.totalsByKind, say)}.`)}\n`,
  ];
  for (const { group, items: within } of grouped(items, view.groupBy, view.lang)) {
    if (within.length === 0) continue;
    lines.push(group === undefined ? "\n" : `\n${pc.bold(headingOf(group, view.groupBy, say))}: ${within.length}\n`);
    lines.push(table(columnsOf(view, say), within, view.explain ? { notes: (item) => reasonsText(item, say) } : {}));
  }
  lines.push(moreText(total - items.length, say));
  if (total > 0 && !view.dueSoon) lines.push(ageingText(answer, say));
  if (stale.total > 0) lines.push(staleText(stale, say, view.lang));
  return lines.join("");
}

function columnsOf({ lang, dueSoon, against }: OverdueView, say: Say): Column<OverdueItem>[] {
  const late = (item: OverdueItem) => (against === "original" ? item.daysOverdueOriginal : item.daysOverdue);
  const daysLate: Column<OverdueItem> = {
    head: say.heads.daysOverdue,
    align: "right",
    of: (item) => coloured(item.timeliness, String(late(item))),
  };
  return [
    ...(dueSoon ? [] : [daysLate]),
    { head: say.heads.due, wraps: true, of: (item) => dueText(item, say) },
    ...obligationColumns(say, lang),
  ];
}

function ageingText({ totalsByAge }: OverdueAnswer, say: Say): string {
  const counts = ageingBuckets.map((bucket) => `${daysText(say, bucket)}: ${totalsByAge[bucket]}`);
  return `\n${say.ageing.byAge(counts.join(", "))}\n`;
}

function staleText({ items, total }: Stale, say: Say, lang: string | undefined): string {
  const heading = `${pc.bold(say.overdue.stale(total))} ${say.overdue.staleMeans}`;
  const shown = table(
    [
      { head: say.heads.staleSince, of: ({ staleFrom }) => staleFrom },
      { head: say.heads.by, wide: true, of: (item) => responsibleText(item, lang) },
      { head: say.heads.recommendation, wide: true, of: (item) => what(item, lang) },
    ],
    items,
  );
  return `\n${hanging("", heading)}\n${items.length > 0 ? shown : ""}${moreText(total - items.length, say)}`;
}
