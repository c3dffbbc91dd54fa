import { linkHref } from "../contract/base-path.ts";
import { operation } from "../contract/operation.ts";
import { address } from "../contract/page.ts";
import { idParameter } from "../contract/parameters.ts";
import { notFound } from "../contract/problem.ts";
import { LinkList } from "../schemas/register.ts";

export const listLinks = operation({
  id: "listLinks",
  path: "/recommendations/{id}/links",
  tag: "recommendations",
  summary: "The links to and from a recommendation",
  params: idParameter,
  output: LinkList,
  async handle({ reads, reader, today }, { id, ...input }) {
    if ((await reads.recommendation(reader, id, today)) === undefined) throw notFound("recommendation", id);
    const links = await reads.links(reader, id);
    const items = links.map((link) => ({ ...link, href: linkHref(link.from, link.id) }));
    return {
      body: { self: address(`/recommendations/${encodeURIComponent(id)}/links`, input), items, total: items.length },
    };
  },
});
