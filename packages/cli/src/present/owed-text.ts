import { type Day, daysBetween } from "@heed/core";
import type { WrittenFilter } from "@heed/core/naming/named-filter";
import { type ObligationAnswer, OwedTimeliness } from "@heed/core/read-models/obligation-answer";
import type { ObligationItem } from "@heed/core/read-models/obligation-item";
import pc from "picocolors";
import { hanging } from "../process/terminal.ts";
import { filterText } from "./filter-text.ts";
import { dueText, kindsText, moreText, obligationColumns, reasonsText } from "./obligation-columns.ts";
import { type Grouping, grouped } from "./obligation-groups.ts";
import { type Column, table } from "./table.ts";
import { coloured, dayText, plural, words } from "./words.ts";

export type OwedView = Pick<WrittenFilter, "responsible" | "addressee" | "report" | "theme"> & {
  groupBy?: Grouping;
  explain?: boolean;
  knownAt?: string;
  lang?: string;
};

/** Everything owed, for people: totals by kind and timeliness, a line for each thing, and the reasons on request. */
export function owedText(answer: ObligationAnswer, view: OwedView): string {
  const { asOf, total = 0, totalsByKind, items } = answer;
  const on = `on ${dayText(asOf, view.knownAt)}`;
  if (total === 0 || totalsByKind === undefined) return `Nothing is owed ${on}${filterText(view)}.\n`;
  const counted = pc.bold(plural(total, "thing is owed", "things are owed"));
  const lines = [
    `${hanging("", `${counted} ${on}: ${kindsText(totalsByKind)}.`)}\n`,
    `${hanging("", `Of these ${timelinessText(answer)}.`)}\n`,
  ];
  for (const { group, items: some } of grouped(items, view.groupBy, view.lang)) {
    if (some.length === 0) continue;
    lines.push(group === undefined ? "\n" : `\n${pc.bold(headingOf(group, view.groupBy))}: ${some.length}\n`);
    lines.push(table(columnsOf(asOf, view), some, view.explain ? { notes: reasonsText } : {}));
  }
  lines.push(moreText(total - items.length));
  return lines.join("");
}

function columnsOf(asOf: Day, { lang }: OwedView): Column<ObligationItem>[] {
  return [
    { head: "Due", wraps: true, of: dueText },
    { head: "Timeliness", of: (item) => coloured(item.timeliness, whenText(item, asOf)) },
    ...obligationColumns(lang),
  ];
}

function whenText({ due, timeliness, daysOverdue }: ObligationItem, asOf: Day): string {
  if (daysOverdue > 0) return `overdue by ${plural(daysOverdue, "day")}`;
  if (due === undefined || due < asOf) return words(timeliness);
  return due === asOf ? "due today" : `due in ${plural(daysBetween(asOf, due), "day")}`;
}

function timelinessText({ totalsByTimeliness }: ObligationAnswer): string {
  return OwedTimeliness.options
    .flatMap((each) => {
      const count = totalsByTimeliness?.[each] ?? 0;
      return count > 0 ? [`${words(each)} ${count}`] : [];
    })
    .join(", ");
}

function headingOf(group: string, groupBy: Grouping | undefined): string {
  return groupBy === "timeliness" ? words(group) : group;
}
