import { Id, Link } from "@heed/core";
import { z } from "zod";
import { linkHref } from "../contract/base-path.ts";
import { Href } from "../contract/common.ts";
import { operation } from "../contract/operation.ts";
import { idParameter } from "../contract/parameters.ts";
import { notFound } from "../contract/problem.ts";

const LinkDetail = z.strictObject({ href: Href, link: Link }).meta({ id: "LinkDetail" });

export const getLink = operation({
  id: "getLink",
  path: "/recommendations/{id}/links/{link}",
  tag: "recommendations",
  summary: "One link between two recommendations",
  params: idParameter.extend({ link: Id.describe("The link's id.") }),
  output: LinkDetail,
  async handle({ reads, reader, today }, { id, link: named }) {
    const seen = (await reads.recommendation(reader, id, today)) !== undefined;
    const link = seen ? (await reads.links(reader, id)).find((each) => each.id === named) : undefined;
    if (link === undefined) throw notFound("link", named);
    return { body: { href: linkHref(id, named), link } };
  },
});
