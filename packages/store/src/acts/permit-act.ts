import {
  type ActContext,
  type ActName,
  DomainError,
  type Id,
  type Organization,
  type Person,
  type Reader,
} from "@heed/core";
import { allowedAmong } from "@heed/core/acting/person";
import { isOwnFollowUp, requireOwn, responsibleNow } from "@heed/core/acts/act";
import { actorsFor } from "@heed/core/acts/permit";
import { visibleTo } from "../access/visibility.ts";
import type { Sql } from "../connection/sql.ts";
import { currentOrganizations } from "../organizations/known-organizations.ts";
import { Where } from "../statements/where.ts";
import { coordinatorsAsked, dissolvedOf, type ResponsibleNow } from "./who-answers.ts";

/** Who acts in one role, and what is known of the organizations of that role. */
export type InRole = Required<Pick<ActContext, "actor" | "coordinators" | "dissolved">>;

/** What an act is decided on, before the role is known in which it is done. */
export type Asked = Omit<ActContext, "actor">;

/**
 * The roles of a person in which the act may ever be done on the follow-up, at least one. Errors: notFound where the person
 * may not know of the follow-up; missingPermission.
 */
export async function permitAct(sql: Sql, act: ActName, person: Person, asked: Asked): Promise<readonly InRole[]> {
  const { case: followUpCase, today } = asked;
  const { id } = followUpCase.followUp;
  if (followUpCase.report.status !== "published" && !(await isSeen(sql, { rights: person.rights, today }, id)))
    throw new DomainError("notFound", `there is no follow-up with the id ${id}`);
  const permitted: InRole[] = [];
  const inRoles = allowedAmong(actorsFor(act, person), (actor) => inOwnRole(sql, { ...asked, actor }));
  for await (const inRole of inRoles) permitted.push(inRole);
  return permitted;
}

/** Errors: missingPermission when the follow-up is not of the organizations of that role. */
async function inOwnRole(sql: Sql, asking: ActContext): Promise<InRole> {
  const { actor, today } = asking;
  const context = { ...asking, dissolved: await dissolvedOf(sql, actor, today) };
  const responsible = responsibleNow(context);
  const own = { dissolved: context.dissolved, coordinators: await coordinatorsAsked(sql, context, responsible) };
  const permitted = { ...context, ...own };
  requireOwn({ ...permitted, organizations: await answering(sql, permitted, responsible) });
  return { actor, ...own };
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
