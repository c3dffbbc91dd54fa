import { ruleNumbered } from "@heed/core/rules/rules";
import { operation } from "../contract/operation.ts";
import { idParameter } from "../contract/parameters.ts";
import { notFound } from "../contract/problem.ts";
import { rule } from "../schemas/present.ts";
import { Rule } from "../schemas/rule.ts";

export const getRule = operation({
  id: "getRule",
  path: "/refData/rules/{id}",
  tag: "refData",
  summary: "One rule, which a reason links to",
  params: idParameter,
  output: Rule,
  sameForAll: true,
  async handle(_, { id }) {
    const found = ruleNumbered(id);
    if (found === undefined) throw notFound("rule", id);
    return { body: rule(found) };
  },
});
