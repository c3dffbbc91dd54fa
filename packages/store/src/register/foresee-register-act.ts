import { dayOf, type Id, type Instant, type Person, type Settings, settingsOf } from "@heed/core";
import { firstAllowed, requireActors } from "@heed/core/acting/person";
import { type RegisterActName, registerActs } from "@heed/core/acts/acts";
import { changeSettings } from "@heed/core/register/change-settings";
import { type ForeseenChange, goesOver } from "@heed/core/register/foresee-organization-change";
import { type ForeseenSettings, movedDuties } from "@heed/core/register/foresee-setting-change";
import type { RegisterContext } from "@heed/core/register/register-act";
import { later } from "@heed/core/time/day";
import type { Sql } from "../connection/sql.ts";
import { type Derivable, pageOfDerivable } from "../derived/derive-again.ts";
import { storedCases } from "../derived/load-cases.ts";
import { readSettingChanges } from "../settings/setting-rows.ts";
import { inUtc } from "../tables/entry-rows.ts";
import { decidedChange } from "./act-on-organizations.ts";
import { requireOwn } from "./require-own.ts";

/** Who thinks of an act on the register, and when. */
export type Foreseeing = { person: Person; at: Instant; settings: Settings };

/** Nothing is written. Errors: those of the act changeOrganizations. */
export async function foreseeOrganizationChange(
  sql: Sql,
  foreseeing: Foreseeing,
  input: unknown,
): Promise<ForeseenChange> {
  const { settings } = foreseeing;
  const context = await permitted(sql, "changeOrganizations", foreseeing, input);
  const { change, known, touched } = await decidedChange(sql, context, input);
  const followUps: ForeseenChange["followUps"][number][] = [];
  for await (const cases of casesOf(sql, { organizations: touched }))
    for (const each of cases)
      for (const moved of goesOver(each, { change, changes: known.changes }, context.today, settings))
        followUps.push({ followUp: each.followUp.id, ...moved });
  return { ...(change.on !== undefined && { on: change.on }), followUps };
}

/** Nothing is written. Errors: those of the act changeSettings. */
export async function foreseeSettingChange(
  sql: Sql,
  foreseeing: Foreseeing,
  input: unknown,
): Promise<ForeseenSettings> {
  const context = await permitted(sql, "changeSettings", foreseeing, input);
  const change = changeSettings(context, input);
  const changes = await readSettingChanges(sql);
  const [before, after] = [settingsOf(changes), settingsOf([...changes, change])];
  const on = later(context.today, change.from);
  const duties: ForeseenSettings["duties"][number][] = [];
  for await (const cases of casesOf(sql, "all"))
    for (const each of cases)
      for (const moved of movedDuties(each, { before, after }, on))
        duties.push({ followUp: each.followUp.id, ...moved });
  return { on, duties };
}

async function permitted(
  sql: Sql,
  act: RegisterActName,
  { person, at, settings }: Foreseeing,
  input: unknown,
): Promise<RegisterContext> {
  const today = dayOf(settings, at);
  return firstAllowed(requireActors(person, act, registerActs[act].roles), async (actor) => {
    const context = { actor, at: inUtc(at), today, newId: () => "new" };
    await requireOwn({ sql, context, input }, act, "", { rights: person.rights, today });
    return context;
  });
}

async function* casesOf(sql: Sql, which: Derivable) {
  let after: Id | undefined = "";
  while (after !== undefined) {
    const ids: readonly Id[] = await pageOfDerivable(sql, which, after);
    yield (await storedCases(sql, ids)).map((kept) => kept.case);
    after = ids.at(-1);
  }
}
