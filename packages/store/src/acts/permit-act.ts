import { type ActContext, type ActName, DomainError, type Id, type Organization, type Reader } from "@heed/core";
import { isOwnFollowUp, responsibleNow } from "@heed/core/acts/act";
import { requirePermitted } from "@heed/core/acts/permit";
import { visibleTo } from "../access/visibility.ts";
import type { Sql } from "../connection/sql.ts";
import { currentOrganizations } from "../organizations/known-organizations.ts";
import { Where } from "../statements/where.ts";
import { coordinatorsAsked, dissolvedOf, type ResponsibleNow } from "./who-answers.ts";

/**
 * Checks whether the actor may ever do the act on the follow-up. Answers what was read for it about the actor's own
 * organizations. Errors: notFound where the actor may not know of the follow-up; missingPermission.
 */
export async function permitAct(
  sql: Sql,
  act: ActName,
  asking: ActContext,
): Promise<Required<Pick<ActContext, "coordinators" | "dissolved">>> {
  const { case: followUpCase, actor, today } = asking;
  const { id } = followUpCase.followUp;
  if (followUpCase.report.status !== "published" && !(await isSeen(sql, { ...actor, today }, id)))
    throw new DomainError("notFound", `there is no follow-up with the id ${id}`);
  const context = { ...asking, dissolved: await dissolvedOf(sql, actor, today) };
  const responsible = responsibleNow(context);
  const own = { dissolved: context.dissolved, coordinators: await coordinatorsAsked(sql, context, responsible) };
  const permitted = { ...context, ...own };
  requirePermitted(act, { ...permitted, organizations: await answering(sql, permitted, responsible) });
  return own;
}

/** For actors who may not see a draft it does not exist, whatever they try on it (R58). */
async function isSeen(sql: Sql, reader: Reader, followUp: Id): Promise<boolean> {
  const where = visibleTo(reader, new Where(sql.dialect).and("f.id = ?", followUp), "p");
  const [row] = await sql.all(
    `SELECT 1 AS seen FROM follow_up f JOIN recommendation r ON r.id = f.recommendation_id JOIN report p ON p.id = r.report_id
     WHERE ${where.text}`,
    where.values,
  );
  return row !== undefined;
}

/** Those that answer for a follow-up that is not the actor's, so that the refusal names them; of its own none is read. */
async function answering(
  sql: Sql,
  context: ActContext,
  responsible: ResponsibleNow,
): Promise<ReadonlyMap<Id, Organization>> {
  if (isOwnFollowUp(context, responsible)) return context.organizations ?? new Map();
  const { addressee, issuingBody } = responsible;
  return currentOrganizations(sql, [addressee.organization, issuingBody.organization]);
}
