import { Id } from "@heed/core";
import { LevelOverride } from "@heed/core/recommendation-standing/level-override";
import { z } from "zod";
import { levelOverrideHref } from "../contract/base-path.ts";
import { Href } from "../contract/common.ts";
import { operation } from "../contract/operation.ts";
import { idParameter } from "../contract/parameters.ts";
import { notFound } from "../contract/problem.ts";

const LevelOverrideDetail = z
  .strictObject({ href: Href, levelOverride: LevelOverride })
  .meta({ id: "LevelOverrideDetail" });

export const getLevelOverride = operation({
  id: "getLevelOverride",
  path: "/recommendations/{id}/levelOverrides/{override}",
  tag: "recommendations",
  summary: "One override of the level of a recommendation, or what took one back",
  params: idParameter.extend({ override: Id.describe("The override's id.") }),
  output: LevelOverrideDetail,
  async handle({ reads, reader }, { id, override: named }) {
    const levelOverride = (await reads.levelOverrides(reader, id)).find((each) => each.id === named);
    if (levelOverride === undefined) throw notFound("override", named);
    return { body: { href: levelOverrideHref(id, named), levelOverride } };
  },
});
