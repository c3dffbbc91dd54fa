import type { Id } from "@heed/core";
import { type ComparedCell, comparisonOf } from "@heed/core/comparison/comparison";
import { type ComparedAnswers, movementOf } from "@heed/core/comparison/movement";
import { allPages } from "@heed/core/read-models/all-pages";
import type { ComparisonAnswer, ComparisonItem } from "@heed/core/read-models/comparison-answer";
import type { ComparisonFilter } from "@heed/core/read-models/comparison-filter";
import type { Page, Paging } from "@heed/core/read-models/paging";
import type { Source } from "../as-known/source.ts";
import type { Sql } from "../connection/sql.ts";
import { limitText, pageOf, placeOf } from "../statements/cursor.ts";
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
import { andRecorded } from "./recorded-where.ts";

/** The answers on two days side by side, and the follow-ups that moved as asked for, in the order of lists. */
export async function readComparison(
  source: Source,
  filter: ComparisonFilter,
  paging: Paging,
): Promise<ComparisonAnswer> {
  await source.derive?.(andRecorded(new Where(source.dialect), filter));
  const { from, to, movement } = filter;
  const cells = await readCells(source, filter);
  const comparison = comparisonOf(cells);
  const page = await readPage(source, filter, cells, paging);
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
  // All standings of both days are counted only where a movement is asked for, whose answers they tell.
  const cells = filter.movement === undefined ? [] : await readCells(sql, filter);
  yield* allPages((paging) => readPage(sql, filter, cells, paging), limit);
}

function isAsked(code: string, movement: readonly string[] | undefined): boolean {
  return movement?.includes(code) ?? true;
}

type AnswersRow = ComparedAnswers & {
  [Name in keyof ComparedAnswers as `${Name}Before`]: ComparedAnswers[Name] | null;
};

const answers = ["position", "reported", "assessed", "lifecycle"] as const;
const answerColumns = answers.map((name) => `a.${name}, b.${name} AS "${name}Before"`).join(", ");

/** How the follow-ups stood on the last day, `a`, and on the first one, `b`; it takes the first day twice. */
const bothDays = `standing a LEFT JOIN standing b
  ON b.follow_up_id = a.follow_up_id AND b.from_on <= ? AND b.until_on > ?`;

async function readCells(sql: Sql, filter: ComparisonFilter): Promise<ComparedCell[]> {
  const { from } = filter;
  const where = comparedWhere(sql, filter);
  const rows = await sql.all<AnswersRow & { count: number }>(
    `SELECT ${answerColumns}, count(*) AS count FROM ${bothDays}
     WHERE ${where.text} GROUP BY ${answers.flatMap((name) => [`a.${name}`, `b.${name}`]).join(", ")}`,
    [from, from, ...where.values],
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

/** The conditions for rows `a` of the last day. Who is addressed for information owes nothing and is not counted (R5). */
function comparedWhere(sql: Sql, filter: ComparisonFilter): Where {
  const { to } = filter;
  const where = new Where(sql.dialect).and("a.from_on <= ? AND a.until_on > ? AND a.role <> 'forInformation'", to, to);
  return andAskedFollowUps(sql, where, "a.follow_up_id", filter);
}

/** What decides how a follow-up moved, as one text. */
const deciding = "COALESCE(b.assessed || ' ' || b.lifecycle, '') || ' ' || a.assessed || ' ' || a.lifecycle";

function decidingText({ before, after }: ComparedCell): string {
  const told = before === undefined ? "" : `${before.assessed} ${before.lifecycle}`;
  return `${told} ${after.assessed} ${after.lifecycle}`;
}

type Row = RecommendationAndReportRow & AddresseeAndResponsibleRow & AnswersRow & { followUp: Id; place: number };

/** Core says how a follow-up moved: those that are asked for are found by the answers that `cells` have. */
async function readPage(
  sql: Sql,
  filter: ComparisonFilter,
  cells: readonly ComparedCell[],
  paging: Paging,
): Promise<Page<ComparisonItem>> {
  const { from, to, movement } = filter;
  const where = comparedWhere(sql, filter);
  if (movement !== undefined) {
    const wanted = cells.filter(({ before, after }) => movement.includes(movementOf(before, after)));
    where.andInList(deciding, [...new Set(wanted.map(decidingText))]);
  }
  if (paging.after !== undefined)
    where.and("(a.place, a.follow_up_id) > (?, ?)", ...placeOf("comparison", paging.after));
  const rows = await sql.all<Row>(
    `WITH page AS (SELECT a.place, a.follow_up_id, ${answerColumns} FROM ${bothDays}
       WHERE ${where.text} ORDER BY a.place, a.follow_up_id${limitText(paging)})
     SELECT page.*, f.id AS "followUp", ${recommendationAndReportColumns(sql.dialect)}, ${addresseeAndResponsibleColumns}
     FROM page
       ${shownFollowUp("page.follow_up_id")}
     ORDER BY page.place, page.follow_up_id`,
    [from, from, ...where.values, to, to],
  );
  const { items, next } = pageOf("comparison", rows, paging, ({ place, followUp }) => [Number(place), followUp]);
  return { items: items.map(comparisonItem), ...(next === undefined ? {} : { next }) };
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
