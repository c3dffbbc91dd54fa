import { listOf, type Part, partOf, resolved, textOf } from "./document.ts";
import type { Rule } from "./rule.ts";
import { propertiesOf, schemasOf } from "./schemas.ts";

export const schemaRules: readonly Rule[] = [
  {
    id: "addi-prop",
    force: "should",
    says: "additionalProperties describes the values of a map, and nothing else.",
    find: (document) =>
      schemasOf(document)
        .filter(({ part }) => part.additionalProperties !== undefined)
        .filter(({ part }) => part.additionalProperties === false || part.properties !== undefined)
        .map(({ path }) => ({ message: "additionalProperties stands on what is not a map", path })),
  },
  {
    id: "prop-req",
    force: "must",
    says: "A property that is required is declared.",
    find: (document) =>
      schemasOf(document)
        .filter(({ under, part }) => part.properties !== undefined || !["allOf", "anyOf", "oneOf"].includes(under))
        .flatMap(({ part, path }) =>
          listOf(part.required)
            .filter((name) => !Object.hasOwn(propertiesOf(document, part), textOf(name)))
            .map((name) => ({ message: `${name} is required and not declared`, path: [...path, "required"] })),
        ),
  },
  {
    id: "oas-rdonly",
    force: "should",
    says: "A property that is read-only is not required.",
    find: (document) =>
      schemasOf(document).flatMap(({ part, path }) =>
        listOf(part.required)
          .filter((name) => partOf(partOf(part.properties)[textOf(name)]).readOnly === true)
          .map((name) => ({ message: `${name} is read-only and required`, path: [...path, "required"] })),
      ),
  },
  {
    id: "sch-oneof",
    force: "should",
    says: "oneOf has a discriminator, or enums of one type, or no more than what is required.",
    find: (document) =>
      schemasOf(document)
        .filter(({ part }) => part.oneOf !== undefined && part.discriminator === undefined)
        .filter(({ part }) => {
          const members = listOf(part.oneOf).map((each) => resolved(document, each));
          return !(members.every(isOnlyRequired) || members.every(isEnumLike(members[0])));
        })
        .map(({ path }) => ({ message: "oneOf has no discriminator", path })),
  },
  {
    id: "sch-discr",
    force: "should",
    says: "A discriminator maps its values to schemas by their addresses.",
    find: (document) =>
      schemasOf(document).flatMap(({ part, path }) =>
        Object.entries(partOf(partOf(part.discriminator).mapping))
          .filter(([, to]) => !/[#/]/.test(textOf(to)))
          .map(([value, to]) => ({
            message: `${value} is mapped to ${to}, which is no address`,
            path: [...path, "discriminator"],
          })),
      ),
  },
  {
    id: "sch-allof",
    force: "should",
    says: "Parts of an allOf do not declare the same property.",
    find: (document) =>
      schemasOf(document).flatMap(({ part, path }) => {
        const names = listOf(part.allOf).flatMap((each) => Object.keys(propertiesOf(document, each)));
        const twice = names.filter((name, index) => names.indexOf(name) !== index);
        return [...new Set(twice)].map((name) => ({ message: `${name} is declared twice`, path: [...path, "allOf"] }));
      }),
  },
];

function isOnlyRequired(schema: Part): boolean {
  return Object.keys(schema).every((keyword) => keyword === "required");
}

function isEnumLike(first: Part | undefined): (schema: Part) => boolean {
  return ({ type, enum: values }) => Array.isArray(values) && type === first?.type;
}
