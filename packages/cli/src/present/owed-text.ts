import { type Day, daysBetween } from "@heed/core";
import type { WrittenFilter } from "@heed/core/naming/named-filter";
import { type ObligationAnswer, OwedTimeliness } from "@heed/core/read-models/obligation-answer";
import type { ObligationItem } from "@heed/core/read-models/obligation-item";
import pc from "picocolors";
import { type Say, sayIn } from "../messages/say.ts";
import { hanging } from "../process/terminal.ts";
import { onDayText } from "./filter-text.ts";
import { dueText, kindsText, moreText, obligationColumns, reasonsText } from "./obligation-columns.ts";
import { type Grouping, grouped, headingOf } from "./obligation-groups.ts";
import { type Column, table } from "./table.ts";
import { coloured, dayText } from "./words.ts";

export type OwedView = Pick<WrittenFilter, "responsible" | "addressee" | "report" | "theme"> & {
  groupBy?: Grouping;
  explain?: boolean;
  knownAt?: string;
  lang?: string;
};

/** Everything owed, for people: totals by kind and timeliness, a line for each thing, and the reasons on request. */
export function owedText(answer: ObligationAnswer, view: OwedView): string {
  const { asOf, total = 0, totalsByKind, items } = answer;
  const say = sayIn(view.lang);
  if (total === 0 || totalsByKind === undefined)
    return `${say.owed.nothing(onDayText(say, asOf, view.knownAt, view))}\n`;
  const counted = pc.bold(say.owed.some(total));
  const lines = [
    `${hanging("", `${counted} ${say.on(dayText(say, asOf, view.knownAt))}: ${kindsText(totalsByKind, say)}.`)}\n`,
    `${hanging("", say.owed.ofThese(timelinessCounts(answer, say)))}\n`,
  ];
  for (const { group, items: within } of grouped(items, view.groupBy, view.lang)) {
    if (within.length === 0) continue;
    lines.push(group === undefined ? "\n" : `\n${pc.bold(headingOf(group, view.groupBy, say))}: ${within.length}\n`);
    const notes = (item: ObligationItem) => reasonsText(item, say);
    lines.push(table(columnsOf(asOf, view, say), within, view.explain ? { notes } : {}));
  }
  lines.push(moreText(total - items.length, say));
  return lines.join("");
}

function columnsOf(asOf: Day, { lang }: OwedView, say: Say): Column<ObligationItem>[] {
  return [
    { head: say.heads.due, wraps: true, of: (item) => dueText(item, say) },
    { head: say.heads.timeliness, of: (item) => coloured(item.timeliness, whenText(item, asOf, say)) },
    ...obligationColumns(say, lang),
  ];
}

function whenText({ due, timeliness, daysOverdue }: ObligationItem, asOf: Day, say: Say): string {
  if (daysOverdue > 0) return say.owed.overdueBy(daysOverdue);
  if (due === undefined || due < asOf) return say.label("timeliness", timeliness);
  return due === asOf ? say.owed.today : say.owed.dueIn(daysBetween(asOf, due));
}

function timelinessCounts({ totalsByTimeliness }: ObligationAnswer, say: Say): string {
  return OwedTimeliness.options
    .flatMap((each) => {
      const count = totalsByTimeliness?.[each] ?? 0;
      return count > 0 ? [`${say.label("timeliness", each)} ${count}`] : [];
    })
    .join(", ");
}
