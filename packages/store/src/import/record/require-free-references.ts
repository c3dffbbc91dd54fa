import type { Id, Recommendation } from "@heed/core";
import { referenceKey } from "@heed/core/recommendation/recommendation";
import { inList } from "../../statements/in-list.ts";
import type { RecordIntake } from "./record-intake.ts";

type Bearer = { report: Id; id: Id; reference: string; key: string };

/** A new recommendation takes no reference that another one of its report, which is known already, has or had. */
export async function requireFreeReferences(intake: RecordIntake, added: readonly Recommendation[]): Promise<void> {
  if (intake.run.reuseReferences || added.length === 0) return;
  const bearers = new Map((await bearersOf(intake, added)).map((each) => [`${each.report} ${each.key}`, each]));
  for (const { id, report, reference } of added) {
    const bearer = bearers.get(`${report} ${referenceKey(reference)}`);
    if (bearer === undefined) continue;
    const has = referenceKey(bearer.reference) === bearer.key;
    const why = has ? `it is that of ${bearer.id}` : `it was that of ${bearer.id}, which is ${bearer.reference} now`;
    intake.refuse(`recommendations ${id}, reference`, reference, `${why}; it is taken only with --reuse-references`);
  }
}

function bearersOf({ sql }: RecordIntake, added: readonly Recommendation[]): Promise<Bearer[]> {
  const reports = JSON.stringify([...new Set(added.map(({ report }) => report))]);
  const keys = JSON.stringify([...new Set(added.map(({ reference }) => referenceKey(reference)))]);
  return sql.all<Bearer>(
    `SELECT r.report_id AS report, r.id, r.reference, r.reference_key AS key FROM recommendation r
     WHERE ${inList(sql, "r.report_id")} AND ${inList(sql, "r.reference_key")}
     UNION SELECT r.report_id AS report, r.id, r.reference, f.reference_key AS key
     FROM former_reference f JOIN recommendation r ON r.id = f.thing_id
     WHERE f.kind = 'recommendation' AND ${inList(sql, "r.report_id")} AND ${inList(sql, "f.reference_key")}`,
    [reports, keys, reports, keys],
  );
}
