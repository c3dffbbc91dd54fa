import type { Id } from "@heed/core";
import { type ComparedCell, comparisonOf } from "@heed/core/comparison/comparison";
import { type ComparedAnswers, movementOf } from "@heed/core/comparison/movement";
import { allPages } from "@heed/core/read-models/all-pages";
import type { ComparisonAnswer, ComparisonItem } from "@heed/core/read-models/comparison-answer";
import type { ComparisonFilter } from "@heed/core/read-models/comparison-filter";
import type { Page, Paging } from "@heed/core/read-models/paging";
import { withoutAbsent } from "@heed/core/without-absent";
import type { Source } from "../as-known/source.ts";
import type { Sql } from "../connection/sql.ts";
import { limitText, pageOf, placeOf, rowsToFind } from "../statements/cursor.ts";
import { Where } from "../statements/where.ts";
import {
  type RecommendationAndReportRow,
  recommendationAndReportColumns,
  recommendationAndReportOf,
} from "../tables/recommendation-and-report.ts";
import {
  type AddresseeAndResponsibleRow,
  addresseeAndResponsibleColumns,
  addresseeAndResponsibleOf,
} from "./addressee-and-responsible.ts";
import { andAskedFollowUps, shownFollowUp } from "./asked-follow-ups.ts";
import { type CountedPeriods, countedPeriods } from "./counted-periods.ts";
import type { Part } from "./recommendation-places/part.ts";
import { andRecorded } from "./recorded-where.ts";

/** The answers on two days side by side, and the follow-ups that moved as asked for, in the order of lists. */
export async function readComparison(
  source: Source,
  filter: ComparisonFilter,
  paging: Paging,
): Promise<ComparisonAnswer> {
  await source.derive?.(andRecorded(new Where(source.dialect), filter));
  const { from, to, movement } = filter;
  const periods = await comparedPeriods(source, filter);
  const cells = await readCells(source, filter, periods);
  const comparison = comparisonOf(cells);
  const page = await readPage(source, filter, periods, cells, paging);
  const counts = Object.entries(comparison.totalsByMovement);
  const total = counts.reduce((sum, [code, count]) => (isAsked(code, movement) ? sum + count : sum), 0);
  return { from, to, ...comparison, ...(paging.withTotal && { total }), ...page };
}

/** The whole list in order, in batches. */
export async function* readComparisonItems(
  sql: Sql,
  filter: ComparisonFilter,
  limit?: number,
): AsyncIterable<readonly ComparisonItem[]> {
  const periods = await comparedPeriods(sql, filter);
  // Answers are counted only where a movement is asked for, which they tell.
  const cells = filter.movement === undefined ? [] : await readCells(sql, filter, periods);
  yield* allPages((paging) => readPage(sql, filter, periods, cells, paging), limit);
}

function isAsked(code: string, movement: readonly string[] | undefined): boolean {
  return movement?.includes(code) ?? true;
}

type AnswersRow = ComparedAnswers & {
  [Name in keyof ComparedAnswers as `${Name}Before`]: ComparedAnswers[Name] | null;
};

const answers = ["position", "reported", "assessed", "lifecycle"] as const;
const answerColumns = answers.map((name) => `s.${name}, b.${name} AS "${name}Before"`).join(", ");

/** How a follow-up stood on the first day, `b`, beside its period on the last one, `s`; it takes the first day twice. */
const firstDay = "LEFT JOIN standing b ON b.follow_up_id = s.follow_up_id AND b.from_on <= ? AND b.until_on > ?";

/** The periods of the last day. Who is addressed for information owes nothing and is not counted (R5). */
async function comparedPeriods(sql: Sql, filter: ComparisonFilter): Promise<CountedPeriods[]> {
  const { to, addressee, report, theme, responsible, issuingBody } = filter;
  const asked = withoutAbsent({ to, responsible, issuingBody });
  const periods = await countedPeriods(sql, {
    asOf: to,
    groupBy: "all",
    ...withoutAbsent({ addressee, report, theme }),
  });
  return periods.map(({ from, where }) => ({ from, where: andAskedFollowUps(sql, where, "s.follow_up_id", asked) }));
}

async function readCells(
  sql: Sql,
  filter: ComparisonFilter,
  periods: readonly CountedPeriods[],
): Promise<ComparedCell[]> {
  const cells = periods.flatMap((each) => [cellsOfSame(sql, filter, each), cellsOfOthers(sql, filter, each)]);
  return (await Promise.all(cells)).flat();
}

/** Those whose period holds on both days: an index alone tells their answers. */
async function cellsOfSame(
  sql: Sql,
  filter: ComparisonFilter,
  { from, where: all }: CountedPeriods,
): Promise<ComparedCell[]> {
  const where = all.copy().and("s.from_on <= ?", filter.from);
  const rows = await sql.all<ComparedAnswers & { count: number }>(
    `SELECT ${answers.map((name) => `s.${name}`).join(", ")}, count(*) AS count FROM ${from}
     WHERE ${where.text} GROUP BY 1, 2, 3, 4`,
    where.values,
  );
  return rows.map(({ count, ...same }) => ({ before: same, after: same, count: Number(count) }));
}

/** Those whose period began since the first day. */
async function cellsOfOthers(
  sql: Sql,
  filter: ComparisonFilter,
  { from, where: all }: CountedPeriods,
): Promise<ComparedCell[]> {
  const where = all.copy().and("s.from_on > ?", filter.from);
  const rows = await sql.all<AnswersRow & { count: number }>(
    `SELECT ${answerColumns}, count(*) AS count FROM ${from} ${firstDay}
     WHERE ${where.text} GROUP BY ${answers.flatMap((name) => [`s.${name}`, `b.${name}`]).join(", ")}`,
    [filter.from, filter.from, ...where.values],
  );
  return rows.map((row) => ({ ...answersOf(row), count: Number(row.count) }));
}

function answersOf(row: AnswersRow): { before: ComparedAnswers | undefined; after: ComparedAnswers } {
  const { position, reported, assessed, lifecycle } = row;
  const { positionBefore, reportedBefore, assessedBefore, lifecycleBefore } = row;
  const before =
    positionBefore === null || reportedBefore === null || assessedBefore === null || lifecycleBefore === null
      ? undefined
      : { position: positionBefore, reported: reportedBefore, assessed: assessedBefore, lifecycle: lifecycleBefore };
  return { before, after: { position, reported, assessed, lifecycle } };
}

/** What decides how a follow-up moved, as one text. */
const deciding = "COALESCE(b.assessed || ' ' || b.lifecycle, '') || ' ' || s.assessed || ' ' || s.lifecycle";

function decidingText({ before, after }: ComparedCell): string {
  const told = before === undefined ? "" : `${before.assessed} ${before.lifecycle}`;
  return `${told} ${after.assessed} ${after.lifecycle}`;
}

type Row = RecommendationAndReportRow & AddresseeAndResponsibleRow & AnswersRow & { followUp: Id; place: number };

/** Core says how a follow-up moved: those that are asked for are found by the answers that `cells` have. */
async function readPage(
  sql: Sql,
  filter: ComparisonFilter,
  periods: readonly CountedPeriods[],
  cells: readonly ComparedCell[],
  paging: Paging,
): Promise<Page<ComparisonItem>> {
  if (paging.limit === 0) return { items: [] };
  const { to, movement } = filter;
  const moved = new Where(sql.dialect);
  if (movement !== undefined) {
    const wanted = cells.filter(({ before, after }) => movement.includes(movementOf(before, after)));
    moved.andInList(deciding, [...new Set(wanted.map(decidingText))]);
  }
  if (paging.after !== undefined)
    moved.and("(s.place, s.follow_up_id) > (?, ?)", ...placeOf("comparison", paging.after));
  const parts = periods.map((each) => partOfPage(filter, each, moved, rowsToFind(paging)));
  const rows = await sql.all<Row>(
    `WITH page AS (SELECT * FROM (${parts.map(({ text }) => text).join(" UNION ALL ")}) AS found
       ORDER BY place, follow_up_id${limitText(paging)})
     SELECT page.*, f.id AS "followUp", ${recommendationAndReportColumns(sql.dialect)}, ${addresseeAndResponsibleColumns}
     FROM page
       ${shownFollowUp("page.follow_up_id")}
     ORDER BY page.place, page.follow_up_id`,
    [...parts.flatMap(({ values }) => values), to, to],
  );
  const { items, next } = pageOf("comparison", rows, paging, ({ place, followUp }) => [Number(place), followUp]);
  return { items: items.map(comparisonItem), ...(next === undefined ? {} : { next }) };
}

/** Some periods find no more than a page needs, each along its index in the order of lists. */
function partOfPage(
  { from }: ComparisonFilter,
  periods: CountedPeriods,
  moved: Where,
  limit: number | undefined,
): Part {
  const where = periods.where.copy().and(moved.text, ...moved.values);
  return {
    text: `SELECT * FROM (SELECT s.place, s.follow_up_id, ${answerColumns} FROM ${periods.from} ${firstDay}
       WHERE ${where.text} ORDER BY s.place, s.follow_up_id${limit === undefined ? "" : ` LIMIT ${limit}`}) AS part`,
    values: [from, from, ...where.values],
  };
}

function comparisonItem(row: Row): ComparisonItem {
  const { before, after } = answersOf(row);
  return {
    followUp: row.followUp,
    ...recommendationAndReportOf(row),
    ...addresseeAndResponsibleOf(row),
    movement: movementOf(before, after),
    ...(before && { before }),
    after,
  };
}
