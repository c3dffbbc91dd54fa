import type { ReportingCycle } from "../cycle/reporting-cycle.ts";
import type { ComparisonFilter } from "../read-models/comparison-filter.ts";
import type { TrackerReads } from "../read-models/tracker-store.ts";
import { addMonths, type Day, earlier } from "../time/day.ts";

/** A reporting cycle against the one before it of the same body, or of one that it came from: its days, and whose recommendations. */
export type CycleComparison = Pick<ComparisonFilter, "from" | "to"> & {
  issuingBody: readonly [ReportingCycle["issuingBody"]];
  /** The cycle before; without one the first day is a year before the last. */
  before?: ReportingCycle;
};

type Reads = Pick<TrackerReads, "reportingCyclesNamed" | "reportingCycle" | "organizationChanges">;

/**
 * The days on which a cycle and the one before it ended: each was closed, or else its assessments were due. A cycle that has
 * not ended by a day is compared as it stands on that day. Undefined where it has not opened by then.
 */
export async function cycleComparison(
  reads: Reads,
  cycle: ReportingCycle,
  asOf: Day,
): Promise<CycleComparison | undefined> {
  if (cycle.opensOn > asOf) return undefined;
  const { issuingBody } = cycle;
  const before = await cycleBefore(reads, cycle);
  const to = earlier(endOf(cycle), asOf);
  const from = before === undefined ? addMonths(to, -12) : earlier(endOf(before), to);
  return { from, to, issuingBody: [issuingBody], ...(before && { before }) };
}

/** Of the same body, or else of one that it came from. */
export async function cycleBefore(
  reads: Reads,
  { issuingBody, year }: ReportingCycle,
): Promise<ReportingCycle | undefined> {
  const named = await reads.reportingCyclesNamed(String(year - 1));
  const details = await Promise.all(named.map((id) => reads.reportingCycle(id)));
  const others = details.flatMap((each) => (each?.cycle.year === year - 1 ? [each.cycle] : []));
  const own = others.find((other) => other.issuingBody === issuingBody);
  if (own !== undefined || others.length === 0) return own;
  const changes = await reads.organizationChanges(issuingBody);
  const predecessors = changes.flatMap(({ originals, results }) =>
    results.some(({ organization }) => organization === issuingBody) ? originals : [],
  );
  return others.find((other) => predecessors.includes(other.issuingBody));
}

function endOf({ closedOn, assessmentsDueOn }: ReportingCycle): Day {
  return closedOn ?? assessmentsDueOn;
}
