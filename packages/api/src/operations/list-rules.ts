import { type RuleNumber, rules } from "@heed/core/rules/rules";
import { listOf } from "../contract/common.ts";
import { operation } from "../contract/operation.ts";
import { address } from "../contract/page.ts";
import { rule } from "../schemas/present.ts";
import { Rule } from "../schemas/rule.ts";

export const listRules = operation({
  id: "listRules",
  path: "/refData/rules",
  tag: "refData",
  summary: "The rules that answers follow, in English, French, Dutch and German",
  output: listOf("RuleList", Rule),
  sameForAll: true,
  async handle(_context, input) {
    const items = (Object.keys(rules) as RuleNumber[]).map(rule);
    return { body: { self: address("/refData/rules", input), items, total: items.length } };
  },
});
