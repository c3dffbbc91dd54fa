import {
  type AgeingBucket,
  ageingBucket,
  daysBetween,
  type Instant,
  type ObligationOnDay,
  OverdueKind,
  type Reader,
  type Settings,
} from "@heed/core";
import type { OverdueAnswer, OverdueFilter, OverdueItem, Paging } from "@heed/core/read-models/tracker-store";
import { ageingBuckets } from "@heed/core/time/ageing";
import type { Sql } from "../../connection/sql.ts";
import { overdueList, type Place, pageOf, placeOf, rowsToFind } from "../cursor.ts";
import { organizationRefs } from "../organization-refs.ts";
import { comparePlaces, FirstRows } from "./first-rows.ts";
import { answeredByOneOf, type KnownFollowUp, knownFollowUps } from "./known-follow-ups.ts";
import { recommendationsAndReportsKnownAt } from "./recommendation-and-report.ts";

type Found = { known: KnownFollowUp; item: ObligationOnDay; place: Place<"overdueKnownAt"> };

/** As readOverdue(), by what had been recorded at a moment; every follow-up is derived, so it is slow (D16). */
export async function readOverdueKnownAt(
  sql: Sql,
  reader: Reader,
  filter: OverdueFilter,
  knownAt: Instant,
  paging: Paging,
  settings: Settings,
): Promise<OverdueAnswer> {
  const list = `${overdueList(filter)}KnownAt` as const;
  const after = paging.after === undefined ? undefined : placeOf(list, paging.after);
  const found = new FirstRows<Found>((a, b) => comparePlaces(a.place, b.place), rowsToFind(paging));
  const totalsByKind = Object.fromEntries(OverdueKind.options.map((kind) => [kind, 0])) as Record<OverdueKind, number>;
  const totalsByAge = Object.fromEntries(ageingBuckets.map((age) => [age, 0])) as Record<AgeingBucket, number>;
  let total = 0;
  for await (const known of knownFollowUps(sql, reader, filter, knownAt, settings))
    for (const item of known.standing.owed) {
      if (!isListed(known, item, filter)) continue;
      const due = dueOf(item, filter);
      const age = ageingBucket(daysBetween(due, filter.asOf));
      total += 1;
      totalsByKind[item.kind] += 1;
      if (age !== undefined) totalsByAge[age] += 1;
      const place: Place<typeof list> = [due, known.case.followUp.id, item.kind, item.commitment ?? ""];
      if (after === undefined || comparePlaces(place, after) > 0) found.add({ known, item, place });
    }
  const { items, next } = pageOf(list, found.inOrder().slice(paging.skip), paging, ({ place }) => place);
  return {
    asOf: filter.asOf,
    total,
    totalsByKind,
    totalsByAge,
    items: await overdueItems(sql, items, knownAt),
    ...(next === undefined ? {} : { next }),
  };
}

function isListed({ standing }: KnownFollowUp, item: ObligationOnDay, filter: OverdueFilter): boolean {
  const { asOf, against, dueSoon, kind, minDaysOverdue, responsible } = filter;
  const late = against === "original" ? item.daysOverdueOriginal : item.daysOverdue;
  if (dueSoon ? item.timeliness !== "dueSoon" : late === 0) return false;
  if (kind !== undefined && !kind.includes(item.kind)) return false;
  if (minDaysOverdue !== undefined && daysBetween(dueOf(item, filter), asOf) < minDaysOverdue) return false;
  return answeredByOneOf(item.owedBy === "issuingBody" ? standing.issuingBody : standing.responsible, responsible);
}

function dueOf({ due, originalDue }: ObligationOnDay, { asOf, against }: OverdueFilter): string {
  return (against === "original" ? originalDue : due) ?? asOf;
}

async function overdueItems(sql: Sql, found: readonly Found[], knownAt: Instant): Promise<OverdueItem[]> {
  const around = await recommendationsAndReportsKnownAt(
    sql,
    found.map(({ known }) => known.case.followUp.id),
    knownAt,
  );
  const refs = await organizationRefs(
    sql,
    found.flatMap(({ known: { case: each, standing } }) => [
      each.followUp.addressee,
      standing.responsible.organization,
      standing.issuingBody.organization,
    ]),
  );
  return found.flatMap(({ known: { case: followUpCase, standing }, item }) => {
    const { followUp, entries } = followUpCase;
    const printed = around.get(followUp.id);
    if (printed === undefined) return [];
    const responsible = item.owedBy === "issuingBody" ? standing.issuingBody : standing.responsible;
    // The row of a promise keeps the id of its first version; its first reason names the version that stands.
    const promise = entries.find(({ id }) => id === item.reasons[0]?.entries?.[0]);
    return {
      followUp: followUp.id,
      ...printed,
      addressee: refs.get(followUp.addressee),
      responsible: refs.get(responsible.organization),
      ...(responsible.state !== "answers" && { responsibleState: responsible.state }),
      ...(responsible.daysSinceResponsible !== undefined && { daysSinceResponsible: responsible.daysSinceResponsible }),
      kind: item.kind,
      ...(item.commitment !== undefined &&
        promise?.type === "commitment" && { commitment: { id: item.commitment, description: promise.description } }),
      ...(item.due && { due: item.due }),
      originalDue: item.originalDue ?? item.due ?? standing.asOf,
      ...(item.duePrecision && { duePrecision: item.duePrecision }),
      ...(item.originalDuePrecision && { originalDuePrecision: item.originalDuePrecision }),
      moves: item.moves,
      missedYears: item.missedYears,
      timeliness: item.timeliness,
      daysOverdue: item.daysOverdue,
      daysOverdueOriginal: item.daysOverdueOriginal,
      daysWithIssuer: item.daysWithIssuer,
      position: standing.position,
      reported: standing.reported,
      assessed: standing.assessed,
      lifecycle: standing.lifecycle,
      reasons: [...item.reasons, ...standing.reasons],
    };
  });
}
