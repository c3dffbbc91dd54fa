import {
  type ActContext,
  actions,
  acts,
  dayOf,
  type Id,
  type Instant,
  type Person,
  type Reader,
  type Report,
  type Settings,
} from "@heed/core";
import { actorsOf } from "@heed/core/acting/person";
import { responsibleNow } from "@heed/core/acts/act";
import { type RegisterActName, registerActs } from "@heed/core/acts/acts";
import { allowedActs } from "@heed/core/acts/allowed-acts";
import { allowedRegisterActs, type OnRegister } from "@heed/core/acts/allowed-register-acts";
import type { FollowUpAct } from "@heed/core/acts/follow-up-act";
import type { ActsAllowedOn } from "@heed/core/read-models/tracker-store";
import type { RegisterContext, RegisterState } from "@heed/core/register/register-act";
import { withoutAbsent } from "@heed/core/without-absent";
import { orRefused } from "../acts/or-refused.ts";
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
  const asking = { at, today: dayOf(settings, at), newId: () => "" };
  const allowed =
    thing.on === "followUp"
      ? await onFollowUp(database, person, { ...asking, settings }, thing.id)
      : await onRegister(database, person, asking, { on: thing.on, id: thing.id });
  return Object.keys(thing.on === "followUp" ? actions : registerActs).filter(
    (name) => allowed.has(name) && isInScope(person, name),
  );
}

/** Whether a token that is for some acts alone is for this one, or for the act of which this is an action. */
function isInScope({ acts: scope }: Person, name: string): boolean {
  const named = Object.entries<FollowUpAct>(acts).find(([, act]) => name in act.actions)?.[0] ?? name;
  return scope === undefined || scope.includes(named);
}

/** What is read of the follow-up is the same for each role of the person. */
async function onFollowUp(
  database: Database,
  person: Person,
  asking: Omit<ActContext, "case" | "actor">,
  id: Id,
): Promise<ReadonlySet<string>> {
  const allowed = new Set<string>();
  const loaded = await loadCase(database, id);
  if (loaded === undefined) return allowed;
  const followUpCase = await withSides(database, loaded);
  for (const actor of actorsOf(person)) {
    const dissolved = await dissolvedOf(database, actor, asking.today);
    const context = { ...asking, actor, case: followUpCase, dissolved };
    const coordinators = await coordinatorsAsked(database, context, responsibleNow(context));
    for (const act of allowedActs({ ...context, coordinators })) allowed.add(act);
  }
  return allowed;
}

async function onRegister(
  database: Database,
  person: Person,
  asking: Omit<RegisterContext, "actor">,
  { on, id }: { on: OnRegister; id: Id },
): Promise<ReadonlySet<string>> {
  const allowed = new Set<string>();
  const thing = await stateOf(database, on, id);
  if (thing === undefined) return allowed;
  const reader = { rights: person.rights, today: asking.today };
  for (const actor of actorsOf(person))
    if (await isOwn(database, { ...asking, actor }, reader, on, id))
      for (const act of allowedRegisterActs(on, thing.state, actor.role))
        if (hasWhatItNeeds(act, thing)) allowed.add(act);
  return allowed;
}

type Thing = {
  state: RegisterState;
  hasParts?: boolean;
  hasOverrides?: boolean;
  hasLinks?: boolean;
  isFrozen?: boolean;
};

/** What a recommendation or a report must have, or be, for some acts. */
const needs: { readonly [Act in RegisterActName]?: (thing: Thing) => boolean | undefined } = {
  overrideLevel: ({ hasParts }) => hasParts,
  withdrawLevelOverride: ({ hasOverrides }) => hasOverrides,
  withdrawLink: ({ hasLinks }) => hasLinks,
  freezeReport: ({ isFrozen }) => !isFrozen,
  addReportErratum: ({ isFrozen }) => isFrozen,
};

function hasWhatItNeeds(act: RegisterActName, thing: Thing): boolean {
  const needed = needs[act];
  return needed === undefined || needed(thing) === true;
}

async function stateOf(sql: Sql, on: OnRegister, id: Id): Promise<Thing | undefined> {
  if (on === "reportingCycle") {
    const [row] = await sql.all<{ closedOn: string | null }>(
      `SELECT closed_on AS "closedOn" FROM reporting_cycle WHERE id = ?`,
      [id],
    );
    return row && { state: row.closedOn === null ? "open" : "closed" };
  }
  if (on === "report") {
    const [row] = await sql.all<{ state: RegisterState; body: string }>(
      "SELECT status AS state, body FROM report WHERE id = ?",
      [id],
    );
    return row && { state: row.state, isFrozen: (JSON.parse(row.body) as Partial<Report>).frozen !== undefined };
  }
  const [row] = await sql.all<{ state: RegisterState; parts: number; overrides: number; links: number }>(
    `SELECT p.status AS state, (SELECT count(*) FROM recommendation part WHERE part.part_of_id = r.id) AS parts,
       (SELECT count(*) FROM level_override o WHERE o.recommendation_id = r.id) AS overrides,
       (SELECT count(*) FROM recommendation_link l WHERE l.from_id = r.id AND l.withdrawn_at IS NULL) AS links
     FROM recommendation r JOIN report p ON p.id = r.report_id WHERE r.id = ?`,
    [id],
  );
  if (row === undefined) return undefined;
  const [hasParts, hasOverrides, hasLinks] = [row.parts, row.overrides, row.links].map((count) => Number(count) > 0);
  return { state: row.state, ...withoutAbsent({ hasParts, hasOverrides, hasLinks }) };
}

/** Whether the bodies that the actor works for keep it. */
async function isOwn(sql: Sql, context: RegisterContext, reader: Reader, on: OnRegister, id: Id): Promise<boolean> {
  const anAct = {
    report: "changeReport",
    recommendation: "correctRecommendation",
    reportingCycle: "changeCycle",
  } as const;
  const { error } = await orRefused(() => requireOwn({ sql, context, input: undefined }, anAct[on], id, reader));
  return error === undefined;
}
