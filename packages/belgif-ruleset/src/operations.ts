import { entriesOf, listOf, type Part, type Path, type Placed, partOf, resolved } from "./document.ts";

export type Operation = Placed & { url: string; method: string };

const methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

export function operationsOf(document: Part): Operation[] {
  return entriesOf(document.paths, ["paths"]).flatMap(({ name: url, part: item, path }) =>
    methods
      .filter((method) => item[method])
      .map((method) => ({ url, method, part: partOf(item[method]), path: [...path, method] })),
  );
}

/** Every parameter: of operations, of paths, and those that are defined once. */
export function parametersOf(document: Part): Placed[] {
  const lists: (readonly [unknown, Path])[] = [
    ...operationsOf(document).map(({ part, path }) => [part.parameters, path] as const),
    ...entriesOf(document.paths, ["paths"]).map(({ part, path }) => [part.parameters, path] as const),
  ];
  const inPlace = lists.flatMap(([list, path]) =>
    listOf(list).map((each, index) => ({ part: partOf(each), path: [...path, "parameters", index] })),
  );
  const { parameters } = partOf(document.components);
  return [...inPlace, ...entriesOf(parameters, ["components", "parameters"])].filter(({ part }) => !part.$ref);
}

/** The parameters of one operation, by name; those that are defined elsewhere too. */
export function parametersOfOperation(document: Part, { url, part }: Operation): Part[] {
  const ofPath = partOf(partOf(document.paths)[url]).parameters;
  return [...listOf(ofPath), ...listOf(part.parameters)].map((each) => resolved(document, each));
}

export type Response = Placed & { status: string; operation: Operation };

/** The responses of every operation; the part is the response itself where the operation refers to it. */
export function responsesOf(document: Part): Response[] {
  return operationsOf(document).flatMap((operation) =>
    entriesOf(operation.part.responses, [...operation.path, "responses"]).map(({ name: status, part, path }) => ({
      ...{ status, operation, path },
      part: resolved(document, part),
    })),
  );
}

/** The schemas of what a request or a response carries as JSON. */
export function jsonSchemas(document: Part, { content }: Part, path: Path): Placed[] {
  return entriesOf(content, [...path, "content"])
    .filter(({ name }) => /[/+]json\b/.test(name))
    .map(({ part, path: at }) => ({ part: resolved(document, part.schema), path: at }));
}
