type Part = Record<string, unknown>;
type Document = { paths: Record<string, Record<string, Part>>; components: { schemas: Record<string, Part> } };

/** Tells whether a place of the document is part of what a client sends; all else is part of an answer. */
export function sentIn(document: object): (path: readonly (string | number)[]) => boolean {
  const { paths, components } = document as Document;
  const sent = new Set<string>();
  const waiting: unknown[] = Object.values(paths).flatMap((methods) =>
    Object.values(methods).flatMap(({ parameters, requestBody }) => [parameters, requestBody]),
  );
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (typeof next !== "object" || next === null) continue;
    const [, name] = /^#\/components\/schemas\/(.+)$/.exec(String((next as Part).$ref)) ?? [];
    if (name !== undefined && !sent.has(name)) {
      sent.add(name);
      waiting.push(components.schemas[name]);
    }
    waiting.push(...Object.values(next).filter((each) => each !== undefined));
  }
  return ([root, second, third, fourth]) =>
    root === "paths"
      ? fourth === "parameters" || fourth === "requestBody"
      : second === "schemas" && sent.has(String(third));
}
