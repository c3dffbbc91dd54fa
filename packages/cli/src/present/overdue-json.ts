import { dateText, explain, textIn } from "@heed/core";
import type { FollowUpItem } from "@heed/core/read-models/follow-up-item";
import type { OverdueAnswer } from "@heed/core/read-models/overdue-answer";
import type { OverdueItem } from "@heed/core/read-models/overdue-item";
import type { StaleItem } from "@heed/core/read-models/stale-item";
import { csvLine } from "@heed/files";
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

function itemJson(item: OverdueItem, lang: string | undefined) {
  return {
    ...followUpJson(item, lang),
    ...(item.responsibleState && { responsibleState: item.responsibleState }),
    ...(item.daysSinceResponsible !== undefined && { daysSinceResponsible: item.daysSinceResponsible }),
    kind: item.kind,
    ...(item.commitment && { commitment: item.commitment }),
    ...(item.due && { due: item.due }),
    originalDue: item.originalDue,
    ...(item.duePrecision && { duePrecision: item.duePrecision }),
    ...(item.originalDuePrecision && { originalDuePrecision: item.originalDuePrecision }),
    moves: item.moves,
    missedYears: item.missedYears,
    daysOverdue: item.daysOverdue,
    daysOverdueOriginal: item.daysOverdueOriginal,
    daysWithIssuer: item.daysWithIssuer,
    timeliness: item.timeliness,
    position: item.position,
    reported: item.reported,
    assessed: item.assessed,
    lifecycle: item.lifecycle,
    reasons: item.reasons.map((reason) => ({ ...reason, text: explain(reason) })),
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

const csvColumns: Record<string, (item: OverdueItem, lang: string | undefined) => string | number> = {
  recommendation: ({ recommendation }) => recommendation.reference,
  report: ({ report }) => report.reference,
  addressee: ({ addressee }, lang) => textIn(addressee.name, lang),
  responsible: ({ responsible }, lang) => textIn(responsible.name, lang),
  kind: ({ kind }) => kind,
  due: ({ due, duePrecision }) => (due === undefined ? "" : dateText(due, duePrecision)),
  originalDue: ({ originalDue, originalDuePrecision }) => dateText(originalDue, originalDuePrecision),
  daysOverdue: ({ daysOverdue }) => daysOverdue,
  daysOverdueOriginal: ({ daysOverdueOriginal }) => daysOverdueOriginal,
  position: ({ position }) => position,
  reported: ({ reported }) => reported,
  assessed: ({ assessed }) => assessed,
  followUp: ({ followUp }) => followUp,
};

export async function writeOverdueCsv(items: Items, lang?: string): Promise<void> {
  await writeCsv(csvLine(Object.keys(csvColumns)));
  for await (const some of items)
    await writeCsv(some.map((item) => csvLine(Object.values(csvColumns).map((of) => of(item, lang)))).join(""));
}
