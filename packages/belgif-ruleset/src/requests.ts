import { entriesOf, partOf, resolved, textOf } from "./document.ts";
import { operationsOf, parametersOf } from "./operations.ts";
import type { Rule } from "./rule.ts";

const ofEveryOperation = /^(accept-language|authorization|belgov-(related-)?trace-id)$/i;

export const requestRules: readonly Rule[] = [
  {
    id: "opbody-req",
    force: "must",
    says: "Whether the body of a request is required is told.",
    find: (document) =>
      operationsOf(document)
        .filter(({ part }) => part.requestBody && typeof resolved(document, part.requestBody).required !== "boolean")
        .map(({ path }) => ({
          message: "it is not told whether the body is required",
          path: [...path, "requestBody"],
        })),
  },
  {
    id: "doc-patch",
    force: "should",
    says: "PATCH takes a JSON Merge Patch, also as application/json.",
    find: (document) =>
      operationsOf(document)
        .filter(({ method }) => method === "patch")
        .flatMap(({ part, path }) => {
          const { content } = resolved(document, part.requestBody);
          return ["application/merge-patch+json", "application/json"]
            .filter((type) => partOf(content)[type] === undefined)
            .map((type) => ({ message: `it does not take ${type}`, path: [...path, "requestBody"] }));
        }),
  },
  {
    id: "gen-header",
    force: "should",
    says: "Headers that every operation takes are not told of each.",
    find: (document) =>
      parametersOf(document)
        .filter(({ part }) => part.in === "header" && ofEveryOperation.test(textOf(part.name)))
        .map(({ part, path }) => ({ message: `${part.name} is a header of every operation`, path })),
  },
  {
    id: "hdr-case",
    force: "should",
    says: "Headers are written in Kebab-Case.",
    find: (document) =>
      headersOf(document)
        .filter(({ name }) => !/^[A-Z][A-Za-z0-9]*(-[A-Z][A-Za-z0-9]*)*$/.test(name))
        .map(({ name, path }) => ({ message: `${name} is not in Kebab-Case`, path })),
  },
  {
    id: "cst-header",
    force: "should",
    says: "No new header begins with X-.",
    find: (document) =>
      headersOf(document)
        .filter(({ name }) => /^x-/i.test(name))
        .map(({ name, path }) => ({ message: `${name} begins with X-`, path })),
  },
];

/** The headers of requests and of answers, where they are written. */
function headersOf(document: Parameters<Rule["find"]>[0]) {
  const { responses } = partOf(document.components);
  const answers = [
    ...entriesOf(responses, ["components", "responses"]),
    ...operationsOf(document).flatMap(({ part, path }) => entriesOf(part.responses, [...path, "responses"])),
  ];
  return [
    ...parametersOf(document)
      .filter(({ part }) => part.in === "header")
      .map(({ part, path }) => ({ name: textOf(part.name), path })),
    ...answers.flatMap(({ part, path }) => entriesOf(part.headers, [...path, "headers"])),
  ];
}
