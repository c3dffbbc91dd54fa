import type { ReportingCycle } from "../cycle/reporting-cycle.ts";
import { cycleComparison } from "../cycle-comparison/cycle-comparison.ts";
import { DomainError } from "../domain-error.ts";
import type { TrackerReads } from "../read-models/tracker-store.ts";
import type { Id } from "../source.ts";
import { addMonths, type Day, earlier } from "../time/day.ts";
import type { ChapterAsked } from "./facts/chapter-facts.ts";

type Reads = Pick<
  TrackerReads,
  "reportingCyclesNamed" | "reportingCycle" | "organizationChanges" | "organizationsById"
>;

/**
 * The days of the follow-up chapter of a body's report on a year. With a cycle of that year: the days on which it and the one before it ended
 * (docs/decisions/0049). Without one, the last day of the year. A day that is given holds instead, and never a later one than
 * today. Errors: notFound when the body is not in the record.
 */
export async function chapterAsked(
  reads: Reads,
  issuingBody: Id,
  year: number,
  { today, asOf }: { today: Day; asOf?: Day | undefined },
): Promise<ChapterAsked> {
  const body = (await reads.organizationsById([issuingBody])).get(issuingBody);
  if (body === undefined) throw new DomainError("notFound", `there is no organization ${issuingBody}`);
  const { id, code, name } = body;
  const cycle = await cycleOf(reads, issuingBody, year);
  const compared = cycle && (await cycleComparison(reads, cycle, asOf ?? today));
  const to = asOf ?? compared?.to ?? earlier(`${year}-12-31`, today);
  const from = compared?.before ? earlier(compared.from, to) : addMonths(to, -12);
  return { issuingBody: { id, code, name }, year, from, to };
}

async function cycleOf(reads: Reads, body: Id, year: number): Promise<ReportingCycle | undefined> {
  const ids = await reads.reportingCyclesNamed(String(year));
  const details = await Promise.all(ids.map((id) => reads.reportingCycle(id)));
  return details.find((each) => each?.cycle.issuingBody === body && each.cycle.year === year)?.cycle;
}
