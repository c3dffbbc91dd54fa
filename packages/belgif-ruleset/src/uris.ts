import { entriesOf, listOf, partOf, textOf } from "./document.ts";
import { isLowerCamelCase, segmentsOf } from "./names.ts";
import { parametersOf } from "./operations.ts";
import type { Rule } from "./rule.ts";

/** Plurals that do not end in s, and what the guide itself names. */
const plural = /s$|^(children|criteria|data|media|men|people|women|refData)$/;

export const uriRules: readonly Rule[] = [
  {
    id: "uri-format",
    force: "should",
    says: "An API's address ends with its name and its major version.",
    find: ({ servers }) =>
      listOf(servers).flatMap((server, index) => {
        const [name = "", version = ""] = textOf(partOf(server).url).split("/").slice(-2);
        return isLowerCamelCase(name) && /^v[1-9]\d*$/.test(version)
          ? []
          : [{ message: "the address does not end with /apiName/v1", path: ["servers", index, "url"] }];
      }),
  },
  {
    id: "uri-notat",
    force: "should",
    says: "Path segments and query parameters are in lowerCamelCase; no path ends with a slash.",
    find: (document) => [
      ...entriesOf(document.paths, ["paths"]).flatMap(({ name: url, path }) => [
        ...segmentsOf(url)
          .filter((segment) => !isLowerCamelCase(segment.replace(/\.\w+$/, "")))
          .map((segment) => ({ message: `${segment} is not in lowerCamelCase`, path })),
        ...(url.length > 1 && url.endsWith("/") ? [{ message: "the path ends with a slash", path }] : []),
      ]),
      ...parametersOf(document)
        .filter(({ part }) => part.in === "query" && !isLowerCamelCase(textOf(part.name)))
        .map(({ part, path }) => ({ message: `${part.name} is not in lowerCamelCase`, path: [...path, "name"] })),
    ],
  },
  {
    id: "uri-extens",
    force: "should",
    says: "No path has a file extension, but that of the OpenAPI document.",
    find: ({ paths }) =>
      entriesOf(paths, ["paths"])
        .filter(({ name: url }) => /\.\w+$/.test(url) && !/\/openapi\.(json|yaml)$/.test(url))
        .map(({ name: url, path }) => ({ message: `${url} has a file extension`, path })),
  },
  {
    id: "col-name",
    force: "should",
    says: "A collection is named by a plural noun.",
    find: ({ paths }) =>
      entriesOf(paths, ["paths"]).flatMap(({ name: url, path }) => {
        const [, collection = ""] = /\/([^/{}]+)\/\{[^/]+\}$/.exec(url) ?? [];
        return collection === "" || plural.test(collection) ? [] : [{ message: `${collection} is not a plural`, path }];
      }),
  },
  {
    id: "path-param",
    force: "should",
    says: "Path parameters are in lowerCamelCase.",
    find: ({ paths }) =>
      entriesOf(paths, ["paths"]).flatMap(({ name: url, path }) =>
        [...url.matchAll(/\{([^}]*)\}/g)]
          .filter(([, name = ""]) => !isLowerCamelCase(name))
          .map(([, name]) => ({ message: `{${name}} is not in lowerCamelCase`, path })),
      ),
  },
  {
    id: "id-name",
    force: "should",
    says: "A path parameter that identifies something is id or code, with the type of the resource before it.",
    find: ({ paths }) =>
      entriesOf(paths, ["paths"])
        .filter(({ name: url }) => /\{(id|code)\}/.test(url))
        .map(({ name: url, path }) => ({ message: `a parameter of ${url} does not tell what it identifies`, path })),
  },
  {
    id: "qry-multi",
    force: "should",
    says: "A query parameter with several values is repeated for each of them.",
    find: (document) =>
      parametersOf(document)
        .filter(({ part }) => part.in === "query" && partOf(part.schema).type === "array")
        .filter(({ part }) => part.explode === false || (part.style ?? "form") !== "form")
        .map(({ part, path }) => ({ message: `the values of ${part.name} are not repeated parameters`, path })),
  },
];
