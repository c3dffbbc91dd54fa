import { DomainError, type Id } from "@heed/core";
import type { LevelOverride } from "@heed/core/recommendation-standing/level-override";
import type { Overriding } from "@heed/core/register/level-override";
import { overrideLevel } from "@heed/core/register/override-level";
import type { RegisterResult } from "@heed/core/register/register-result";
import { withdrawLevelOverride } from "@heed/core/register/withdraw-level-override";
import { versionFault } from "../entries/expected-version.ts";
import { verifyingBodies } from "../organizations/verifying-bodies.ts";
import { overriddenAmong } from "../recommendations/overridden.ts";
import { levelOverrideRow } from "../tables/level-override-row.ts";
import { loadRecommendation } from "./act-on-recommendation.ts";
import { finishAct, type RunningAct } from "./running-act.ts";

export async function actOverrideLevel(running: RunningAct, id: Id): Promise<RegisterResult> {
  return recorded(running, overrideLevel(running.context, await loadOverriding(running, id), running.input));
}

export async function actWithdrawLevelOverride(running: RunningAct, id: Id, override: Id): Promise<RegisterResult> {
  const overriding = await loadOverriding(running, id);
  return recorded(running, withdrawLevelOverride(running.context, overriding, override, running.input));
}

/** It changes the standing of no follow-up, so nothing is derived again. */
async function recorded(running: RunningAct, override: LevelOverride): Promise<RegisterResult> {
  await running.prisma.levelOverride.create({ data: levelOverrideRow(override) });
  return finishAct(running, [{ kind: "levelOverride", id: override.id, body: override }]);
}

/** Errors: notFound; versionConflict when the recommendation was corrected meanwhile. */
async function loadOverriding({ sql, prisma, context, expectedVersion }: RunningAct, id: Id): Promise<Overriding> {
  const { recommendation, report } = await loadRecommendation(prisma, id);
  const fault = versionFault(`the recommendation ${id}`, recommendation.version, expectedVersion);
  if (fault !== undefined) throw fault;
  const overridden = (await overriddenAmong(sql, [id])).get(id);
  if (overridden === undefined) throw new DomainError("notFound", `there is no recommendation with the id ${id}`);
  const bodies = [...new Set((await verifyingBodies(sql, id, context.today)).map(({ body }) => body))];
  const own = bodies.find((body) => context.actor.organizations.includes(body));
  const [only, ...others] = bodies;
  const issuingBody = recommendation.issuingBody ?? report.issuingBody;
  return { ...overridden, id, organization: own ?? (only !== undefined && others.length === 0 ? only : issuingBody) };
}
