import {
  type ActContext,
  type ActName,
  type Actor,
  acts,
  type Day,
  DomainError,
  dayOf,
  decideAct,
  type Id,
  type Instant,
  type Issue,
  type Organization,
  type Reader,
  type Settings,
} from "@heed/core";
import { isOwnFollowUp, responsibleNow } from "@heed/core/acts/act";
import { contentOfInput } from "@heed/core/acts/content-of-input";
import type { FollowUpAct } from "@heed/core/acts/follow-up-act";
import { requirePermitted } from "@heed/core/acts/permit";
import { actWarnings } from "@heed/core/acts/warnings";
import { visibleTo } from "../access/visibility.ts";
import type { Database, Sql } from "../connection/sql.ts";
import { type AppendResult, appendDecided } from "../entries/append-entries.ts";
import { withSides } from "../entries/entry-sides.ts";
import type { ExpectedVersion } from "../entries/expected-version.ts";
import { readCoordination } from "../organizations/coordination.ts";
import { currentOrganizations } from "../organizations/known-organizations.ts";
import { lookUpBodies } from "../organizations/look-up-bodies.ts";
import { inList } from "../statements/in-list.ts";
import { Where } from "../statements/where.ts";
import { type KeyedRequest, performOnce } from "./perform-once.ts";
import { textsNamingBodies } from "./texts-naming-bodies.ts";

export type ActRequest = {
  followUp: Id;
  act: ActName;
  /** As it was received; the act's own schema parses it. */
  input: unknown;
  actor: Actor;
  /** The account of the operating system, or of the service (R57). */
  systemUser: string;
  at: Instant;
  expectedVersion?: ExpectedVersion;
  settings: Settings;
  newId: () => Id;
  /** A repeat of the same request gets the first answer and performs nothing. */
  request?: KeyedRequest;
};

/** What an act made, and what whoever acted should look at: nothing was refused for it. */
export type Performed = AppendResult & { warnings: readonly Issue[] };

/**
 * Performs an act: core decides on the follow-up as it is, and the entries are written with its projections and audit
 * record in the same transaction. Answers the new entries and the new version. Errors: notFound, versionConflict,
 * idempotencyKeyReused, invalidStateTransition, missingPermission, invalidInput, unknownInput.
 */
export async function performAct(
  database: Database,
  { act, input, actor, newId, request, ...performing }: ActRequest,
): Promise<Performed> {
  const { at, settings } = performing;
  const organizations = await organizationsInInput(database, act, input);
  const acting = { actor, at, today: dayOf(settings, at), settings, newId, organizations };
  let warnings: readonly Issue[] = [];
  let own: Pick<ActContext, "coordinators" | "dissolved"> = {};
  // The answer that is kept for a repeated request has its warnings, too.
  const told = async (append: () => Promise<AppendResult>) => ({ ...(await append()), warnings });
  const done: AppendResult & { warnings?: readonly Issue[] } = await appendDecided(database, {
    ...performing,
    actor: actor.name,
    action: act,
    wrap: (sql, append) => performOnce(sql, actor.id, request, at, () => told(append)),
    permit: async (followUpCase, sql) => {
      if (
        followUpCase.report.status !== "published" &&
        !(await isSeen(sql, { ...actor, today: acting.today }, performing.followUp))
      )
        throw new DomainError("notFound", `there is no follow-up with the id ${performing.followUp}`);
      const context = { case: followUpCase, ...acting, dissolved: await dissolvedOf(sql, actor, acting.today) };
      const responsible = responsibleNow(context);
      own = { dissolved: context.dissolved, coordinators: await coordinatorsAsked(sql, context, responsible) };
      const asking = { ...context, ...own };
      requirePermitted(act, { ...asking, organizations: await answering(sql, asking, responsible) });
    },
    decide: async (followUpCase, sql) => {
      const texts = textsNamingBodies(act, input, followUpCase);
      const named: Pick<ActContext, "findBodies"> =
        texts.length === 0 ? {} : { findBodies: await lookUpBodies(sql, texts) };
      const { amends }: FollowUpAct = acts[act];
      const amended = amends ? await withSides(sql, followUpCase) : followUpCase;
      const entries = decideAct(act, { case: amended, ...acting, ...named, ...own }, input);
      warnings = actWarnings(followUpCase, entries, acting.today, settings);
      return entries;
    },
  });
  return { ...done, warnings: done.warnings ?? [] };
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

/** Organizations of a respondent that exist no more, by their own day of dissolution; a change of organizations is read with the case. */
async function dissolvedOf(sql: Sql, { role, organizations }: Actor, today: Day): Promise<readonly Id[]> {
  if (role !== "respondent") return [];
  const rows = await sql.all<{ id: Id }>(
    `SELECT id FROM organization WHERE dissolved_on <= ? AND ${inList(sql, "id")}`,
    [today, JSON.stringify(organizations)],
  );
  return rows.map(({ id }) => id);
}

type ResponsibleNow = ReturnType<typeof responsibleNow>;

/** Read only for a respondent whose own organization is not responsible: it may be the coordinator (R40). */
async function coordinatorsAsked(sql: Sql, context: ActContext, responsible: ResponsibleNow): Promise<readonly Id[]> {
  if (context.actor.role !== "respondent" || isOwnFollowUp(context, responsible)) return [];
  return (await readCoordination(sql))(responsible.addressee.organization, context.today);
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

/** Read before the transaction: organizations are never removed, and their days matter only for deciding on a successor. */
async function organizationsInInput(database: Database, act: ActName, input: unknown): Promise<Map<Id, Organization>> {
  const { successor } = contentOfInput(act, input);
  return typeof successor === "string" ? currentOrganizations(database, [successor]) : new Map();
}
