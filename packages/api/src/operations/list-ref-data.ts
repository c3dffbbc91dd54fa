import { refData } from "@heed/core";
import { z } from "zod";
import { basePath } from "../contract/base-path.ts";
import { Href, listOf } from "../contract/common.ts";
import { operation } from "../contract/operation.ts";
import { address } from "../contract/page.ts";

export const listRefData = operation({
  id: "listRefData",
  path: "/refData",
  tag: "refData",
  summary: "The lists of codes, and that of the rules",
  output: listOf("RefDataLists", z.strictObject({ name: z.string(), href: Href }).meta({ id: "RefDataListRef" })),
  sameForAll: true,
  async handle(_context, input) {
    const items = [...Object.keys(refData), "rules"].map((name) => ({ name, href: `${basePath}/refData/${name}` }));
    return { body: { self: address("/refData", input), items, total: items.length } };
  },
});
