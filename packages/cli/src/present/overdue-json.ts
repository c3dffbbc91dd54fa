import type { OverdueAnswer } from "@heed/core/read-models/overdue-answer";
import type { StaleItem } from "@heed/core/read-models/stale-item";
import { writeJsonAround } from "../process/write.ts";
import { followUpJson } from "./follow-up-json.ts";
import { type Grouping, groupTotals } from "./obligation-groups.ts";
import { type Items, obligationJson } from "./obligation-json.ts";

/** What is stale on the day: shown beside what is overdue and not counted in its totals (D7). */
export type Stale = { items: readonly StaleItem[]; total: number };

/** The exact answer for programs; docs/command-line.md shows it. */
export async function writeOverdueJson(
  { asOf, total, totalsByKind, totalsByAge, items: shown }: OverdueAnswer,
  items: Items,
  stale: Stale,
  lang?: string,
  groupBy?: Grouping,
): Promise<void> {
  await writeJsonAround(
    { asOf, total, totalsByKind, totalsByAge, ...groupTotals(shown, groupBy, lang) },
    "items",
    items,
    (item) => obligationJson(item, lang),
    {
      stale: {
        total: stale.total,
        items: stale.items.map((item) => ({ ...followUpJson(item, lang), staleFrom: item.staleFrom })),
      },
    },
  );
}
