import { levelOverrideHref } from "../contract/base-path.ts";
import { operation } from "../contract/operation.ts";
import { address } from "../contract/page.ts";
import { idParameter } from "../contract/parameters.ts";
import { notFound } from "../contract/problem.ts";
import { LevelOverrideList } from "../schemas/register.ts";

export const listLevelOverrides = operation({
  id: "listLevelOverrides",
  path: "/recommendations/{id}/levelOverrides",
  tag: "recommendations",
  summary: "Where the issuing body put a recommendation with parts, and what it took back, by their days",
  params: idParameter,
  output: LevelOverrideList,
  async handle({ reads, reader, today }, { id, ...input }) {
    if ((await reads.recommendation(reader, id, today)) === undefined) throw notFound("recommendation", id);
    const overrides = await reads.levelOverrides(reader, id);
    const items = overrides.map((override) => ({ ...override, href: levelOverrideHref(id, override.id) }));
    return {
      body: {
        self: address(`/recommendations/${encodeURIComponent(id)}/levelOverrides`, input),
        items,
        total: items.length,
      },
    };
  },
});
