import {
  DomainError,
  type Id,
  type LevelOverride,
  type Overriding,
  overrideLevel,
  type RegisterDone,
  withdrawLevelOverride,
} from "@heed/core";
import { versionFault } from "../acts/expected-version.ts";
import { verifyingBodies } from "../organizations/verifying-bodies.ts";
import { levelOverrideRow } from "../tables/level-override-row.ts";
import { loadRecommendation } from "./act-on-recommendation.ts";
import { overriddenAmong } from "./overridden.ts";
import { done, type RegisterActing } from "./register-acting.ts";

export async function actOverrideLevel(acting: RegisterActing, id: Id): Promise<RegisterDone> {
  return recorded(acting, overrideLevel(acting.context, await loadOverriding(acting, id), acting.input));
}

export async function actWithdrawLevelOverride(acting: RegisterActing, id: Id, override: Id): Promise<RegisterDone> {
  const overriding = await loadOverriding(acting, id);
  return recorded(acting, withdrawLevelOverride(acting.context, overriding, override, acting.input));
}

/** It changes the standing of no follow-up, so nothing is derived again. */
async function recorded(acting: RegisterActing, override: LevelOverride): Promise<RegisterDone> {
  await acting.prisma.levelOverride.create({ data: levelOverrideRow(override) });
  return done(acting, [{ kind: "levelOverride", id: override.id, body: override }]);
}

/** Errors: notFound; versionConflict when the recommendation was corrected meanwhile. */
async function loadOverriding({ sql, prisma, context, expectedVersion }: RegisterActing, id: Id): Promise<Overriding> {
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
