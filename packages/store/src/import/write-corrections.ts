import type { Id } from "@heed/core";
import { continueChains } from "../audit/continue-chains.ts";
import { keepFormerReferences } from "../recommendations/former-references.ts";
import { searchWords } from "./blank-reference.ts";
import type { ImportContext } from "./import-context.ts";

/** Of a row that names an issuing body beside its report's; what an editor corrected stays where it names none. */
export const ownBody = "NULLIF(NULLIF(own.organization_id, b.organization_id), p.issuing_body_id)";

/**
 * Gives a new version to recommendations whose known reference came with another content (R65). The old version
 * is kept, and the entries of their follow-ups stay.
 */
export async function writeCorrections({ sql, runId, plan, at, actor, systemUser }: ImportContext): Promise<void> {
  const corrected = "FROM staged_key k WHERE k.run_id = ? AND k.outcome = 'corrected'";
  const kept = await sql.run(
    `INSERT INTO recommendation_version (recommendation_id, version, reference, issuing_body_id,
       own_issuing_body_id, body, content_digest, replaced_at, replaced_by)
     SELECT r.id, r.version, r.reference, r.issuing_body_id, r.own_issuing_body_id, r.body, r.content_digest, ?, ?
     FROM recommendation r WHERE r.id IN (SELECT k.existing_id ${corrected})`,
    [at, actor, runId],
  );
  if (kept === 0) return;
  await sql.run(
    `UPDATE recommendation SET version = version + 1, reference = c.reference, issuing_body_id = COALESCE(c.own_body, c.report_body),
       own_issuing_body_id = c.own_body, body = c.body, words = c.words, content_digest = c.content_digest
     FROM (SELECT k.existing_id, CASE WHEN s.reference_key = old.reference_key THEN s.reference ELSE old.reference END AS reference, s.body, ${searchWords} AS words, s.content_digest,
             p.issuing_body_id AS report_body,
             CASE WHEN ${plan.editions === "part" ? "s.own_body_key IS NULL" : "1 = 0"} OR EXISTS (SELECT 1 FROM register_record c WHERE c.kind = 'recommendation' AND c.thing_id = old.id
                 AND c.action = 'correctRecommendation') THEN COALESCE(${ownBody}, old.own_issuing_body_id)
               ELSE ${ownBody} END AS own_body
           FROM staged_key k
             JOIN recommendation old ON old.id = k.existing_id
             JOIN report p ON p.id = old.report_id
             JOIN staged_row s ON s.run_id = k.run_id AND s.line = k.line
             JOIN staged_name b ON b.run_id = k.run_id AND b.name_key = s.report_body_key
             LEFT JOIN staged_name own ON own.run_id = k.run_id AND own.name_key = s.own_body_key
           WHERE k.run_id = ? AND k.outcome = 'corrected') AS c
     WHERE recommendation.id = c.existing_id`,
    [runId],
  );
  await sql.run(`DELETE FROM recommendation_theme WHERE recommendation_id IN (SELECT k.existing_id ${corrected})`, [
    runId,
  ]);
  const renamed = await sql.all<{ id: Id }>(
    `SELECT DISTINCT thing_id AS id FROM former_reference
     WHERE kind = 'recommendation' AND thing_id IN (SELECT k.existing_id ${corrected})`,
    [runId],
  );
  if (renamed.length > 0)
    await keepFormerReferences(
      sql,
      "recommendation",
      renamed.map(({ id }) => id),
    );
  await continueChains(sql, `SELECT k.existing_id ${corrected}`, runId, {
    ...{ at, actor, systemUser, action: "import", actId: runId },
  });
}
