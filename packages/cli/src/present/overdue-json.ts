import { explain, textIn } from "@heed/core";
import type { FollowUpItem } from "@heed/core/read-models/follow-up-item";
import type { OverdueAnswer } from "@heed/core/read-models/overdue-answer";
import type { OverdueItem } from "@heed/core/read-models/overdue-item";
import { overdueHead, overdueRow } from "@heed/core/read-models/overdue-table";
import type { StaleItem } from "@heed/core/read-models/stale-item";
import { csvParts } from "@heed/files";
import { writeCsv, writeJsonAround } from "../process/write.ts";
import { organizationJson } from "./organization-json.ts";
import { type Grouping, grouped } from "./overdue-groups.ts";

/** What is stale on the day: shown beside what is overdue and not counted in its totals (D7). */
export type Stale = { items: readonly StaleItem[]; total: number };

/** The items of an answer, in batches. */
export type Items = AsyncIterable<readonly OverdueItem[]> | Iterable<readonly OverdueItem[]>;

/** The exact answer for programs; docs/command-line.md shows it. */
export async function writeOverdueJson(
  { asOf, total, totalsByKind, totalsByAge, items: shown }: OverdueAnswer,
  items: Items,
  stale: Stale,
  lang?: string,
  groupBy?: Grouping,
): Promise<void> {
  const groups =
    groupBy && grouped(shown, groupBy, lang).map(({ group, items: some }) => ({ group, total: some.length }));
  await writeJsonAround(
    { asOf, total, totalsByKind, totalsByAge, ...(groups && { groups }) },
    "items",
    items,
    (item) => itemJson(item, lang),
    {
      stale: {
        total: stale.total,
        items: stale.items.map((item) => ({ ...followUpJson(item, lang), staleFrom: item.staleFrom })),
      },
    },
  );
}

function itemJson({ reasons, ...item }: OverdueItem, lang: string | undefined) {
  return {
    ...item,
    ...followUpJson(item, lang),
    reasons: reasons.map((reason) => ({ ...reason, text: explain(reason) })),
  };
}

/** The follow-up that an item is about. */
export function followUpJson(
  { recommendation: { id, reference, title }, report, addressee, responsible, followUp }: FollowUpItem,
  lang: string | undefined,
) {
  return {
    recommendation: { id, reference, ...(title && { title: textIn(title, lang) }) },
    report,
    addressee: organizationJson(addressee, lang),
    responsible: organizationJson(responsible, lang),
    followUp,
  };
}

export async function writeOverdueCsv(items: Items, lang?: string): Promise<void> {
  for await (const part of csvParts(overdueHead, items, (item) => overdueRow(item, lang))) await writeCsv(part);
}
