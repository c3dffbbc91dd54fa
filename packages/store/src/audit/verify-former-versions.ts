import type { Id } from "@heed/core";
import type { Sql } from "../connection/sql.ts";
import { inList } from "../statements/in-list.ts";
import { contentDigest } from "../tables/content-digest.ts";
import { formerVersionColumns } from "../tables/former-version-rows.ts";
import { recommendationOf, type StoredRecommendation } from "../tables/recommendation-rows.ts";
import type { AuditFault } from "./audit-fault.ts";
import type { RegisterRecord } from "./register-record.ts";

type Chain = { thing: Id; records: readonly RegisterRecord[] };

/**
 * Checks that the versions that acts replaced agree with the records of their time. Earlier versions were left by
 * imports, and the record of the imported report vouches for them. Answers the first fault of each recommendation, by
 * its id.
 */
export async function formerVersionFaults(sql: Sql, chains: readonly Chain[]): Promise<Map<Id, AuditFault>> {
  const rows = await sql.all<StoredRecommendation>(
    `SELECT ${formerVersionColumns}
     FROM recommendation_version v
       JOIN recommendation r ON r.id = v.recommendation_id
       JOIN report p ON p.id = r.report_id
     WHERE ${inList(sql, "v.recommendation_id")} ORDER BY v.recommendation_id, v.version`,
    [JSON.stringify(chains.map(({ thing }) => thing))],
  );
  const faults = new Map<Id, AuditFault>();
  for (const { thing, records } of chains) {
    const said = records.map(({ sequence, body }) => ({ sequence, ...contentIn(body) }));
    const first = said[0]?.content.version ?? 1;
    const former = rows.filter(({ id, version }) => id === thing && version >= first);
    const kept = new Map(former.map((row) => [row.version, contentDigest(recommendationOf(row))]));
    for (const { sequence, content } of said) {
      // The last record is about today's version, and changes of a draft left no version.
      if (sequence === records.length || content.version === said[sequence]?.content.version) continue;
      if (kept.get(content.version) === contentDigest(content)) continue;
      faults.set(thing, {
        kind: "recommendation",
        thing,
        sequence,
        detail: `the former version ${content.version} does not match the record`,
      });
      break;
    }
  }
  return faults;
}

function contentIn(body: string): { content: { version: number } } {
  const { followUps: _, ...content } = JSON.parse(body) as { version: number; followUps?: object };
  return { content };
}
