import {
  addRecommendation,
  addresseeWarnings,
  changeRecommendation,
  type DraftRecommendation,
  type Id,
  type Issue,
  type RegisterDone,
  removeRecommendation,
} from "@heed/core";
import { contentDigest } from "../audit/content-digest.ts";
import { organizationsAsTheyStand } from "../organizations/as-they-stand.ts";
import { recommendationRow } from "../tables/recommendation-rows.ts";
import { deleteRecommendations, replaceFollowUps, replaceThemes } from "./draft-rows.ts";
import { loadDraft } from "./load-draft.ts";
import { done, type RegisterActing, raiseVersion, requireOrganizations } from "./register-acting.ts";
import { updateRecommendation } from "./update-content.ts";

/** The `version` in the answers is that of the report: a draft is changed as one thing. */
export async function actAddRecommendation(acting: RegisterActing, report: Id): Promise<RegisterDone> {
  const { prisma, context, act, input } = acting;
  const version = await raiseVersion(acting, "report", report);
  const draft = await loadDraft(prisma, report);
  const added = addRecommendation(context, draft, input);
  await requireNamed(acting, added);
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
  await replaceFollowUps(acting, added);
  const warnings = await warningsOf(acting, added);
  return done(acting, [{ kind: "recommendation", id: added.id, body: added }], { version, warnings });
}

export async function actChangeRecommendation(acting: RegisterActing, report: Id, id: Id): Promise<RegisterDone> {
  const { prisma, context, input } = acting;
  const version = await raiseVersion(acting, "report", report);
  const draft = await loadDraft(prisma, report);
  const changed = changeRecommendation(context, draft, id, input);
  await requireNamed(acting, changed);
  const { followUps, ...content } = changed;
  await updateRecommendation(prisma, content, draft.report.issuingBody);
  const before = draft.recommendations.find((each) => each.id === id);
  if (contentDigest(before?.followUps) !== contentDigest(followUps)) await replaceFollowUps(acting, changed);
  const warnings = await warningsOf(acting, changed);
  return done(acting, [{ kind: "recommendation", id, ...(before && { before }), body: changed }], {
    version,
    warnings,
  });
}

export async function actRemoveRecommendation(acting: RegisterActing, report: Id, id: Id): Promise<RegisterDone> {
  const { prisma, context } = acting;
  const version = await raiseVersion(acting, "report", report);
  const removed = removeRecommendation(context, await loadDraft(prisma, report), id);
  await deleteRecommendations(acting, { id });
  return done(acting, [{ kind: "recommendation", id, before: removed, body: removed }], { version });
}

function requireNamed(acting: RegisterActing, { issuingBody, followUps }: DraftRecommendation): Promise<void> {
  return requireOrganizations(acting, [
    { name: "issuingBody", id: issuingBody },
    ...followUps.map(({ addressee }, index) => ({ name: `addressees.${index}.organization`, id: addressee })),
  ]);
}

/** It may be published from today on: warns of addressees that do not exist today. */
async function warningsOf({ sql, context }: RegisterActing, drafted: DraftRecommendation): Promise<Issue[]> {
  const addressees = drafted.followUps.map(({ addressee }) => addressee);
  return addresseeWarnings(context.today, [drafted], await organizationsAsTheyStand(sql, addressees));
}
