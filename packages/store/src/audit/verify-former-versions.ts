import type { Id, Instant } from "@heed/core";
import type { Database, Sql } from "../connection/sql.ts";
import { inList } from "../statements/in-list.ts";
import { contentDigest } from "../tables/content-digest.ts";
import { formerVersionColumns } from "../tables/former-version-rows.ts";
import { recommendationOf, type StoredRecommendation } from "../tables/recommendation-rows.ts";
import { type AuditFault, AuditFaultError } from "./audit-fault.ts";
import { foundByFirstAct, type RegisterRecord } from "./register-record.ts";

type Chain = { thing: Id; records: readonly RegisterRecord[] };

/**
 * Checks that the versions that acts replaced are those of the records of their time, and that there are no others.
 * Earlier versions were left by imports, and the record of the imported report vouches for them. Answers the first fault of each recommendation, by
 * its id.
 */
export async function formerVersionFaults(sql: Sql, chains: readonly Chain[]): Promise<Map<Id, AuditFault>> {
  const rows = await sql.all<StoredRecommendation & Replaced>(
    `SELECT ${formerVersionColumns}, v.issuing_body_id AS "issuedBy", v.replaced_at AS at, v.replaced_by AS actor
     FROM recommendation_version v
       JOIN recommendation r ON r.id = v.recommendation_id
       JOIN report p ON p.id = r.report_id
     WHERE ${inList(sql, "v.recommendation_id")} ORDER BY v.recommendation_id, v.version`,
    [JSON.stringify(chains.map(({ thing }) => thing))],
  );
  const faults = new Map<Id, AuditFault>();
  for (const { thing, records } of chains) {
    const said = records.map(({ sequence, at, actor, body }) => ({ sequence, at, actor, ...contentIn(body) }));
    // What an import brought may have had versions before it.
    const isBrought = [foundByFirstAct, "import"].includes(records[0]?.action ?? "");
    const first = isBrought ? (said[0]?.content.version ?? 1) : -Infinity;
    const former = rows.filter(({ id, version }) => id === thing && version >= first);
    const told = new Set(said.map(({ content }) => content.version));
    const invented = former.find(({ version }) => !told.has(version));
    if (invented) faults.set(thing, inventedVersion(thing, invented.version));
    const kept = new Map(former.map((row) => [row.version, row]));
    for (const { sequence, content } of said) {
      // The last record is about today's version, and changes of a draft left no version.
      const next = said[sequence];
      if (next === undefined || content.version === next.content.version) continue;
      const row = kept.get(content.version);
      if (row && isRecorded(row, content, next)) continue;
      if (faults.has(thing)) break;
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

/** Who replaced a version and when, which tells what was known at a moment; and the body that is found by it. */
type Replaced = { issuedBy: Id; at: Instant; actor: string };

function isRecorded(
  row: StoredRecommendation & Replaced,
  content: object,
  next: Pick<Replaced, "at" | "actor">,
): boolean {
  const { issuedBy, at, actor, ...stored } = row;
  const isSame = contentDigest(recommendationOf(stored)) === contentDigest(content);
  return isSame && at === next.at && actor === next.actor && (row.ownIssuingBodyId ?? issuedBy) === issuedBy;
}

/**
 * A version that was replaced comes before the present one. Those of a report that no import brought stand in the
 * records of its acts alone. Throws the first that does not.
 */
export async function requireReplaced(database: Database): Promise<void> {
  const [invented] = await database.all<{ id: Id; version: number }>(
    `SELECT v.recommendation_id AS id, v.version FROM recommendation_version v
     WHERE NOT EXISTS (SELECT 1 FROM recommendation r WHERE r.id = v.recommendation_id AND r.version > v.version)
     ORDER BY 1, 2 LIMIT 1`,
  );
  if (invented) throw new AuditFaultError(inventedVersion(invented.id, invented.version));
  const [report] = await database.all<{ id: Id; version: number }>(
    `SELECT v.report_id AS id, v.version FROM report_version v WHERE NOT EXISTS (SELECT 1 FROM register_record c
       WHERE c.kind = 'importedReport' AND c.thing_id = v.report_id) ORDER BY 1, 2 LIMIT 1`,
  );
  if (report) throw new AuditFaultError({ ...inventedVersion(report.id, report.version), kind: "report" });
}

function inventedVersion(thing: Id, version: number): AuditFault {
  return { kind: "recommendation", thing, detail: `no act and no import replaced a version ${version}` };
}

function contentIn(body: string): { content: { version: number } } {
  const { followUps: _, ...content } = JSON.parse(body) as { version: number; followUps?: object };
  return { content };
}
