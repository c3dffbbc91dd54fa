import type { ReportingCycle } from "../cycle/reporting-cycle.ts";
import { type LocalizedText, textIn } from "../localized-text.ts";
import { allPages } from "../read-models/all-pages.ts";
import type { TrackerReads } from "../read-models/tracker-store.ts";
import type { Columns } from "./list-table.ts";
import { titles } from "./titles.ts";

/** A reporting cycle, with the name of the body that it is of. */
type CycleRow = ReportingCycle & { issuingBodyName: LocalizedText };

export const cycleColumns: Columns<CycleRow> = {
  year: { title: titles.year, type: "integer", of: ({ year }) => year },
  issuingBody: { title: titles.issuingBody, of: ({ issuingBodyName }, language) => textIn(issuingBodyName, language) },
  opensOn: { title: titles.opensOn, of: ({ opensOn }) => opensOn },
  updatesDueOn: { title: titles.updatesDueOn, of: ({ updatesDueOn }) => updatesDueOn },
  assessmentsDueOn: { title: titles.assessmentsDueOn, of: ({ assessmentsDueOn }) => assessmentsDueOn },
  publishedOn: { title: titles.publishedOn, of: ({ publishedOn = "" }) => publishedOn },
  closedOn: { title: titles.closedOn, of: ({ closedOn = "" }) => closedOn },
  id: { title: titles.id, of: ({ id }) => id },
};

/** All reporting cycles, in batches. */
export async function* cycleRows(reads: TrackerReads): AsyncGenerator<CycleRow[]> {
  for await (const cycles of allPages((part) => reads.reportingCycles(part))) {
    const bodies = await reads.organizationsById(cycles.map(({ issuingBody }) => issuingBody));
    yield cycles.map((cycle) => ({
      ...cycle,
      issuingBodyName: bodies.get(cycle.issuingBody)?.name ?? { en: cycle.issuingBody },
    }));
  }
}
