import { type RuleNumber, rules } from "@heed/core";
import { basePath } from "../base-path.ts";
import { operation } from "../operation.ts";
import { listOf } from "../schemas/common.ts";
import { rule } from "../schemas/present.ts";
import { Rule } from "../schemas/rule.ts";

export const listRules = operation({
  id: "listRules",
  path: "/refData/rules",
  tag: "refData",
  summary: "The rules that answers follow, in English, French, Dutch and German",
  output: listOf("RuleList", Rule),
  sameForAll: true,
  async handle() {
    const items = (Object.keys(rules) as RuleNumber[]).map(rule);
    return { body: { self: `${basePath}/refData/rules`, items, total: items.length } };
  },
});
