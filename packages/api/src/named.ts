import { DomainError, type Id, type TrackerReads } from "@heed/core";
import { notFound } from "./http/problem.ts";
import type { Context } from "./operation.ts";

/** The organizations that a parameter names. Errors: unknownOrganization with the parameter. */
export async function organizationsNamed(
  { reads }: Context,
  name: string,
  given: readonly string[] | undefined,
): Promise<readonly Id[] | undefined> {
  return allNamed(name, given, "unknownOrganization", "no organization has this id, code or name", (text) =>
    reads.organizationsNamed(text),
  );
}

export async function reportsNamed(
  { reads, reader }: Context,
  given: readonly string[] | undefined,
): Promise<readonly Id[] | undefined> {
  return allNamed("report", given, "invalidInput", "no report has this id or reference", (text) =>
    reads.reportsNamed(reader, text),
  );
}

/** The cycle with an id, or the only one about a year. Errors: a 404; ambiguousReference where several bodies have one. */
export async function theCycle(reads: TrackerReads, named: string): Promise<Id> {
  const ids = await reads.reportingCyclesNamed(named);
  const [only] = ids;
  if (only === undefined) throw notFound("reporting cycle", named);
  if (ids.length === 1 || ids.includes(named)) return ids.includes(named) ? named : only;
  throw new DomainError("ambiguousReference", "several issuing bodies have a cycle about that year", [
    { name: "id", value: named, detail: `one of ${ids.join(", ")}` },
  ]);
}

async function allNamed(
  name: string,
  given: readonly string[] | undefined,
  code: "unknownOrganization" | "invalidInput",
  detail: string,
  find: (text: string) => Promise<readonly Id[]>,
): Promise<readonly Id[] | undefined> {
  if (given === undefined) return undefined;
  const found = await Promise.all(given.map(find));
  const issues = given.flatMap((value, index) => (found[index]?.length === 0 ? [{ name, value, detail }] : []));
  if (issues.length > 0) throw new DomainError(code, "a parameter names nothing that is known", issues);
  return found.flat();
}
