import type { Id } from "@heed/core";
import {
  type NamedFilter,
  type NamedItemFilter,
  type NamedSectionFilter,
  namedFilter,
  namedItemFilter,
  namedSectionFilter,
  organizationNamed,
  type WrittenFilter,
  type WrittenItemFilter,
  type WrittenSectionFilter,
} from "@heed/core/naming/named-filter";
import type { TrackerReads } from "@heed/core/read-models/tracker-store";
import type { Context } from "./operation.ts";
import { badRequest, issueTypes, notFound, ProblemError } from "./problem.ts";

/** The ids that the parameters of a filter name. Errors: unknownValue, ambiguousReference, with each parameter. */
export function filterNamed({ reads, reader }: Context, input: WrittenFilter): Promise<NamedFilter> {
  return namedFilter(reads, reader, input, { nameOf: (filter) => filter, hintOf: () => undefined });
}

/** As filterNamed(), for what is collected. */
export function itemFilterNamed({ reads, reader }: Context, input: WrittenItemFilter): Promise<NamedItemFilter> {
  return namedItemFilter(reads, reader, input, { nameOf: (filter) => filter, hintOf: () => undefined });
}

/** As filterNamed(), for the sections of reports. */
export function sectionFilterNamed(
  { reads, reader }: Context,
  input: WrittenSectionFilter,
): Promise<NamedSectionFilter> {
  return namedSectionFilter(reads, reader, input, { nameOf: (filter) => filter, hintOf: () => undefined });
}

/** The organization that a parameter names. Errors: as filterNamed(). */
export function theOrganization({ reads, reader }: Context, name: string, value: string): Promise<Id> {
  return organizationNamed(reads, reader, value, { name });
}

/**
 * The cycle with an id, or the only cycle about a year. Errors: a 404, or a 400 for a parameter of a list; a 400 when several
 * bodies have a cycle about that year.
 */
export async function theCycle(
  reads: TrackerReads,
  named: string,
  at: { in: "path" | "query"; name: string } = { in: "path", name: "id" },
): Promise<Id> {
  const ids = await reads.reportingCyclesNamed(named);
  const [only] = ids;
  const issue = { ...at, value: named };
  if (only === undefined) {
    if (at.in === "path") throw notFound("reporting cycle", named);
    const detail = "no reporting cycle has this id or year";
    throw new ProblemError(badRequest([{ type: issueTypes.invalidInput, ...issue, detail }]));
  }
  if (ids.length === 1 || ids.includes(named)) return ids.includes(named) ? named : only;
  throw new ProblemError(
    badRequest(
      [{ type: issueTypes.invalidInput, ...issue, detail: `one of ${ids.join(", ")}` }],
      "several issuing bodies have a cycle about that year",
    ),
  );
}
