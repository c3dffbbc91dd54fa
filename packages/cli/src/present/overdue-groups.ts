import { ageingBucket, OverdueKind, textIn } from "@heed/core";
import { groupedBy } from "@heed/core/grouped-by";
import type { OverdueItem } from "@heed/core/read-models/overdue-item";
import { ageingBuckets } from "@heed/core/time/ageing";

export const groupings = ["kind", "responsible", "addressee", "report", "ageing"] as const;
export type Grouping = (typeof groupings)[number];

const groupOf: Record<Grouping, (item: OverdueItem, lang: string | undefined) => string> = {
  kind: ({ kind }) => kind,
  responsible: ({ responsible }, lang) => textIn(responsible.name, lang),
  addressee: ({ addressee }, lang) => textIn(addressee.name, lang),
  report: ({ report }) => report.reference,
  ageing: ({ daysOverdue }) => ageingBucket(daysOverdue) ?? "notLate",
};

/** These groups keep a fixed order; all others begin with the largest group. */
const ownOrder: Partial<Record<Grouping, readonly string[]>> = { kind: OverdueKind.options, ageing: ageingBuckets };

/** The items under a heading for each group; without groups, all together without a heading. */
export function grouped(
  items: readonly OverdueItem[],
  groupBy: Grouping | undefined,
  lang: string | undefined,
): { group: string | undefined; items: OverdueItem[] }[] {
  if (groupBy === undefined) return [{ group: undefined, items: [...items] }];
  const groups = groupedBy(items, (item) => groupOf[groupBy](item, lang));
  const order = ownOrder[groupBy];
  return [...groups]
    .map(([group, some]) => ({ group, items: some }))
    .sort((a, b) => (order ? order.indexOf(a.group) - order.indexOf(b.group) : b.items.length - a.items.length));
}
