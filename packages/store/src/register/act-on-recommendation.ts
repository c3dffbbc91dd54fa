import { DomainError, type Id, type Issue, type Link, LinkType, type Recommendation, type Report } from "@heed/core";
import { isGround, newerToOlder, replacingLinks } from "@heed/core/recommendation/link";
import { referenceKey } from "@heed/core/recommendation/recommendation";
import { addGround } from "@heed/core/register/add-ground";
import { correctRecommendation } from "@heed/core/register/correct-recommendation";
import { issuingBodyWarnings } from "@heed/core/register/correction";
import { endedPromises } from "@heed/core/register/ended-promises";
import type { Bearer } from "@heed/core/register/free-reference";
import { link } from "@heed/core/register/link";
import type { RegisterResult } from "@heed/core/register/register-result";
import { withdrawLink } from "@heed/core/register/withdraw-link";
import { groundNamed } from "../acts/cited.ts";
import type { Sql } from "../connection/sql.ts";
import { deriveAgain } from "../derived/derive-again.ts";
import { linkedFollowUps, newerFollowUps } from "../derived/linked-follow-ups.ts";
import { loadCases } from "../derived/load-cases.ts";
import { deriveAndAudit } from "../entries/derive-and-audit.ts";
import { currentOrganizations } from "../organizations/known-organizations.ts";
import { requireOrganizations } from "../organizations/require-organizations.ts";
import type { PrismaTransaction } from "../prisma/prisma-client.ts";
import { keepFormerReferences } from "../recommendations/former-references.ts";
import { inList } from "../statements/in-list.ts";
import { linkRow } from "../tables/link-row.ts";
import { recommendationOf } from "../tables/recommendation-rows.ts";
import { reportOf } from "../tables/report-rows.ts";
import { finishAct, type RunningAct, raiseVersion } from "./running-act.ts";
import { updateRecommendation } from "./update-content.ts";

/** The old version is kept beside the new one, as in an import that accepts corrections (R65). */
export async function actCorrectRecommendation(running: RunningAct, id: Id): Promise<RegisterResult> {
  const { sql, prisma, context, act, settings, input } = running;
  const before = await loadRecommendation(prisma, id);
  const bearers = await bearersOf(sql, before.report.id, input);
  const rows = await prisma.followUp.findMany({ where: { recommendationId: id }, select: { addresseeId: true } });
  const asked = rows.map(({ addresseeId }) => ({ addressee: addresseeId }));
  const corrected = correctRecommendation(context, { ...before, followUps: asked, bearers }, input);
  await requireOrganizations(running.sql, [{ name: "issuingBody", id: corrected.issuingBody }]);
  await sql.run(
    `INSERT INTO recommendation_version (recommendation_id, version, reference, issuing_body_id,
       own_issuing_body_id, body, content_digest, replaced_at, replaced_by)
     SELECT id, version, reference, issuing_body_id, own_issuing_body_id, body, content_digest, ?, ? FROM recommendation WHERE id = ?`,
    [act.at, act.actor, id],
  );
  const version = await raiseVersion(running, "recommendation", id);
  await updateRecommendation(prisma, corrected, before.report.issuingBody);
  await keepFormerReferences(sql, "recommendation", [id]);
  const followUps = await followUpsOf(sql, [id]);
  await deriveAgain(sql, { followUps: [...followUps, ...(await linkedFollowUps(sql, followUps, [id]))] }, settings);
  const warnings = await bodyWarnings(sql, before, corrected);
  return finishAct(running, [{ kind: "recommendation", id, before: before.recommendation, body: corrected }], {
    version,
    warnings,
  });
}

async function bodyWarnings(sql: Sql, { recommendation, report }: Loaded, corrected: Recommendation): Promise<Issue[]> {
  const bodyOf = ({ issuingBody = report.issuingBody }: Recommendation) => ({ ...report, issuingBody });
  const bodies = await currentOrganizations(sql, [bodyOf(corrected).issuingBody]);
  return issuingBodyWarnings(bodyOf(recommendation), bodyOf(corrected), [], bodies);
}

/** The recommendations of a report that have the reference that an input gives, or had it before a correction. */
async function bearersOf(sql: Sql, report: Id, input: unknown): Promise<Bearer[]> {
  const reference = (input as { reference?: unknown } | null)?.reference;
  if (typeof reference !== "string") return [];
  const key = referenceKey(reference);
  return sql.all<Bearer>(
    `SELECT r.id, r.reference FROM recommendation r WHERE r.report_id = ? AND (r.reference_key = ? OR EXISTS (
       SELECT 1 FROM former_reference f WHERE f.kind = 'recommendation' AND f.reference_key = ? AND f.thing_id = r.id))
     ORDER BY CASE WHEN r.reference_key = ? THEN 0 ELSE 1 END, r.id`,
    [report, key, key, key],
  );
}

/**
 * A link touches the follow-ups on both sides: the older ones close, and the newer ones count their age from the older
 * ones.
 */
export async function actLink(running: RunningAct, id: Id): Promise<RegisterResult> {
  const { sql, prisma, context, act, settings, input } = running;
  const from = await loadRecommendation(prisma, id);
  const to = (input as { to?: unknown } | null)?.to;
  const older = typeof to === "string" ? await loadRecommendation(prisma, to, "to") : undefined;
  const made = link(context, from, older, input);
  await refuseSecond(sql, made);
  await refuseCircle(sql, made);
  await prisma.recommendationLink.create({ data: linkRow(made) });
  const touched = await followUpsOf(sql, [id, ...(made.to === undefined ? [] : [made.to])]);
  await deriveAndAudit(sql, touched, act, settings);
  await deriveAgain(sql, { followUps: await newerFollowUps(sql, [id]) }, settings);
  const warnings = made.to === undefined ? [] : await promisesEndedBy(running, made, made.to);
  return finishAct(running, [{ kind: "link", id: made.id, body: made }], { warnings });
}

/** It changes no follow-up, so that nothing tells of it to who may not see what it rests on. */
export async function actAddGround(running: RunningAct, id: Id): Promise<RegisterResult> {
  const { sql, prisma, context, input, reader } = running;
  const from = await loadRecommendation(prisma, id);
  const made = addGround(context, from, await groundNamed(sql, reader, input), input);
  await refuseSecond(sql, made);
  await prisma.recommendationLink.create({ data: linkRow(made) });
  return finishAct(running, [{ kind: "link", id: made.id, body: made }]);
}

/** What the link did to the follow-ups on both sides, and to the age of those that ask the same again, is undone. */
export async function actWithdrawLink(running: RunningAct, id: Id, named: Id): Promise<RegisterResult> {
  const { sql, prisma, context, act, settings, input } = running;
  const { report } = await loadRecommendation(prisma, id);
  const row = await prisma.recommendationLink.findFirst({ where: { id: named, fromId: id } });
  if (row === null)
    throw new DomainError("notFound", `no link with the id ${named} leads from the recommendation ${id}`);
  const before: Link = JSON.parse(row.body);
  const after = withdrawLink(context, { link: before, report }, input);
  await prisma.recommendationLink.update({ where: { id: named }, data: linkRow(after) });
  if (isGround(after)) return finishAct(running, [{ kind: "link", id: named, before, body: after }]);
  const touched = await followUpsOf(sql, [id, ...(after.to === undefined ? [] : [after.to])]);
  await deriveAndAudit(sql, touched, act, settings);
  await deriveAgain(sql, { followUps: await newerFollowUps(sql, [id]) }, settings);
  return finishAct(running, [{ kind: "link", id: named, before, body: after }]);
}

async function promisesEndedBy({ sql, settings }: RunningAct, made: Link, older: Id): Promise<Issue[]> {
  if (!replacingLinks.includes(made.type)) return [];
  const warnings: Issue[] = [];
  for await (const cases of loadCases(sql, await followUpsOf(sql, [older])))
    for (const each of cases) warnings.push(...endedPromises(each, made, settings));
  return warnings;
}

/** The same link says nothing more. */
async function refuseSecond(sql: Sql, { type, from, to, echoes, item, section, year, place }: Link): Promise<void> {
  const known = await sql.all<{ id: Id; body: string }>(
    "SELECT id, body FROM recommendation_link WHERE from_id = ? AND type = ? AND withdrawn_at IS NULL ORDER BY id",
    [from, type],
  );
  const same = known.find(({ body }) => {
    const other = JSON.parse(body) as Link;
    const isSamePlace =
      other.item === item && other.section === section && other.year === year && other.place === place;
    return other.to === to && other.echoes === echoes && isSamePlace;
  });
  if (same !== undefined)
    throw new DomainError("invalidStateTransition", `there is this link already, with the id ${same.id}`);
}

/** Refuses a link when each of two recommendations would come after the other, directly or through others. */
async function refuseCircle(sql: Sql, made: Link): Promise<void> {
  const order = newerToOlder(made);
  if (order === undefined) return;
  const ordered = LinkType.exclude(["mergedInto", "relatesTo", "echoes", "restsOn"]).options.map((each) => `'${each}'`);
  const [circle] = await sql.all(
    `WITH RECURSIVE older(id) AS (
       SELECT id FROM recommendation WHERE id = ?
       UNION SELECT CASE l.type WHEN 'mergedInto' THEN l.from_id ELSE l.to_id END
       FROM older JOIN recommendation_link l ON l.withdrawn_at IS NULL AND ((l.from_id = older.id AND l.type IN (${ordered.join(", ")}))
         OR (l.to_id = older.id AND l.type = 'mergedInto')))
     SELECT 1 FROM older WHERE id = ?`,
    [order.to, order.from],
  );
  if (circle !== undefined)
    throw new DomainError("invalidInput", "a recommendation cannot come after one that comes after it", [
      { name: "to", value: made.to ?? "", detail: "links lead from it back to this recommendation" },
    ]);
}

async function followUpsOf(sql: Sql, recommendations: readonly Id[]): Promise<Id[]> {
  const rows = await sql.all<{ id: Id }>(
    `SELECT id FROM follow_up WHERE ${inList(sql, "recommendation_id")} ORDER BY id`,
    [JSON.stringify(recommendations)],
  );
  return rows.map(({ id }) => id);
}

type Loaded = { recommendation: Recommendation; report: Report };

/** `name` is the property of the input that named it, if any. Errors: notFound, or invalidInput with the place. */
export async function loadRecommendation(prisma: PrismaTransaction, id: Id, name?: string): Promise<Loaded> {
  const row = await prisma.recommendation.findUnique({ where: { id }, include: { report: true } });
  if (row !== null) return { recommendation: recommendationOf(row), report: reportOf(row.report) };
  const detail = `there is no recommendation with the id ${id}`;
  throw name === undefined
    ? new DomainError("notFound", detail)
    : new DomainError("invalidInput", detail, [{ name, value: id, detail: "no recommendation has this id" }]);
}
