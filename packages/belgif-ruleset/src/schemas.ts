import { entriesOf, listOf, type Part, type Path, type Placed, partOf, resolved, textOf } from "./document.ts";
import { operationsOf, parametersOf } from "./operations.ts";

/** A schema where it is written; `under` is the keyword that it stands under, such as `properties` or `allOf`. */
export type Schema = Placed & { under: string; property?: string };

const maps = ["properties", "patternProperties", "$defs"];
const lists = ["allOf", "anyOf", "oneOf", "prefixItems"];
const single = ["items", "additionalProperties", "not"];

/** A schema and all within it; what it refers to stands elsewhere. */
export function within(part: Part, path: Path, under: string, property?: string): Schema[] {
  const inside = [
    ...maps.flatMap((keyword) =>
      entriesOf(part[keyword], [...path, keyword]).flatMap(({ name, part: each, path: at }) =>
        within(each, at, keyword, name),
      ),
    ),
    ...lists.flatMap((keyword) =>
      listOf(part[keyword]).flatMap((each, index) => within(partOf(each), [...path, keyword, index], keyword)),
    ),
    ...single
      .filter((keyword) => typeof part[keyword] === "object")
      .flatMap((keyword) => within(partOf(part[keyword]), [...path, keyword], keyword)),
  ];
  return [{ part, path, under, ...(property !== undefined && { property }) }, ...inside];
}

/** Every schema of the document. */
export function schemasOf(document: Part): Schema[] {
  const { schemas, responses, requestBodies, headers } = partOf(document.components);
  const carried = (value: unknown, path: Path) =>
    entriesOf(partOf(value).content, [...path, "content"]).flatMap(({ part, path: at }) =>
      within(partOf(part.schema), [...at, "schema"], "content"),
    );
  const answered = (value: unknown, path: Path) => [
    ...carried(value, path),
    ...entriesOf(partOf(value).headers, [...path, "headers"]).flatMap(({ part, path: at }) =>
      within(partOf(part.schema), [...at, "schema"], "headers"),
    ),
  ];
  return [
    ...entriesOf(schemas, ["components", "schemas"]).flatMap(({ part, path }) => within(part, path, "components")),
    ...entriesOf(responses, ["components", "responses"]).flatMap(({ part, path }) => answered(part, path)),
    ...entriesOf(requestBodies, ["components", "requestBodies"]).flatMap(({ part, path }) => carried(part, path)),
    ...entriesOf(headers, ["components", "headers"]).flatMap(({ part, path }) =>
      within(partOf(part.schema), [...path, "schema"], "headers"),
    ),
    ...parametersOf(document).flatMap(({ part, path }) =>
      within(partOf(part.schema), [...path, "schema"], "parameters"),
    ),
    ...operationsOf(document).flatMap(({ part, path }) => [
      ...carried(part.requestBody, [...path, "requestBody"]),
      ...entriesOf(part.responses, [...path, "responses"]).flatMap(({ part: each, path: at }) => answered(each, at)),
    ]),
  ].filter(({ part }) => !part.$ref);
}

/** The names of the schemas that a merge patch reaches, and the parts of the document that only it reads. */
export function patchSchemas(document: Part): ReadonlySet<string> {
  const reached = new Set<string>();
  const waiting = operationsOf(document)
    .filter(({ method }) => method === "patch")
    .map(({ part }) => resolved(document, part.requestBody).content as unknown);
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop())
    for (const name of namesIn(next))
      if (!reached.has(name)) {
        reached.add(name);
        waiting.push(partOf(partOf(document.components).schemas)[name]);
      }
  return reached;
}

function namesIn(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [];
  const { $ref } = value as Part;
  if (typeof $ref === "string") return [textOf($ref).split("/").at(-1) ?? ""];
  return Object.values(value).flatMap(namesIn);
}

/** The properties of a schema, with those of what it is made of. */
export function propertiesOf(document: Part, schema: unknown, depth = 0): Part {
  const part = resolved(document, schema);
  if (depth > 10) return {};
  const parts = [...listOf(part.allOf), ...listOf(part.anyOf), ...listOf(part.oneOf)];
  return Object.assign({}, ...parts.map((each) => propertiesOf(document, each, depth + 1)), partOf(part.properties));
}
