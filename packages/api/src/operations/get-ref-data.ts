import { LocalizedText, refData } from "@heed/core";
import type { RefDataList } from "@heed/core/ref-data/labels";
import { z } from "zod";
import { listOf } from "../contract/common.ts";
import { operation } from "../contract/operation.ts";
import { address } from "../contract/page.ts";

const lists = Object.keys(refData) as [RefDataList, ...RefDataList[]];

export const getRefData = operation({
  id: "getRefData",
  path: "/refData/{list}",
  tag: "refData",
  summary: "The codes of a list, with labels in English, French, Dutch and German",
  params: z.object({ list: z.enum(lists) }),
  output: listOf("RefDataList", z.strictObject({ code: z.string(), label: LocalizedText }).meta({ id: "RefDataCode" })),
  sameForAll: true,
  async handle(_, { list, ...input }) {
    const items = Object.entries(refData[list]).map(([code, label]) => ({ code, label }));
    return { body: { self: address(`/refData/${list}`, input), items, total: items.length } };
  },
});
