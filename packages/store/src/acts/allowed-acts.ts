import { type ActContext, type Actor, DomainError, dayOf, type Id, type Instant, type Settings } from "@heed/core";
import { responsibleNow } from "@heed/core/acts/act";
import { allowedActs } from "@heed/core/acts/allowed-acts";
import type { ActsAllowedOn } from "@heed/core/read-models/tracker-store";
import { allowedRegisterActs, type OnRegister } from "@heed/core/register/allowed-register-acts";
import type { RegisterState } from "@heed/core/register/register-act";
import type { Database, Sql } from "../connection/sql.ts";
import { loadCase } from "../derived/load-cases.ts";
import { withSides } from "../entries/entry-sides.ts";
import { requireOwn } from "../register/require-own.ts";
import { coordinatorsAsked, dissolvedOf } from "./who-answers.ts";

/** What an actor may do today on a thing that he sees (R54); nothing on one that does not exist. */
export async function readAllowedActs(
  database: Database,
  actor: Actor,
  { on, id }: ActsAllowedOn,
  at: Instant,
  settings: Settings,
): Promise<readonly string[]> {
  const asking = { actor, at, today: dayOf(settings, at), newId: () => "" };
  if (on === "followUp") return onFollowUp(database, { ...asking, settings }, id);
  const thing = await stateOf(database, on, id);
  if (thing === undefined || !(await isOwn(database, asking, on, id))) return [];
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
  on: OnRegister,
  id: Id,
): Promise<boolean> {
  const anAct = {
    report: "changeReport",
    recommendation: "correctRecommendation",
    reportingCycle: "changeCycle",
  } as const;
  try {
    await requireOwn({ sql, context, input: undefined }, anAct[on], id);
    return true;
  } catch (error) {
    if (error instanceof DomainError) return false;
    throw error;
  }
}
