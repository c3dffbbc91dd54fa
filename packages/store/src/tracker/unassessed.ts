import {
  type Day,
  type FollowUpCase,
  type Id,
  type Instant,
  type ObligationOnDay,
  type Reader,
  type Settings,
  type Standing,
  standing,
} from "@heed/core";
import type { Page, Paging, UnassessedItem } from "@heed/core/read-models/tracker-store";
import type { Sql } from "../connection/sql.ts";
import { loadCases } from "../derived/load-cases.ts";
import { followUpPassed, pageOf, rowsToFind } from "../queries/cursor.ts";
import { knownFollowUps } from "../queries/known-at/known-follow-ups.ts";
import { recommendationsAndReportsKnownAt } from "../queries/known-at/recommendation-and-report.ts";
import { organizationRefs } from "../queries/organization-refs.ts";

type Found = { case: FollowUpCase; standing: Standing; owed: ObligationOnDay };
type Asked = { asOf: Day; knownAt?: Instant };

/** What a cycle selected and the issuing body has not assessed on a day, in the order of the follow-ups' ids (R36). */
export async function readUnassessed(
  sql: Sql,
  reader: Reader,
  cycle: Id,
  { asOf, knownAt }: Asked,
  paging: Paging,
  settings: Settings,
): Promise<Page<UnassessedItem>> {
  const after = paging.after === undefined ? "" : followUpPassed("unassessed", cycle, paging.after);
  const enough = paging.withTotal ? Number.POSITIVE_INFINITY : (rowsToFind(paging) ?? Number.POSITIVE_INFINITY);
  const found: Found[] = [];
  let total = 0;
  const standings =
    knownAt === undefined
      ? selectedOn(sql, asOf, paging.withTotal ? "" : after, settings)
      : knownFollowUps(sql, reader, { asOf }, knownAt, settings);
  for await (const each of standings) {
    const owed = each.standing.owed.find(({ reasons }) => reasons.some(({ facts }) => facts?.cycle === cycle));
    if (owed === undefined) continue;
    total += 1;
    if (each.case.followUp.id > after) found.push({ ...each, owed });
    if (found.length >= enough) break;
  }
  const { items, next } = pageOf("unassessed", found.slice(paging.skip ?? 0), paging, (each) => [
    cycle,
    each.case.followUp.id,
  ]);
  const around = await recommendationsAndReportsKnownAt(
    sql,
    items.map((each) => each.case.followUp.id),
    knownAt ?? "9999-12-31T23:59:59Z",
  );
  const refs = await organizationRefs(
    sql,
    items.flatMap((each) => [each.case.followUp.addressee, each.standing.responsible.organization]),
  );
  return {
    items: items.flatMap((each) => {
      const { id, addressee } = each.case.followUp;
      const printed = around.get(id);
      if (printed === undefined) return [];
      const { due = asOf, daysOverdue } = each.owed;
      const named = { addressee: refs.get(addressee), responsible: refs.get(each.standing.responsible.organization) };
      return { followUp: id, ...printed, ...named, due, daysOverdue };
    }),
    ...(next === undefined ? {} : { next }),
    ...(paging.withTotal && { total }),
  };
}

const followUpsPerPage = 500;

/**
 * Those that a cycle's selection still obliges to assess on the day, by the projection; their standing is derived from
 * their entries.
 */
async function* selectedOn(
  sql: Sql,
  asOf: Day,
  start: Id,
  settings: Settings,
): AsyncIterable<{ case: FollowUpCase; standing: Standing }> {
  let after: Id | undefined = start;
  while (after !== undefined) {
    const rows: { id: Id }[] = await sql.all(
      `SELECT DISTINCT follow_up_id AS id FROM owed
       WHERE kind = 'verification' AND missed_years <> '[]' AND owed_until > ? AND owed_from <= ? AND follow_up_id > ?
       ORDER BY follow_up_id LIMIT ${followUpsPerPage}`,
      [asOf, asOf, after],
    );
    for await (const cases of loadCases(
      sql,
      rows.map(({ id }) => id),
    ))
      for (const each of cases) {
        const stands = standing(each, asOf, settings);
        if (stands !== undefined) yield { case: each, standing: stands };
      }
    after = rows.at(-1)?.id;
  }
}
