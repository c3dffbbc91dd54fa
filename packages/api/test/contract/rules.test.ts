import belgif from "@heed/belgif-ruleset";
import { createConfig, lintFromString } from "@redocly/openapi-core";
import core, { type RulesetDefinition } from "@stoplight/spectral-core";
import owasp from "@stoplight/spectral-owasp-ruleset";
import parsers from "@stoplight/spectral-parsers";
import rulesets from "@stoplight/spectral-rulesets";
import { expect, test } from "vitest";
import { openApi30, openApi31 } from "../../src/open-api/open-api.ts";
import { exceptions } from "./exceptions.ts";
import { sentIn } from "./requests.ts";

/** Rules of schemas: a schema is looked at where it is written, and not again at each place that refers to it. */
const ofSchemas = /-((array|string|integer)-limit(-legacy)?|restricted|format|(additional|unevaluated)Properties)$/;

const credentials = "owasp:api2:2023-no-credentials-in-url";

/**
 * The ruleset of OWASP, but for the place of one rule: as written it takes every property named `in` for the place of a
 * parameter, and fails at those that are objects.
 */
function ofOwasp(): RulesetDefinition {
  const ruleset = owasp as unknown as RulesetDefinition & { rules: Record<string, object> };
  const given = "$.paths[*][*].parameters[?(@ && (@.in === 'query' || @.in === 'path'))]";
  const rules = Object.entries(ruleset.rules).map(([name, rule]) => [
    name,
    { ...rule, ...(name === credentials && { given }), ...(ofSchemas.test(name) && { resolved: false }) },
  ]);
  return { ...ruleset, rules: Object.fromEntries(rules) };
}

const documents = [
  ["3.1.0", openApi31()],
  ["3.0.3", openApi30()],
] as const;

/** What a ruleset of Spectral finds, errors and warnings: each with its rule and its place. */
async function found(document: object, ruleset: RulesetDefinition): Promise<Finding[]> {
  const spectral = new core.Spectral();
  spectral.setRuleset(ruleset);
  const all = await spectral.run(new core.Document(JSON.stringify(document), parsers.Json));
  const isSent = sentIn(document);
  return all.map(({ code, path, message }) => ({
    rule: String(code),
    place: `${isSent(path) ? "request" : "answer"} ${path.join(".")}`,
    message,
  }));
}

type Finding = { rule: string; place: string; message: string };

/** Exceptions that nothing needed in any document would let a fault through later. */
const needed = new Set<string>();

function isExcepted({ rule, place }: Finding): boolean {
  const exception = exceptions.find((each) => each.rule === rule && (each.at?.test(place) ?? true));
  if (exception) needed.add(rule);
  return exception !== undefined;
}

test.each(documents)(
  "the contract %s follows the rules of OpenAPI, of OWASP and of Belgif's guide",
  { timeout: 240_000 },
  async (_, document) => {
    for (const ruleset of [rulesets.oas as RulesetDefinition, ofOwasp(), belgif]) {
      const findings = await found(document, ruleset);
      expect(findings.filter((each) => !isExcepted(each))).toEqual([]);
    }
  },
);

test("each exception is needed, and has its reason", () => {
  expect(exceptions.filter(({ rule, reason }) => !needed.has(rule) || reason === "")).toEqual([]);
});

test.each(documents)("the contract %s follows Redocly's strict recommendation", async (_, document) => {
  const config = await createConfig({ extends: ["recommended-strict"] });
  const problems = await lintFromString({ source: JSON.stringify(document), absoluteRef: "/contract.json", config });
  expect(problems.map(({ ruleId, message, location }) => [ruleId, message, location[0]?.pointer])).toEqual([]);
});

test("a password in the address of an operation would be found", async () => {
  const { paths } = openApi31() as { paths: Record<string, { get: { parameters: object[] } }> };
  paths["/overdue"]?.get.parameters.push({ name: "password", in: "query", schema: { type: "string", maxLength: 9 } });
  const findings = await found({ ...openApi31(), paths }, ofOwasp());
  expect(findings.filter(({ rule }) => rule === credentials)).toHaveLength(1);
});
