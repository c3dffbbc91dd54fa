import type { Id } from "@heed/core";
import { type NamedFilter, namedFilter, organizationNamed, type WrittenFilter } from "@heed/core/naming/named-filter";
import type { TrackerReads } from "@heed/core/read-models/tracker-store";
import type { Context } from "./operation.ts";
import { badRequest, issueTypes, notFound, ProblemError } from "./problem.ts";

/** The ids that the parameters of a filter name. Errors: unknownValue, ambiguousReference, with each parameter. */
export function filterNamed({ reads, reader }: Context, input: WrittenFilter): Promise<NamedFilter> {
  return namedFilter(reads, reader, input, { nameOf: (filter) => filter, hintOf: () => undefined });
}

/** The organization that a parameter names. Errors: as filterNamed(). */
export function theOrganization({ reads, reader }: Context, name: string, value: string): Promise<Id> {
  return organizationNamed(reads, reader, value, { name });
}

/**
 * The cycle with an id, or the only cycle about a year. Errors: a 404; a 400 when several bodies have a cycle about that
 * year.
 */
export async function theCycle(reads: TrackerReads, named: string): Promise<Id> {
  const ids = await reads.reportingCyclesNamed(named);
  const [only] = ids;
  if (only === undefined) throw notFound("reporting cycle", named);
  if (ids.length === 1 || ids.includes(named)) return ids.includes(named) ? named : only;
  const issue = { type: issueTypes.invalidInput, in: "path", name: "id", value: named } as const;
  throw new ProblemError(
    badRequest(
      [{ ...issue, detail: `one of ${ids.join(", ")}` }],
      "several issuing bodies have a cycle about that year",
    ),
  );
}
