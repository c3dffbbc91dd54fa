import { basePath } from "../base-path.ts";
import { notFound } from "../http/problem.ts";
import { operation } from "../operation.ts";
import { idParameter } from "../schemas/parameters.ts";
import { LinkList } from "../schemas/register.ts";

export const listLinks = operation({
  id: "listLinks",
  path: "/recommendations/{id}/links",
  tag: "recommendations",
  summary: "How a recommendation stands to others, and others to it",
  params: idParameter,
  output: LinkList,
  async handle({ reads, reader, today }, { id }) {
    if ((await reads.recommendation(reader, id, today)) === undefined) throw notFound("recommendation", id);
    const items = await reads.links(reader, id);
    return {
      body: { self: `${basePath}/recommendations/${encodeURIComponent(id)}/links`, items, total: items.length },
    };
  },
});
