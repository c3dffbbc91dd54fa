import { entriesOf, type Part, type Path, partOf, resolved, textOf } from "./document.ts";
import { jsonSchemas, type Operation, operationsOf, parametersOfOperation } from "./operations.ts";
import type { Finding, Rule } from "./rule.ts";
import { propertiesOf, schemasOf } from "./schemas.ts";

/** The types of the properties that the guide reserves. */
const reserved: Record<string, string> = {
  ...{ items: "array", total: "integer", page: "integer", pageSize: "integer", embedded: "object" },
  ...{ self: "string", href: "string", next: "string", prev: "string", first: "string", last: "string" },
};

export const collectionRules: readonly Rule[] = [
  {
    id: "col-repres",
    force: "must",
    says: "A collection answers items, and each has the link of its resource.",
    find: (document) =>
      operationsOf(document)
        .filter(({ url, method }) => method === "get" && hasMembers(document, url))
        .flatMap((operation) =>
          answersOf(document, operation).flatMap(({ part, path }) => collection(document, part, path)),
        ),
  },
  {
    id: "col-paging",
    force: "must",
    says: "A paged collection tells its next page, and how long a page is when nobody asks.",
    find: (document) =>
      operationsOf(document).flatMap((operation) => {
        const size = parametersOfOperation(document, operation).find(({ name }) => name === "pageSize");
        if (size === undefined) return [];
        const withoutDefault = resolved(document, size.schema).default === undefined;
        return [
          ...(withoutDefault ? [{ message: "pageSize has no default", path: [...operation.path, "parameters"] }] : []),
          ...answersOf(document, operation)
            .filter(({ part }) => propertiesOf(document, part).next === undefined)
            .map(({ path }) => ({ message: "the answer has no next page", path })),
        ];
      }),
  },
  {
    id: "reserved-words",
    anchor: "reserved-words",
    force: "should",
    says: "A property with a reserved name is what the guide says that it is.",
    find: (document) =>
      schemasOf(document).flatMap(({ part, path }) =>
        entriesOf(part.properties, [...path, "properties"]).flatMap(({ name, part: property, path: at }) => {
          const type = resolved(document, property).type;
          const wanted = Object.hasOwn(reserved, name) ? reserved[name] : undefined;
          return wanted === undefined || type === undefined || type === wanted
            ? []
            : [{ message: `${name} is reserved for ${wanted === "integer" ? "an" : "a"} ${wanted}`, path: at }];
        }),
      ),
  },
];

/** A path with another one below it that names a member, such as /reports with /reports/{reportId}. */
function hasMembers(document: Part, url: string): boolean {
  return Object.keys(partOf(document.paths)).some(
    (other) => other.startsWith(url) && /^\/\{[^/]*\}$/.test(other.slice(url.length)),
  );
}

function answersOf(document: Part, { part, path }: Operation) {
  return jsonSchemas(document, resolved(document, partOf(part.responses)["200"]), [...path, "responses", "200"]);
}

function collection(document: Part, schema: Part, path: Path): Finding[] {
  const items = resolved(document, propertiesOf(document, schema).items);
  if (items.type !== "array") return [{ message: "the collection has no items", path }];
  const item = resolved(document, items.items);
  if (textOf(item.type) !== "object" && item.allOf === undefined && item.oneOf === undefined)
    return [{ message: "its items are not objects", path }];
  return propertiesOf(document, item).href === undefined ? [{ message: "its items have no href", path }] : [];
}
