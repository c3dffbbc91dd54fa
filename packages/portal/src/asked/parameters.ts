import type { Day } from "@heed/core";
import { AsOf } from "@heed/core/time/day";
import type { Say } from "../language/say.ts";
import type { Asked } from "./asked.ts";
import { FaultyAddress } from "./faulty-address.ts";

/** Each parameter with its values; an empty one, as a form sends it, is none. */
export function parametersOf(search: string): Asked["parameters"] {
  const given = new URLSearchParams(search);
  const parameters: Record<string, string[]> = Object.create(null);
  for (const name of new Set(given.keys())) {
    const values = given.getAll(name).filter((value) => value.trim() !== "" && !value.includes("\u0000"));
    if (values.length > 0) parameters[name] = values;
  }
  return parameters;
}

/** The day that a parameter names; undefined without it. Errors: FaultyAddress. */
export function dayAsked(parameters: Asked["parameters"], say: Say, name: "asOf" | "from"): Day | undefined {
  const value = parameters[name]?.[0];
  if (value === undefined) return undefined;
  const parsed = AsOf.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new FaultyAddress([say.message("error.400.day", { value })]);
}

/** The values of a parameter, each one of a list of codes. Errors: FaultyAddress. */
export function codesAsked<Code extends string>(
  { parameters, say }: Asked,
  name: string,
  codes: readonly Code[],
): readonly Code[] | undefined {
  const values = parameters[name];
  const wrong = values?.filter((value) => !codes.includes(value as Code)) ?? [];
  if (wrong.length > 0) throw new FaultyAddress(wrong.map((value) => say.message("error.400.code", { value, name })));
  return values as Code[] | undefined;
}

/** The days asked about: until the day of the page, from the one that is named, or else from the usual one. Errors: FaultyAddress. */
export function periodAsked({ parameters, say, asOf }: Asked, usual: Day): { from: Day; to: Day } {
  const from = dayAsked(parameters, say, "from") ?? usual;
  if (from <= asOf) return { from, to: asOf };
  throw new FaultyAddress([say.message("error.400.order", { from: say.day(from), to: say.day(asOf) })]);
}

/** Rows beyond these are reached by narrower filters, or in the download. */
const mostRows = 10_000;

/** The number of the page of a list, from 1. Errors: FaultyAddress. */
export function pageAsked({ parameters, say }: Asked, pageSize: number): number {
  const value = parameters.page?.[0] ?? "1";
  const page = /^[1-9]\d{0,4}$/.test(value) ? Number(value) : undefined;
  if (page !== undefined && page <= mostRows / pageSize) return page;
  throw new FaultyAddress([say.message("error.400.page", { value })]);
}
