import { entriesOf, listOf, partOf, textOf } from "./document.ts";
import { genericWordIn, isLowerCamelCase, isUpperCamelCase } from "./names.ts";
import { operationsOf } from "./operations.ts";
import type { Rule } from "./rule.ts";
import { schemasOf } from "./schemas.ts";

/** Under these no type is made of an object. */
const untyped = ["components", "allOf", "not"];

export const descriptionRules: readonly Rule[] = [
  {
    id: "oas-descr",
    force: "should",
    says: "The document has a title, each operation a summary, and each object in another thing a title of its own.",
    find: (document) => [
      ...(textOf(partOf(document.info).title) === "" ? [{ message: "the document has no title", path: ["info"] }] : []),
      ...operationsOf(document)
        .filter(({ part }) => textOf(part.summary) === "")
        .map(({ path }) => ({ message: "the operation has no summary", path })),
      ...schemasOf(document)
        .filter(({ part, under }) => part.properties !== undefined && !untyped.includes(under))
        .filter(({ part }) => !isUpperCamelCase(textOf(part.title)))
        .map(({ path }) => ({ message: "the object has no title in UpperCamelCase", path })),
    ],
  },
  {
    id: "oas-tags",
    force: "should",
    says: "An operation has at most one tag, which is declared and written as a title.",
    find: (document) => {
      const declared = listOf(document.tags).map((tag) => partOf(tag).name);
      return [
        ...declared.flatMap((name, index) =>
          /^[A-Z]/.test(textOf(name)) ? [] : [{ message: `${name} has no capital`, path: ["tags", index, "name"] }],
        ),
        ...operationsOf(document).flatMap(({ part, path }) => {
          const tags = listOf(part.tags);
          return [
            ...(tags.length > 1 ? [{ message: "it has several tags", path: [...path, "tags"] }] : []),
            ...tags
              .filter((tag) => !declared.includes(tag))
              .map((tag) => ({ message: `${tag} is not declared`, path: [...path, "tags"] })),
          ];
        }),
      ];
    },
  },
  {
    id: "openapi-opid",
    force: "must",
    says: "Each operation has an operationId of its own, in lowerCamelCase.",
    find: (document) => {
      const all = operationsOf(document);
      const ids = all.map(({ part }) => textOf(part.operationId));
      return all.flatMap(({ path }, index) => {
        const id = ids[index] ?? "";
        if (id === "") return [{ message: "the operation has no operationId", path }];
        if (ids.indexOf(id) !== index) return [{ message: `another operation is ${id}, too`, path }];
        return isLowerCamelCase(id) ? [] : [{ message: `${id} is not in lowerCamelCase`, path }];
      });
    },
  },
  {
    id: "sec-req",
    force: "must",
    says: "What an operation requires is a security scheme of the document.",
    find: (document) => {
      const schemes = partOf(partOf(document.components).securitySchemes);
      const all = [{ part: document, path: [] as (string | number)[] }, ...operationsOf(document)];
      return all.flatMap(({ part, path }) =>
        listOf(part.security).flatMap((each, index) =>
          Object.keys(partOf(each))
            .filter((name) => !Object.hasOwn(schemes, name))
            .map((name) => ({ message: `there is no security scheme ${name}`, path: [...path, "security", index] })),
        ),
      );
    },
  },
  {
    id: "oas-comp",
    force: "should",
    says: "Components are named in UpperCamelCase.",
    find: ({ components }) =>
      entriesOf(components, ["components"])
        .flatMap(({ part, path }) => entriesOf(part, path))
        .filter(({ name }) => !isUpperCamelCase(name))
        .map(({ name, path }) => ({ message: `${name} is not in UpperCamelCase`, path })),
  },
  {
    id: "oas-types",
    force: "should",
    says: "A schema's name has no word that tells nothing.",
    find: ({ components }) =>
      entriesOf(partOf(components).schemas, ["components", "schemas"]).flatMap(({ name, path }) => {
        const word = genericWordIn(name);
        return word === undefined ? [] : [{ message: `${word} in ${name} tells nothing`, path }];
      }),
  },
];
