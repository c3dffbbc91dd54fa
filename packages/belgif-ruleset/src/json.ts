import { listOf, type Part, type Path, resolved, textOf } from "./document.ts";
import { genericWordIn, isLowerCamelCase } from "./names.ts";
import { jsonSchemas, operationsOf, responsesOf } from "./operations.ts";
import type { Rule } from "./rule.ts";
import { patchSchemas, propertiesOf, schemasOf } from "./schemas.ts";

/** The guide's own codes of the health of an API. */
const health = ["UP", "DEGRADED", "DOWN"];

export const jsonRules: readonly Rule[] = [
  {
    id: "jsn-naming",
    force: "should",
    says: "Properties are in lowerCamelCase, and have no word that tells nothing.",
    find: (document) =>
      schemasOf(document).flatMap(({ property, under, path }) => {
        if (property === undefined || under !== "properties") return [];
        if (!isLowerCamelCase(property)) return [{ message: `${property} is not in lowerCamelCase`, path }];
        const word = genericWordIn(property);
        return word === undefined ? [] : [{ message: `${word} in ${property} tells nothing`, path }];
      }),
  },
  {
    id: "jsn-null",
    force: "should",
    says: "Nothing is null, but what a merge patch removes.",
    find: (document) => {
      const inPatches = patchSchemas(document);
      return schemasOf(document)
        .filter(({ part }) => part.nullable === true || [part.type].flat().includes("null"))
        .filter(({ path }) => !inPatches.has(`${path[2]}`) && !isInPatch(path))
        .map(({ path }) => ({ message: "it can be null: leave the property out instead", path }));
    },
  },
  {
    id: "evo-object",
    force: "must",
    says: "What a request or a response carries as JSON is an object.",
    find: (document) =>
      [
        ...responsesOf(document).flatMap(({ part, path }) => jsonSchemas(document, part, path)),
        ...operationsOf(document).flatMap(({ part, path }) =>
          jsonSchemas(document, resolved(document, part.requestBody), [...path, "requestBody"]),
        ),
      ]
        .filter(({ part }) => !isObject(document, part))
        .map(({ path }) => ({ message: "it is not an object", path })),
  },
  {
    id: "id-design",
    force: "should",
    says: "Identifiers are texts.",
    find: (document) =>
      schemasOf(document)
        .filter(
          ({ property, part }) =>
            property === "id" && !["string", undefined].includes(resolved(document, part).type as string),
        )
        .map(({ path }) => ({ message: "the identifier is not a text", path })),
  },
  {
    id: "cod-design",
    force: "should",
    says: "Codes are texts in lowerCamelCase.",
    find: (document) =>
      schemasOf(document).flatMap(({ part, path }) =>
        listOf(part.enum)
          .filter((value) => value !== null && typeof value !== "boolean" && !health.includes(textOf(value)))
          .filter((value) => !isLowerCamelCase(textOf(value)))
          .map((value) => ({ message: `${value} is not in lowerCamelCase`, path: [...path, "enum"] })),
      ),
  },
];

/** The body of a merge patch that is written in its place. */
function isInPatch(path: Path): boolean {
  return path[0] === "paths" && path[2] === "patch" && path[3] === "requestBody";
}

function isObject(document: Part, schema: Part): boolean {
  if (schema.type !== undefined) return schema.type === "object";
  return Object.keys(propertiesOf(document, schema)).length > 0;
}
