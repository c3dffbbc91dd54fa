import {
  addRecommendation,
  addresseeWarnings,
  changeRecommendation,
  type DraftRecommendation,
  type Id,
  type Issue,
  type Recommendation,
  type RegisterDone,
  removeRecommendation,
} from "@heed/core";
import { contentDigest } from "../audit/content-digest.ts";
import { insertRows } from "../bulk/insert-rows.ts";
import { recommendationColumns, recommendationValues } from "../import/record-rows.ts";
import { organizationsAsTheyStand } from "../organizations/as-they-stand.ts";
import type { SqlValue } from "../sql.ts";
import { deleteRecommendations, insertThemes, replaceFollowUps, replaceThemes } from "./draft-rows.ts";
import { loadDraft } from "./load-draft.ts";
import { done, type RegisterActing, raiseVersion, requireOrganizations } from "./register-acting.ts";
import { updateRow } from "./update-row.ts";

/** `version` of the answers is the report's: a draft is changed as one thing. */
export async function actAddRecommendation(acting: RegisterActing, report: Id): Promise<RegisterDone> {
  const { sql, context, act, input } = acting;
  const version = await raiseVersion(acting, "report", report);
  const draft = await loadDraft(sql, report);
  const added = addRecommendation(context, draft, input);
  await requireNamed(acting, added);
  const [last] = await sql.all<{ position: number | null }>(
    "SELECT max(position) AS position FROM recommendation WHERE report_id = ?",
    [report],
  );
  const values = rowOf(added, draft.report.issuingBody, (last?.position ?? 0) + 1, act.at);
  await insertRows(sql, "recommendation", recommendationColumns, [values]);
  await insertThemes(sql, added.id, added.themes);
  await replaceFollowUps(sql, added, act.at);
  const warnings = await warningsOf(acting, added);
  return done(acting, [{ kind: "recommendation", id: added.id, body: added }], { version, warnings });
}

export async function actChangeRecommendation(acting: RegisterActing, report: Id, id: Id): Promise<RegisterDone> {
  const { sql, context, act, input } = acting;
  const version = await raiseVersion(acting, "report", report);
  const draft = await loadDraft(sql, report);
  const changed = changeRecommendation(context, draft, id, input);
  await requireNamed(acting, changed);
  const values = rowOf(changed, draft.report.issuingBody, 0, act.at);
  await updateRow(sql, "recommendation", recommendationColumns, values, id);
  await replaceThemes(sql, id, changed.themes);
  const before = draft.recommendations.find((each) => each.id === id);
  if (contentDigest(before?.followUps) !== contentDigest(changed.followUps))
    await replaceFollowUps(sql, changed, act.at);
  const warnings = await warningsOf(acting, changed);
  return done(acting, [{ kind: "recommendation", id, ...(before && { before }), body: changed }], {
    version,
    warnings,
  });
}

export async function actRemoveRecommendation(acting: RegisterActing, report: Id, id: Id): Promise<RegisterDone> {
  const { sql, context } = acting;
  const version = await raiseVersion(acting, "report", report);
  const removed = removeRecommendation(context, await loadDraft(sql, report), id);
  await deleteRecommendations(sql, [id]);
  return done(acting, [{ kind: "recommendation", id, before: removed, body: removed }], { version });
}

function rowOf(
  { followUps: _, ...recommendation }: DraftRecommendation,
  reportIssuingBody: Id,
  position: number,
  at: string,
): SqlValue[] {
  const content: Recommendation = recommendation;
  return recommendationValues(content, reportIssuingBody, position, contentDigest(content), at);
}

function requireNamed(acting: RegisterActing, { issuingBody, followUps }: DraftRecommendation): Promise<void> {
  return requireOrganizations(acting, [
    { name: "issuingBody", id: issuingBody },
    ...followUps.map(({ addressee }, index) => ({ name: `addressees.${index}.organization`, id: addressee })),
  ]);
}

/** It may be published from today on: who is no more by then does not answer it. */
async function warningsOf({ sql, context }: RegisterActing, drafted: DraftRecommendation): Promise<Issue[]> {
  const addressees = drafted.followUps.map(({ addressee }) => addressee);
  return addresseeWarnings(context.today, [drafted], await organizationsAsTheyStand(sql, addressees));
}
