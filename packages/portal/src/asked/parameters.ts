import type { Day } from "@heed/core";
import { nearest } from "@heed/core/text/nearest";
import { AsOf } from "@heed/core/time/day";
import { readTypedDay } from "@heed/core/time/typed-day";
import type { Say } from "../language/say.ts";
import type { Asked } from "./asked.ts";
import { FaultyAddress } from "./faulty-address.ts";
import { insteadOf } from "./instead.ts";

/** The parameters that a page knows beside its day, each with one value or a list of them. */
export type PageParameters = Readonly<Record<string, "one" | "list">>;

/**
 * Each parameter of what follows the question mark, with its values; an empty one, as a form sends it, is none. A parameter that the page does not know would
 * otherwise answer with everything (R71). Errors: FaultyAddress.
 */
export function parametersOf(search: string, ofPage: PageParameters, say: Say): Asked["parameters"] {
  // URLSearchParams drops one question mark at the beginning; a second one belongs to the name of a parameter.
  const given = new URLSearchParams(`?${search}`);
  const known = new Map<string, "one" | "list">([["asOf", "one"], ...Object.entries(ofPage)]);
  const parameters: Record<string, string[]> = Object.create(null);
  const faults: string[] = [];
  for (const name of new Set(given.keys())) {
    const values = given.getAll(name);
    const fault = faultOf(name, values, known, say);
    if (fault !== undefined) faults.push(fault);
    const told = values.filter((value) => value.trim() !== "");
    if (told.length > 0) parameters[name] = told;
  }
  if (faults.length > 0) throw new FaultyAddress(faults);
  return parameters;
}

function faultOf(
  name: string,
  values: readonly string[],
  known: ReadonlyMap<string, "one" | "list">,
  say: Say,
): string | undefined {
  const names = [...known.keys()];
  if (!known.has(name)) {
    const near = nearest(name, names);
    return near === undefined
      ? say.message("error.400.parameter", { name, names: names.join(", ") })
      : say.message("error.400.parameterNear", { name, near });
  }
  if (values.some((value) => value.includes("\u0000"))) return say.message("error.400.sign", { name });
  return known.get(name) === "one" && values.length > 1 ? say.message("error.400.once", { name }) : undefined;
}

/** The day that a parameter names; undefined without it. Errors: FaultyAddress. */
export function dayAsked(parameters: Asked["parameters"], say: Say, name: "asOf" | "from" | "dueOn"): Day | undefined {
  const value = parameters[name]?.[0];
  if (value === undefined) return undefined;
  const parsed = AsOf.safeParse(value);
  if (parsed.success) return parsed.data;
  // As in a form: where a browser has no calendar of its own, a day is typed.
  const typed = readTypedDay(value);
  if ("on" in typed) return typed.on;
  throw new FaultyAddress([say.message("error.400.day", { value })]);
}

/** The values of a parameter, each one of a list of codes. Errors: FaultyAddress. */
export function codesAsked<Code extends string>(
  asked: Asked,
  name: string,
  codes: readonly Code[],
): readonly Code[] | undefined {
  const { parameters, say } = asked;
  const values = parameters[name];
  const wrong = values?.filter((value) => !codes.includes(value as Code)) ?? [];
  if (wrong.length > 0)
    throw new FaultyAddress(
      wrong.map((value) => ({
        text: say.message("error.400.code", { value, name }),
        instead: insteadOf(asked, name, value, codes),
      })),
    );
  return values as Code[] | undefined;
}

/** The years that a parameter names. Errors: FaultyAddress. */
export function yearsAsked({ parameters, say }: Asked, name: string): readonly number[] | undefined {
  const wrong = parameters[name]?.filter((value) => !/^\d{4}$/.test(value)) ?? [];
  if (wrong.length > 0) throw new FaultyAddress(wrong.map((value) => say.message("error.400.code", { value, name })));
  return parameters[name]?.map(Number);
}

/** The days asked about: until the day of the page, from the one that is named, or else from the usual one. Errors: FaultyAddress. */
export function periodAsked({ parameters, say, asOf }: Asked, usual: Day): { from: Day; to: Day } {
  const from = dayAsked(parameters, say, "from") ?? usual;
  if (from <= asOf) return { from, to: asOf };
  throw new FaultyAddress([say.message("error.400.order", { from: say.day(from), to: say.day(asOf) })]);
}

/** Rows beyond these are reached by narrower filters, or in the download. */
const mostRows = 10_000;

/** The number of the last page of a list; an empty list has one too. */
export function lastPage(total: number, pageSize: number): number {
  return Math.max(1, Math.ceil(total / pageSize));
}

/** The number of the page of a list, from 1. Errors: FaultyAddress. */
export function pageAsked({ parameters, say }: Asked, pageSize: number): number {
  const value = parameters.page?.[0] ?? "1";
  const page = /^[1-9]\d{0,4}$/.test(value) ? Number(value) : undefined;
  if (page !== undefined && page <= mostRows / pageSize) return page;
  throw new FaultyAddress([say.message("error.400.page", { value })]);
}
