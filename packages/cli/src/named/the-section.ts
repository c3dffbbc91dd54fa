import { DomainError, type Id } from "@heed/core";
import { shortId } from "../process/short-id.ts";
import type { Tracker } from "../process/tracker.ts";
import { theReport } from "./the-report.ts";

/**
 * The section with an id or a reference, if the reader may see it; `report` names the report where several have the reference.
 * Errors: notFound; ambiguousReference.
 */
export async function theSection(tracker: Tracker, given: string, report: string | undefined): Promise<Id> {
  const { reads, reader } = tracker;
  if ((await reads.reportSection(reader, given)) !== undefined) return given;
  const of = report === undefined ? {} : { report: [await theReport(tracker, report)] };
  const { items } = await reads.reportSections(reader, { ...of, reference: [given] }, {});
  const [only, ...others] = items;
  if (only !== undefined && others.length === 0) return only.id;
  if (only !== undefined)
    throw new DomainError("ambiguousReference", `several reports have a section with the reference ${given}`, [
      {
        name: "section",
        value: given,
        detail: `one of ${items.map(({ id, reportReference }) => `${shortId(id)} of ${reportReference}`).join(", ")}: name its report with --report`,
      },
    ]);
  throw new DomainError(
    "notFound",
    `no section has the id or reference ${given}; list them with: heed section list REPORT`,
  );
}
