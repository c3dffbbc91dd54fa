import { explain, type OverdueAnswer, type OverdueItem, type StaleItem, textIn } from "@heed/core";
import { csv } from "./csv.ts";
import { organizationJson } from "./organization-json.ts";
import { type Grouping, grouped } from "./overdue-groups.ts";

/** What is stale on the day: beside what is overdue, in no total of it (decision 35). */
export type Stale = { items: readonly StaleItem[]; total: number };

/** The exact answer for a pipe; docs/command-line.md shows it. */
export function overdueJson(answer: OverdueAnswer, stale: Stale, lang?: string, groupBy?: Grouping) {
  return {
    asOf: answer.asOf,
    total: answer.total,
    totalsByKind: answer.totalsByKind,
    totalsByAge: answer.totalsByAge,
    ...(groupBy && {
      groups: grouped(answer.items, groupBy, lang).map(({ group, items }) => ({ group, total: items.length })),
    }),
    items: answer.items.map((item) => ({
      ...threadJson(item, lang),
      ...(item.responsibleState && { responsibleState: item.responsibleState }),
      ...(item.daysSinceResponsible !== undefined && { daysSinceResponsible: item.daysSinceResponsible }),
      kind: item.kind,
      ...(item.commitment && { commitment: item.commitment }),
      due: item.due,
      originalDue: item.originalDue,
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
    })),
    stale: {
      total: stale.total,
      items: stale.items.map((item) => ({ ...threadJson(item, lang), staleFrom: item.staleFrom })),
    },
  };
}

/** Which follow-up it is about. */
export function threadJson(
  {
    recommendation: { id, reference, title },
    report,
    addressee,
    responsible,
    followUp,
  }: Pick<OverdueItem, "recommendation" | "report" | "addressee" | "responsible" | "followUp">,
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
  due: ({ due }) => due,
  originalDue: ({ originalDue }) => originalDue,
  daysOverdue: ({ daysOverdue }) => daysOverdue,
  daysOverdueOriginal: ({ daysOverdueOriginal }) => daysOverdueOriginal,
  position: ({ position }) => position,
  reported: ({ reported }) => reported,
  assessed: ({ assessed }) => assessed,
  followUp: ({ followUp }) => followUp,
};

export function overdueCsv({ items }: OverdueAnswer, lang?: string): string {
  return csv(
    Object.keys(csvColumns),
    items.map((item) => Object.values(csvColumns).map((of) => of(item, lang))),
  );
}
