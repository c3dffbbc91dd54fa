import type { RulesetDefinition } from "@stoplight/spectral-core";
import formats from "@stoplight/spectral-formats";
import { answerRules } from "./answers.ts";
import { collectionRules } from "./collections.ts";
import { descriptionRules } from "./descriptions.ts";
import { jsonRules } from "./json.ts";
import { requestRules } from "./requests.ts";
import { definitionOf, nameOf } from "./rule.ts";
import { schemaRules } from "./schema-rules.ts";
import { uriRules } from "./uris.ts";

const all = [
  ...uriRules,
  ...jsonRules,
  ...collectionRules,
  ...requestRules,
  ...answerRules,
  ...descriptionRules,
  ...schemaRules,
];

/** The rules of the guide that a document shows, each under the guide's own id. */
export const belgif = {
  formats: [formats.oas3_0, formats.oas3_1],
  rules: Object.fromEntries(all.map((rule) => [nameOf(rule), definitionOf(rule)])),
} satisfies RulesetDefinition;

/** For a ruleset file of Spectral, which takes the default export. */
export default belgif;
