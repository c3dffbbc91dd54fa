import type { Reader } from "../access/reader.ts";
import { DomainError } from "../domain-error.ts";
import { allPages } from "../read-models/all-pages.ts";
import type { TrackerReads } from "../read-models/tracker-store.ts";
import type { Id } from "../source.ts";

type Reads = Pick<
  TrackerReads,
  "reportsNamed" | "report" | "reportingCyclesNamed" | "reportingCycle" | "reports" | "organizationsById"
>;

/**
 * The body and the year of the report that a text names: by its id or reference, or by the year that it is about, which may
 * have a cycle and no report yet. `by` chooses among bodies. Errors: notFound; ambiguousReference, with what to name.
 */
export async function chapterNamed(
  reads: Reads,
  reader: Reader,
  named: string,
  by?: readonly Id[],
): Promise<{ issuingBody: Id; year: number }> {
  const isWanted = ({ issuingBody }: { issuingBody: Id }) => by === undefined || by.includes(issuingBody);
  const ids = await reads.reportsNamed(reader, named);
  const details = await Promise.all(ids.map((id) => reads.report(reader, id)));
  const found = details.flatMap((each) => (each && isWanted(each.report) ? [each.report] : []));
  const reports = found.map(({ issuingBody, reportingYear: year }) => ({ issuingBody, year }));
  const choices = reports.length === 0 && /^\d{4}$/.test(named) ? await ofYear(Number(named)) : reports;
  const different = new Map(choices.map((each) => [`${each.issuingBody} ${each.year}`, each]));
  const [only] = different.values();
  if (only === undefined)
    throw new DomainError("notFound", `no report has the id or reference ${named}, and no report or cycle is about it`);
  if (different.size === 1) return only;
  const bodies = await reads.organizationsById([...different.values()].map(({ issuingBody }) => issuingBody));
  const codes = [...new Set([...bodies.values()].map(({ code }) => code))];
  throw new DomainError("ambiguousReference", `several bodies or years have ${named}`, [
    { name: "reference", value: named, detail: `name the issuing body, one of ${codes.join(", ")}` },
  ]);

  async function ofYear(year: number): Promise<{ issuingBody: Id; year: number }[]> {
    const cycles = await Promise.all((await reads.reportingCyclesNamed(named)).map((id) => reads.reportingCycle(id)));
    const ofCycles = cycles.flatMap((each) => (each?.cycle.year === year && isWanted(each.cycle) ? [each.cycle] : []));
    if (ofCycles.length > 0) return ofCycles.map(({ issuingBody }) => ({ issuingBody, year }));
    const issuers = new Set<Id>();
    const filter = { reportingYear: [year], status: ["published"] as const, ...(by && { issuingBody: by }) };
    for await (const page of allPages((paging) => reads.reports(reader, filter, paging)))
      for (const { issuingBody } of page) issuers.add(issuingBody);
    return [...issuers].map((issuingBody) => ({ issuingBody, year }));
  }
}
