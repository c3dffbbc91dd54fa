import {
  type ActContext,
  type Actor,
  actions,
  acts,
  DomainError,
  dayOf,
  type Id,
  type Instant,
  type Person,
  type Reader,
  type Settings,
} from "@heed/core";
import { actorsOf } from "@heed/core/acting/person";
import { responsibleNow } from "@heed/core/acts/act";
import { registerActs } from "@heed/core/acts/acts";
import { allowedActs } from "@heed/core/acts/allowed-acts";
import { allowedRegisterActs, type OnRegister } from "@heed/core/acts/allowed-register-acts";
import type { FollowUpAct } from "@heed/core/acts/follow-up-act";
import type { ActsAllowedOn } from "@heed/core/read-models/tracker-store";
import type { RegisterState } from "@heed/core/register/register-act";
import { coordinatorsAsked, dissolvedOf } from "../acts/who-answers.ts";
import type { Database, Sql } from "../connection/sql.ts";
import { loadCase } from "../derived/load-cases.ts";
import { withSides } from "../entries/entry-sides.ts";
import { requireOwn } from "../register/require-own.ts";

/** What a person may do today, in any role, on a thing that the person sees (R54); nothing on one that does not exist. */
export async function readAllowedActs(
  database: Database,
  person: Person,
  thing: ActsAllowedOn,
  at: Instant,
  settings: Settings,
): Promise<readonly string[]> {
  const allowed = new Set<string>();
  for (const actor of actorsOf(person))
    for (const act of await allowedInRole(database, { actor, rights: person.rights }, thing, at, settings))
      allowed.add(act);
  return Object.keys(thing.on === "followUp" ? actions : registerActs).filter(
    (name) => allowed.has(name) && isInScope(person, name),
  );
}

/** Whether a token that is for some acts alone is for this one, or for the act of which this is an action. */
function isInScope({ acts: scope }: Person, name: string): boolean {
  const named = Object.entries<FollowUpAct>(acts).find(([, act]) => name in act.actions)?.[0] ?? name;
  return scope === undefined || scope.includes(named);
}

async function allowedInRole(
  database: Database,
  { actor, rights }: { actor: Actor } & Pick<Reader, "rights">,
  { on, id }: ActsAllowedOn,
  at: Instant,
  settings: Settings,
): Promise<readonly string[]> {
  const today = dayOf(settings, at);
  const asking = { actor, at, today, newId: () => "" };
  if (on === "followUp") return onFollowUp(database, { ...asking, settings }, id);
  const thing = await stateOf(database, on, id);
  if (thing === undefined || !(await isOwn(database, asking, { rights, today }, on, id))) return [];
  return allowedRegisterActs(on, thing.state, actor.role).filter(
    (act) => (act !== "overrideLevel" || thing.hasParts) && (act !== "withdrawLevelOverride" || thing.hasOverrides),
  );
}

async function onFollowUp(database: Database, asking: Omit<ActContext, "case">, id: Id): Promise<readonly string[]> {
  const followUpCase = await loadCase(database, id);
  if (followUpCase === undefined) return [];
  const { actor, today } = asking;
  const context = {
    ...asking,
    case: await withSides(database, followUpCase),
    dissolved: await dissolvedOf(database, actor, today),
  };
  const coordinators = await coordinatorsAsked(database, context, responsibleNow(context));
  return allowedActs({ ...context, coordinators });
}

type Thing = { state: RegisterState; hasParts?: boolean; hasOverrides?: boolean };

async function stateOf(sql: Sql, on: OnRegister, id: Id): Promise<Thing | undefined> {
  if (on === "reportingCycle") {
    const [row] = await sql.all<{ closedOn: string | null }>(
      `SELECT closed_on AS "closedOn" FROM reporting_cycle WHERE id = ?`,
      [id],
    );
    return row && { state: row.closedOn === null ? "open" : "closed" };
  }
  if (on === "report") {
    const [row] = await sql.all<{ state: RegisterState }>("SELECT status AS state FROM report WHERE id = ?", [id]);
    return row;
  }
  const [row] = await sql.all<{ state: RegisterState; parts: number; overrides: number }>(
    `SELECT p.status AS state, (SELECT count(*) FROM recommendation part WHERE part.part_of_id = r.id) AS parts,
       (SELECT count(*) FROM level_override o WHERE o.recommendation_id = r.id) AS overrides
     FROM recommendation r JOIN report p ON p.id = r.report_id WHERE r.id = ?`,
    [id],
  );
  return row && { state: row.state, hasParts: Number(row.parts) > 0, hasOverrides: Number(row.overrides) > 0 };
}

/** Whether the bodies that the actor works for keep it. */
async function isOwn(
  sql: Sql,
  context: Parameters<typeof requireOwn>[0]["context"],
  reader: Reader,
  on: OnRegister,
  id: Id,
): Promise<boolean> {
  const anAct = {
    report: "changeReport",
    recommendation: "correctRecommendation",
    reportingCycle: "changeCycle",
  } as const;
  try {
    await requireOwn({ sql, context, input: undefined }, anAct[on], id, reader);
    return true;
  } catch (error) {
    if (error instanceof DomainError) return false;
    throw error;
  }
}
