import { Id, Link } from "@heed/core";
import { z } from "zod";
import { linkHref } from "../base-path.ts";
import { notFound } from "../http/problem.ts";
import { operation } from "../operation.ts";
import { Href } from "../schemas/common.ts";
import { idParameter } from "../schemas/parameters.ts";

const LinkDetail = z.strictObject({ href: Href, link: Link }).meta({ id: "LinkDetail" });

export const getLink = operation({
  id: "getLink",
  path: "/recommendations/{id}/links/{link}",
  tag: "recommendations",
  summary: "One link between two recommendations",
  params: idParameter.extend({ link: Id.describe("The link's id.") }),
  output: LinkDetail,
  single: true,
  async handle({ reads, reader, today }, { id, link: named }) {
    const seen = (await reads.recommendation(reader, id, today)) !== undefined;
    const link = seen ? (await reads.links(reader, id)).find((each) => each.id === named) : undefined;
    if (link === undefined) throw notFound("link", named);
    return { body: { href: linkHref(id, named), link } };
  },
});
