import { hrefOf } from "../base-path.ts";
import { notFound } from "../http/problem.ts";
import { operation } from "../operation.ts";
import { idParameter } from "../schemas/parameters.ts";
import { LevelOverrideList } from "../schemas/register.ts";

export const listLevelOverrides = operation({
  id: "listLevelOverrides",
  path: "/recommendations/{id}/levelOverrides",
  tag: "recommendations",
  summary: "Where the issuing body put a recommendation with parts, and what it took back, by their days",
  params: idParameter,
  output: LevelOverrideList,
  async handle({ reads, reader, today }, { id }) {
    if ((await reads.recommendation(reader, id, today)) === undefined) throw notFound("recommendation", id);
    const items = await reads.levelOverrides(reader, id);
    return { body: { self: `${hrefOf("recommendations", id)}/levelOverrides`, items, total: items.length } };
  },
});
