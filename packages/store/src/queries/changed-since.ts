import type { Day, Id, Instant, Reader, Settings } from "@heed/core";
import { maySeeAll } from "@heed/core/access/reader";
import type { Database, Sql } from "../connection/sql.ts";
import { loadCases } from "../derived/load-cases.ts";
import { readCoordination } from "../organizations/coordination.ts";
import { seenEntries } from "./follow-up.ts";
import type { Part } from "./recommendation-places/part.ts";

/**
 * The follow-ups with an entry that the reader may see, recorded at a moment or later, as a query for their ids. Most entries
 * are everybody's. Where all of them since then may be hidden, as evidence and what amends it may be, the follow-up is read
 * as the reader sees it: what he may not see moves no list of his (R59).
 */
export async function changedSince(
  database: Database,
  reader: Reader,
  since: Instant,
  { asOf, knownAt }: { asOf: Day; knownAt?: Instant | undefined },
  settings: Settings,
): Promise<Part> {
  const upTo = knownAt ?? "9999-12-31T23:59:59.999Z";
  const recorded = "SELECT e.follow_up_id FROM entry e WHERE e.recorded_at >= ? AND e.recorded_at <= ?";
  if (maySeeAll(reader)) return { text: recorded, values: [since, upTo] };
  const shown = await shownAmong(
    database,
    await doubtful(database, since, upTo),
    reader,
    { since, upTo, asOf },
    settings,
  );
  const known = shown.map(() => "?").join(", ");
  return {
    text: `${recorded} AND ${isEverybodys}${shown.length === 0 ? "" : ` UNION SELECT id FROM follow_up WHERE id IN (${known})`}`,
    values: [since, upTo, ...shown],
  };
}

/** An entry that stands for itself and is no evidence is one that everybody may see. */
const isEverybodys = `e.type NOT IN ('evidence', 'retraction', 'answerPublication') AND e.body NOT LIKE '%"corrects":%'`;

async function doubtful(sql: Sql, since: Instant, upTo: Instant): Promise<Id[]> {
  const rows = await sql.all<{ id: Id; sure: number }>(
    `SELECT e.follow_up_id AS id, max(CASE WHEN ${isEverybodys} THEN 1 ELSE 0 END) AS sure FROM entry e
     WHERE e.recorded_at >= ? AND e.recorded_at <= ? GROUP BY e.follow_up_id`,
    [since, upTo],
  );
  return rows.filter(({ sure }) => Number(sure) === 0).map(({ id }) => id);
}

/** Those with an entry of that time that the reader may see. */
async function shownAmong(
  sql: Sql,
  followUps: readonly Id[],
  reader: Reader,
  { since, upTo, asOf }: { since: Instant; upTo: Instant; asOf: Day },
  settings: Settings,
): Promise<Id[]> {
  if (followUps.length === 0) return [];
  const coordination = await readCoordination(sql);
  const asking = { ...reader, today: reader.today ?? asOf };
  const shown: Id[] = [];
  for await (const cases of loadCases(sql, followUps))
    for (const each of cases) {
      const { visible } = seenEntries(asking, each, settings, coordination);
      if (visible.some(({ recordedAt }) => recordedAt >= since && recordedAt <= upTo)) shown.push(each.followUp.id);
    }
  return shown;
}
