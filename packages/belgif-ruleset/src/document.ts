/** A part of an OpenAPI document. Nothing is known of it: rules run on documents that break them. */
export type Part = Readonly<Record<string, unknown>>;

export type Path = readonly (string | number)[];

/** Something in the document, and where it stands. */
export type Placed = { part: Part; path: Path };

export function partOf(value: unknown): Part {
  return typeof value === "object" && value !== null ? (value as Part) : {};
}

export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

export function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}

/** What a `$ref` within the document leads to, or the part itself. */
export function resolved(document: Part, value: unknown): Part {
  let part = partOf(value);
  for (let followed = 0; typeof part.$ref === "string" && followed < 20; followed++) part = partAt(document, part.$ref);
  return part;
}

function partAt(document: Part, reference: string): Part {
  if (!reference.startsWith("#/")) return {};
  const steps = reference.slice(2).split("/");
  return steps.reduce(
    (part, step) => partOf(part[decodeURIComponent(step).replace("~1", "/").replace("~0", "~")]),
    document,
  );
}

/** Each entry of an object that is itself an object, with its place. */
export function entriesOf(value: unknown, path: Path): (Placed & { name: string })[] {
  return Object.entries(partOf(value)).map(([name, each]) => ({ name, part: partOf(each), path: [...path, name] }));
}
