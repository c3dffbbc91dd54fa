import { recordContextOf } from "./record-context.ts";

type Terms = Readonly<Record<string, unknown>>;

/**
 * A part of a record file for linked data: each id as it stands in the address of its thing, percent-encoded, so that one with spaces or
 * other signs is a part of a valid IRI. `list`: of which list it is an item.
 */
export function itemWithAddressIds(list: string, item: unknown, context: Terms): unknown {
  return (withIds({ [list]: item }, context, encodeURIComponent) as Record<string, unknown>)[list];
}

/** What was read from a file: where it is linked data, with the ids themselves. */
export function withOwnIds(input: unknown): unknown {
  const isLinked = typeof input === "object" && input !== null && "@context" in input;
  return isLinked ? withIds(input, recordContextOf(""), decoded) : input;
}

/** Changes each text that the terms of a context make the address of a thing. */
function withIds(value: unknown, terms: Terms, change: (id: string) => string): unknown {
  if (typeof value === "string" || value === null || typeof value !== "object") return value;
  if (Array.isArray(value)) return value.map((each) => withIds(each, terms, change));
  return Object.fromEntries(
    Object.entries(value).map(([key, own]) => {
      if (key === "@context") return [key, own];
      const term = terms[key] as Term;
      if (isAddress(term)) return [key, changedIds(own, change)];
      return [key, isInLanguages(term) ? own : withIds(own, inScope(terms, term), change)];
    }),
  );
}

type Term = string | { "@type"?: string; "@container"?: string; "@context"?: Terms } | undefined;

function isAddress(term: Term): boolean {
  return term === "@id" || (typeof term === "object" && term["@type"] === "@id");
}

/** Its keys are languages: `id` is Indonesian there. */
function isInLanguages(term: Term): boolean {
  return typeof term === "object" && term["@container"] === "@language";
}

function inScope(terms: Terms, term: Term): Terms {
  return typeof term === "object" && term["@context"] !== undefined ? { ...terms, ...term["@context"] } : terms;
}

function changedIds(value: unknown, change: (id: string) => string): unknown {
  if (Array.isArray(value)) return value.map((each) => changedIds(each, change));
  return typeof value === "string" ? change(value) : value;
}

/** What is not encoded, such as a percent sign in a file that was made by hand, stays. */
function decoded(id: string): string {
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}
