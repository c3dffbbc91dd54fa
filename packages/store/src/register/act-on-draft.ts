import type { Id, Issue } from "@heed/core";
import { addRecommendation } from "@heed/core/register/add-recommendation";
import { addresseeWarnings } from "@heed/core/register/addressee-warnings";
import { changeRecommendation } from "@heed/core/register/change-recommendation";
import type { DraftRecommendation } from "@heed/core/register/draft";
import type { RegisterResult } from "@heed/core/register/register-result";
import { removeRecommendation } from "@heed/core/register/remove-recommendation";
import { currentOrganizations } from "../organizations/known-organizations.ts";
import { requireOrganizations } from "../organizations/require-organizations.ts";
import { contentDigest } from "../tables/content-digest.ts";
import { recommendationRow } from "../tables/recommendation-rows.ts";
import { deleteRecommendations, replaceFollowUps, replaceThemes } from "./draft-rows.ts";
import { loadDraft } from "./load-draft.ts";
import { finishAct, type RunningAct, raiseVersion } from "./running-act.ts";
import { updateRecommendation } from "./update-content.ts";

/** The `version` in the answers is that of the report: a draft is changed as one thing. */
export async function actAddRecommendation(running: RunningAct, report: Id): Promise<RegisterResult> {
  const { prisma, context, act, input } = running;
  const version = await raiseVersion(running, "report", report);
  const draft = await loadDraft(prisma, report);
  const added = addRecommendation(context, draft, input);
  await requireNamed(running, added);
  const last = await prisma.recommendation.aggregate({ where: { reportId: report }, _max: { position: true } });
  const { followUps: _, ...content } = added;
  await prisma.recommendation.create({
    data: recommendationRow(
      content,
      draft.report.issuingBody,
      (last._max.position ?? 0) + 1,
      contentDigest(content),
      act.at,
    ),
  });
  await replaceThemes(prisma, added);
  await replaceFollowUps(running, added);
  const warnings = await warningsOf(running, added);
  return finishAct(running, [{ kind: "recommendation", id: added.id, body: added }], { version, warnings });
}

export async function actChangeRecommendation(running: RunningAct, report: Id, id: Id): Promise<RegisterResult> {
  const { prisma, context, input } = running;
  const version = await raiseVersion(running, "report", report);
  const draft = await loadDraft(prisma, report);
  const changed = changeRecommendation(context, draft, id, input);
  await requireNamed(running, changed);
  const { followUps, ...content } = changed;
  await updateRecommendation(prisma, content, draft.report.issuingBody);
  const before = draft.recommendations.find((each) => each.id === id);
  if (contentDigest(before?.followUps) !== contentDigest(followUps)) await replaceFollowUps(running, changed);
  const warnings = await warningsOf(running, changed);
  return finishAct(running, [{ kind: "recommendation", id, ...(before && { before }), body: changed }], {
    version,
    warnings,
  });
}

export async function actRemoveRecommendation(running: RunningAct, report: Id, id: Id): Promise<RegisterResult> {
  const { prisma, context } = running;
  const version = await raiseVersion(running, "report", report);
  const removed = removeRecommendation(context, await loadDraft(prisma, report), id);
  const links = await deleteRecommendations(running, { id });
  return finishAct(running, [{ kind: "recommendation", id, before: removed, body: removed }, ...links], { version });
}

function requireNamed(running: RunningAct, { issuingBody, followUps }: DraftRecommendation): Promise<void> {
  return requireOrganizations(running.sql, [
    { name: "issuingBody", id: issuingBody },
    ...followUps.map(({ addressee }, index) => ({ name: `addressees.${index}.organization`, id: addressee })),
  ]);
}

/** It may be published from today on: warns of addressees that do not exist today. */
async function warningsOf({ sql, context }: RunningAct, drafted: DraftRecommendation): Promise<Issue[]> {
  const addressees = drafted.followUps.map(({ addressee }) => addressee);
  return addresseeWarnings(context.today, [drafted], await currentOrganizations(sql, addressees));
}
