import { DomainError, type Id, type Issue, type Report } from "@heed/core";
import { referenceKey } from "@heed/core/recommendation/recommendation";
import { addresseeWarnings } from "@heed/core/register/addressee-warnings";
import { changeReport } from "@heed/core/register/change-report";
import { issuingBodyWarnings } from "@heed/core/register/correction";
import { discard } from "@heed/core/register/discard";
import type { Draft } from "@heed/core/register/draft";
import { draftReport } from "@heed/core/register/draft-report";
import { periodWarnings } from "@heed/core/register/period-warnings";
import { publish } from "@heed/core/register/publish";
import type { RegisterResult } from "@heed/core/register/register-result";
import type { ReportSection } from "@heed/core/report-section/report-section";
import type { Sql } from "../connection/sql.ts";
import { deriveAgain } from "../derived/derive-again.ts";
import { linkedFollowUps } from "../derived/linked-follow-ups.ts";
import { deriveAndAudit } from "../entries/derive-and-audit.ts";
import { currentOrganizations } from "../organizations/known-organizations.ts";
import { requireOrganizations } from "../organizations/require-organizations.ts";
import type { PrismaTransaction } from "../prisma/prisma-client.ts";
import { keepFormerReferences } from "../recommendations/former-references.ts";
import { inList } from "../statements/in-list.ts";
import { contentDigest } from "../tables/content-digest.ts";
import { reportRow } from "../tables/report-rows.ts";
import { loadSections } from "./act-on-section.ts";
import { deleteRecommendations } from "./draft-rows.ts";
import { loadDraft } from "./load-draft.ts";
import { requirePublishedFirst } from "./published-first.ts";
import { finishAct, type RunningAct, raiseVersion } from "./running-act.ts";
import { updateReport } from "./update-content.ts";

export async function actDraftReport(running: RunningAct): Promise<RegisterResult> {
  const { sql, prisma, context, act } = running;
  const report = draftReport(context, running.input);
  await requireOrganizations(running.sql, [{ name: "issuingBody", id: report.issuingBody }]);
  await requireOwnReference(prisma, report);
  await prisma.report.create({ data: reportRow(report, contentDigest(report), act.at) });
  const warnings = await formerBearers(sql, report);
  return finishAct(running, [{ kind: "report", id: report.id, body: report }], { version: 1, warnings });
}

export async function actChangeReport(running: RunningAct, id: Id): Promise<RegisterResult> {
  const { sql, prisma, context, settings, input } = running;
  const version = await raiseVersion(running, "report", id);
  const draft = await loadDraft(prisma, id);
  const report = changeReport(context, draft, input);
  await requireOrganizations(running.sql, [{ name: "issuingBody", id: report.issuingBody }]);
  await requireOwnReference(prisma, report);
  if (report.status === "published")
    await requirePublishedFirst(
      sql,
      { before: draft.report, after: report, recommendations: draft.recommendations },
      settings,
    );
  await updateReport(prisma, report);
  await prisma.recommendation.updateMany({
    where: { reportId: id, ownIssuingBodyId: null, issuingBodyId: { not: report.issuingBody } },
    data: { issuingBodyId: report.issuingBody },
  });
  const followUps = draft.recommendations.flatMap((each) => each.followUps.map((followUp) => followUp.id));
  if (report.status === "published")
    await deriveAgain(
      sql,
      { followUps: [...followUps, ...(await linkedFollowUps(sql, followUps, idsOf(draft)))] },
      settings,
    );
  const bodies = await currentOrganizations(sql, [report.issuingBody]);
  const warnings = [
    ...periodWarnings(report),
    ...issuingBodyWarnings(draft.report, report, draft.recommendations, bodies),
    ...(await formerBearers(sql, report)),
  ];
  const answer = await finishAct(running, [{ kind: "report", id, before: draft.report, body: report }], {
    version,
    warnings,
  });
  await keepFormerReferences(sql, "report", [id]);
  return answer;
}

/** The follow-ups open: each starts its own chain of audit records with this act. */
export async function actPublish(running: RunningAct, id: Id): Promise<RegisterResult> {
  const { sql, prisma, context, act, settings, input } = running;
  const version = await raiseVersion(running, "report", id);
  const draft = await loadDraft(prisma, id);
  const report = publish(context, draft, input);
  await updateReport(prisma, report);
  const followUps = draft.recommendations.flatMap((each) => each.followUps.map((followUp) => followUp.id)).sort();
  for (let start = 0; start < followUps.length; start += 1000) {
    const page = followUps.slice(start, start + 1000);
    await deriveAndAudit(sql, page, act, settings);
  }
  await deriveAgain(sql, { followUps: await linkedFollowUps(sql, followUps, idsOf(draft)) }, settings);
  const addressees = await currentOrganizations(
    sql,
    draft.recommendations.flatMap((each) => each.followUps.map(({ addressee }) => addressee)),
  );
  const warnings = [
    ...periodWarnings(report),
    ...addresseeWarnings(report.publishedOn ?? context.today, draft.recommendations, addressees),
  ];
  return finishAct(running, [{ kind: "report", id, before: draft.report, body: report }], { version, warnings });
}

/** The rows are deleted; the register keeps their content, and who discarded it. */
export async function actDiscard(running: RunningAct, id: Id): Promise<RegisterResult> {
  const { sql, prisma, context } = running;
  await raiseVersion(running, "report", id);
  const draft = await loadDraft(prisma, id);
  discard(context, draft);
  const links = await deleteRecommendations(running, { reportId: id });
  const sections = await loadSections(prisma, id);
  await refuseRestedOn(sql, sections);
  await prisma.reportSection.deleteMany({ where: { reportId: id } });
  await prisma.report.deleteMany({ where: { id } });
  return finishAct(running, [
    { kind: "report", id, before: draft.report, body: draft.report },
    ...draft.recommendations.map((each) => ({
      kind: "recommendation" as const,
      id: each.id,
      before: each,
      body: each,
    })),
    ...sections.map((each) => ({ kind: "reportSection" as const, id: each.id, before: each, body: each })),
    ...links,
  ]);
}

/** A recommendation of another report may rest on one of the sections. */
async function refuseRestedOn(sql: Sql, sections: readonly ReportSection[]): Promise<void> {
  const [resting] = await sql.all<{ section: Id; recommendation: string }>(
    `SELECT l.section_id AS section, r.reference AS recommendation FROM recommendation_link l JOIN recommendation r ON r.id = l.from_id
     WHERE l.withdrawn_at IS NULL AND ${inList(sql, "l.section_id")} ORDER BY l.id LIMIT 1`,
    [JSON.stringify(sections.map(({ id }) => id))],
  );
  if (resting === undefined) return;
  const reference = sections.find(({ id }) => id === resting.section)?.reference;
  throw new DomainError(
    "invalidStateTransition",
    `the recommendation ${resting.recommendation} rests on the section ${reference}: take that link back first`,
  );
}

function idsOf({ recommendations }: Pick<Draft, "recommendations">): Id[] {
  return recommendations.map(({ id }) => id);
}

async function requireOwnReference(prisma: PrismaTransaction, { id, issuingBody, reference }: Report): Promise<void> {
  const other = await prisma.report.findFirst({
    where: { issuingBodyId: issuingBody, referenceKey: referenceKey(reference), id: { not: id } },
    select: { id: true },
  });
  if (other !== null)
    throw new DomainError("duplicateReference", `the issuing body has a report ${reference} already`, [
      { name: "reference", value: reference, detail: `the report ${other.id} has this reference` },
    ]);
}

/** Who looks up a report by its former reference finds this one instead, once it is published. */
async function formerBearers(sql: Sql, { id, issuingBody, reference }: Report): Promise<Issue[]> {
  const rows = await sql.all<{ id: Id; present: string }>(
    `SELECT p.id, p.reference AS present FROM former_reference f JOIN report p ON p.id = f.thing_id
     WHERE f.kind = 'report' AND f.reference_key = ? AND p.issuing_body_id = ? AND p.id <> ? ORDER BY p.id`,
    [referenceKey(reference), issuingBody, id],
  );
  return rows.map((other) => ({
    name: "reference",
    value: reference,
    detail: `it was that of ${other.id}, which is ${other.present} now and is no longer found by it`,
  }));
}
