import { ageingBucket, OverdueKind, textIn } from "@heed/core";
import { groupedBy } from "@heed/core/grouped-by";
import { OwedTimeliness } from "@heed/core/read-models/obligation-answer";
import type { ObligationItem } from "@heed/core/read-models/obligation-item";
import { type AgeingBucket, ageingBuckets } from "@heed/core/time/ageing";
import type { Say } from "../messages/say.ts";
import { daysText } from "./words.ts";

export type Grouping = "kind" | "responsible" | "addressee" | "report" | "ageing" | "timeliness";

const groupOf: Record<Grouping, (item: ObligationItem, lang: string | undefined) => string> = {
  kind: ({ kind }) => kind,
  responsible: ({ responsible }, lang) => textIn(responsible.name, lang),
  addressee: ({ addressee }, lang) => textIn(addressee.name, lang),
  report: ({ report }) => report.reference,
  ageing: ({ daysOverdue }) => ageingBucket(daysOverdue) ?? "notLate",
  timeliness: ({ timeliness }) => timeliness,
};

/** These groups keep a fixed order; all others begin with the largest group. */
const ownOrder: Partial<Record<Grouping, readonly string[]>> = {
  kind: OverdueKind.options,
  ageing: ageingBuckets,
  timeliness: OwedTimeliness.options,
};

/** The items under a heading for each group; without groups, all together without a heading. */
export function grouped<Item extends ObligationItem>(
  items: readonly Item[],
  groupBy: Grouping | undefined,
  lang: string | undefined,
): { group: string | undefined; items: Item[] }[] {
  if (groupBy === undefined) return [{ group: undefined, items: [...items] }];
  const groups = groupedBy(items, (item) => groupOf[groupBy](item, lang));
  const order = ownOrder[groupBy];
  return [...groups]
    .map(([group, some]) => ({ group, items: some }))
    .sort((a, b) => (order ? order.indexOf(a.group) - order.indexOf(b.group) : b.items.length - a.items.length));
}

/** How many items each group has, for programs; nothing when no groups are asked for. */
export function groupTotals(
  items: readonly ObligationItem[],
  groupBy: Grouping | undefined,
  lang: string | undefined,
): { groups?: { group: string | undefined; total: number }[] } {
  if (groupBy === undefined) return {};
  return { groups: grouped(items, groupBy, lang).map(({ group, items: some }) => ({ group, total: some.length })) };
}

/** The heading of a group, for people. */
export function headingOf(group: string, groupBy: Grouping | undefined, say: Say): string {
  if (groupBy === "kind") return say.label("overdueKind", group);
  if (groupBy === "timeliness") return say.label("timeliness", group);
  if (groupBy !== "ageing") return group;
  return group === "notLate" ? say.ageing.notOverdue : say.ageing.daysOverdue(daysText(say, group as AgeingBucket));
}
