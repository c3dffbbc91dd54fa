import type { Instant, Reader, Settings } from "@heed/core";
import type { OverdueFilter, Page, Paging, StaleItem } from "@heed/core/read-models/tracker-store";
import type { Sql } from "../../connection/sql.ts";
import { pageOf, placeOf, rowsToFind } from "../cursor.ts";
import { organizationRefs } from "../organization-refs.ts";
import { comparePlaces, FirstRows } from "./first-rows.ts";
import { answeredByOneOf, type KnownFollowUp, knownFollowUps } from "./known-follow-ups.ts";
import { recommendationsAndReportsKnownAt } from "./recommendation-and-report.ts";

type Found = { known: KnownFollowUp; place: readonly [staleFrom: string, followUp: string] };

/** As readStale(), by what had been recorded at a moment. */
export async function readStaleKnownAt(
  sql: Sql,
  reader: Reader,
  filter: Omit<OverdueFilter, "kind" | "dueSoon" | "against">,
  knownAt: Instant,
  paging: Paging,
  settings: Settings,
): Promise<Page<StaleItem>> {
  const after = paging.after === undefined ? undefined : placeOf("staleKnownAt", paging.after);
  const found = new FirstRows<Found>((a, b) => comparePlaces(a.place, b.place), rowsToFind(paging));
  let total = 0;
  for await (const known of knownFollowUps(sql, reader, filter, knownAt, settings)) {
    const { staleFrom, responsible } = known.standing;
    if (staleFrom === undefined || !answeredByOneOf(responsible, filter.responsible)) continue;
    total += 1;
    const place = [staleFrom, known.case.followUp.id] as const;
    if (after === undefined || comparePlaces(place, after) > 0) found.add({ known, place });
  }
  const { items, next } = pageOf("staleKnownAt", found.inOrder().slice(paging.skip), paging, ({ place }) => place);
  const around = await recommendationsAndReportsKnownAt(
    sql,
    items.map(({ known }) => known.case.followUp.id),
    knownAt,
  );
  const refs = await organizationRefs(
    sql,
    items.flatMap(({ known }) => [known.case.followUp.addressee, known.standing.responsible.organization]),
  );
  return {
    items: items.flatMap(({ known, place: [staleFrom, followUp] }) => {
      const printed = around.get(followUp);
      return printed === undefined
        ? []
        : {
            followUp,
            ...printed,
            addressee: refs.get(known.case.followUp.addressee),
            responsible: refs.get(known.standing.responsible.organization),
            staleFrom,
          };
    }),
    ...(next === undefined ? {} : { next }),
    ...(paging.withTotal && { total }),
  };
}
