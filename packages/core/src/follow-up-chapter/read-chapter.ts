import type { Reader } from "../access/reader.ts";
import type { Comparison } from "../comparison/comparison.ts";
import { DomainError } from "../domain-error.ts";
import { groupedBy } from "../grouped-by.ts";
import { allPages } from "../read-models/all-pages.ts";
import type { ComparisonFilter } from "../read-models/comparison-filter.ts";
import type { ReportRef } from "../read-models/report-ref.ts";
import type { TrackerReads } from "../read-models/tracker-store.ts";
import type { Id } from "../source.ts";
import { addDays, firstDay } from "../time/day.ts";
import type { ChapterAsked, ChapterFacts } from "./facts/chapter-facts.ts";
import { readPromises } from "./facts/promises.ts";

/** A chapter about more would be read by nobody, and would hold the service for too long. */
export const mostFollowUps = 5_000;

const movedWays = ["closed", "reopened", "advanced", "slipped", "foundOtherwise"] as const;

/**
 * All that a chapter tells, as the reads answer it for its days. Names of groups and cohorts are in the language. Errors: invalidInput
 * where there is nothing to follow up, or more than mostFollowUps.
 */
export async function readChapter(
  reads: TrackerReads,
  reader: Reader,
  asked: ChapterAsked,
  language: string,
): Promise<ChapterFacts> {
  const { from, to } = asked;
  const { reports, scope, comparison } = await scopeOf(reads, reader, asked);
  const day = { asOf: to, ...scope };
  const since = from < to ? addDays(from, 1) : to;
  const progress = (asOf: typeof to, groupBy: "all" | "responsible" | "reportingYear") =>
    reads.progress(reader, { asOf, ...scope, groupBy, language });
  const everBefore = { from: firstDay, to, ...scope };
  const [before] = await progress(from, "all");
  const [after] = await progress(to, "all");
  const overdue = await reads.overdue(reader, day, {});
  const overdueBefore = await reads.overdue(reader, { ...scope, asOf: from }, { limit: 0 });
  const changes = await reads.changes(reader, { from: since, to, ...scope }, { limit: 0, withTotal: true });
  const moved = await listed(reads.comparisonItems(reader, { from, to, ...scope, movement: movedWays }));
  const askedAnew = await listed(reads.changeItems(reader, { ...everBefore, kind: ["askedAnew"] }));
  const promised = await listed(reads.changeItems(reader, { ...everBefore, kind: ["promised"] }));
  const recommendations = await listed(allPages((paging) => reads.recommendations(reader, day, paging)));
  return {
    ...asked,
    ...{ reports, scope, since, before, after, comparison, moved },
    byYear: await progress(to, "reportingYear"),
    byResponsible: await progress(to, "responsible"),
    followUps: await listed(allPages((paging) => reads.followUps(reader, day, paging))),
    recommendations: new Map(recommendations.map((each) => [each.id, each])),
    grounds: await reads.grounds(
      reader,
      recommendations.map(({ id }) => id),
    ),
    overdue,
    overdueBefore,
    owing: await reads.owing(reader, day),
    changed: changes.totalsByKind ?? {},
    promises: await readPromises(reads, reader, firstOfEach(promised), to, await reads.settings()),
    repeated: firstOfEach(askedAnew),
  };
}

/**
 * The reports whose recommendations the body verifies on the last day, as their issuer or as a successor. Reads name them only where the
 * record has others too.
 */
async function scopeOf(
  reads: TrackerReads,
  reader: Reader,
  { issuingBody, from, to }: ChapterAsked,
): Promise<Pick<ChapterFacts, "reports" | "scope"> & { comparison: Comparison }> {
  const days = { from, to };
  const own = { ...days, issuingBody: [issuingBody.id] };
  const count = async (filter: ComparisonFilter) => reads.comparison(reader, filter, { limit: 0 });
  const comparison = await count(own);
  const { followUps } = comparison.after;
  if (followUps === 0)
    throw new DomainError("invalidInput", `${issuingBody.code} has no recommendation to follow up on ${to}`);
  if (followUps > mostFollowUps)
    throw new DomainError("invalidInput", `a chapter is about ${mostFollowUps} follow-ups at most, here ${followUps}`);
  const items = await listed(reads.comparisonItems(reader, own));
  const reports = [...new Map(items.map(({ report }) => [report.id, report])).values()].sort(byYearAndReference);
  const isAll = (await count(days)).after.followUps === followUps;
  const scope = isAll ? {} : { report: reports.map(({ id }) => id) };
  return { reports, scope, comparison: isAll ? comparison : await count({ ...days, ...scope }) };
}

function byYearAndReference(one: ReportRef, other: ReportRef): number {
  return one.reportingYear - other.reportingYear || (one.reference < other.reference ? -1 : 1);
}

async function listed<Item>(batches: AsyncIterable<readonly Item[]>): Promise<Item[]> {
  const all: Item[] = [];
  for await (const batch of batches) all.push(...batch);
  return all;
}

/** One for each follow-up: the newest, as lists of changes begin with it. */
function firstOfEach<Item extends { followUp: Id }>(items: readonly Item[]): Item[] {
  return [...groupedBy(items, ({ followUp }) => followUp).values()].flatMap(([first]) => (first ? [first] : []));
}
