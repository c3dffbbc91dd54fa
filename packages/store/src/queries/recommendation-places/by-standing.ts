import type { Day, Id } from "@heed/core";
import type { RecommendationFilter } from "@heed/core/read-models/recommendation-filter";
import type { Sql } from "../../connection/sql.ts";
import { indexed } from "../../statements/indexed.ts";
import { joinInOrder } from "../../statements/join-in-order.ts";
import { Where } from "../../statements/where.ts";
import { candidatesOn } from "../responsible/responsible.ts";
import type { PlaceRange } from "./place-range.ts";

/**
 * Some of the periods of standing `s` whose places a list reads: `from` names the tables, so that the places come in
 * order, and the conditions hold for each.
 */
export type StandingPeriods = { from: string; where: Where };

/** The levels that have an index of their own, and with the addressee. */
const levels = ["assessed", "reported", "position", "lifecycle"] as const;
export type Level = (typeof levels)[number];

/** More would take as long to prepare as to read. */
const mostRanges = 24;

/** Whether the periods without end are found by an index in the order of lists. */
export function isFoundByStanding(filter: RecommendationFilter): boolean {
  const { addressee, responsible, divergent, unverified } = filter;
  return (
    addressee !== undefined ||
    responsible !== undefined ||
    divergent === true ||
    unverified === true ||
    levels.some((level) => filter[level] !== undefined)
  );
}

/**
 * The periods without end that hold on the day, one range of an index for each value that leads: each in the order of
 * lists. `conditions` are all others.
 */
export function lastingPeriods(
  sql: Sql,
  filter: RecommendationFilter,
  level: Level | undefined,
  ranges: readonly PlaceRange[] | undefined,
  conditions: Where,
): StandingPeriods[] {
  const { asOf, addressee, responsible } = filter;
  const organizations = addressee ?? responsible;
  const organization = addressee === undefined ? "s.responsible_id" : "s.addressee_id";
  const index = indexFor(filter, level);
  const leading = product<string | PlaceRange | undefined>([
    organizations === undefined ? [undefined] : [...new Set(organizations)],
    level === undefined ? [undefined] : [...new Set(filter[level])],
    ranges ?? [undefined],
  ]);
  const from = `standing s ${indexed(sql, `standing_now_${index}_idx`)}`;
  const lasting = () => new Where(sql.dialect).and("s.until_on = '9999-12-31'");
  const others = (where: Where) => where.and("s.from_on <= ?", asOf).and(conditions.text, ...conditions.values);
  if (leading.length > mostRanges) {
    const where = lasting().andInList(organization, organizations);
    if (level !== undefined) where.andInList(`s.${level}`, filter[level]);
    return [{ from, where: others(andRanges(where, ranges)) }];
  }
  return leading.map(([which, value, range]) => {
    const where = lasting();
    if (which !== undefined) where.and(`${organization} = ?`, which as Id);
    if (value !== undefined) where.and(`s.${level} = ?`, value as string);
    return { from, where: others(andRanges(where, range === undefined ? undefined : [range as PlaceRange])) };
  });
}

/** The filter without what leads: the rest is asked of each period. */
export function withoutLeading<Filter extends RecommendationFilter>(filter: Filter, level: Level | undefined) {
  const { addressee: _, report: __, reportingYear: ___, ...others } = filter;
  return { ...others, ...(level !== undefined && { [level]: undefined }) };
}

/** The level that leads: where several are asked, the one that fewer periods fulfil. */
export async function leadingLevel(sql: Sql, filter: RecommendationFilter): Promise<Level | undefined> {
  const asked = levels.filter((level) => filter[level] !== undefined);
  const [first, second] = asked;
  if (second === undefined) return first;
  const where = asked.map((level) => new Where(sql.dialect).andInList(level, filter[level]));
  const [row] = await sql.all<Record<string, number>>(
    `SELECT ${asked.map((level, index) => fewOf(sql, level, where[index] as Where)).join(", ")}`,
    where.flatMap(({ values }) => values),
  );
  const found = (level: Level) => Number(row?.[level] ?? 0);
  return asked.reduce((fewest, level) => (found(level) < found(fewest) ? level : fewest));
}

/** Counting goes on no further: what has more is soon found in the order of lists. */
const enough = 2000;

function fewOf(sql: Sql, level: Level, { text }: Where): string {
  return `(SELECT count(*) FROM (SELECT 1 AS one FROM standing ${indexed(sql, `standing_now_${level}_idx`)}
     WHERE until_on = '9999-12-31' AND ${text} LIMIT ${enough}) AS few) AS ${level}`;
}

function indexFor(filter: RecommendationFilter, level: Level | undefined): string {
  const organization =
    filter.addressee !== undefined ? "addressee" : filter.responsible !== undefined ? "responsible" : undefined;
  if (organization !== undefined) return level === undefined ? organization : `${organization}_${level}`;
  return level ?? (filter.divergent === true ? "divergent" : "unverified");
}

/** The periods that end after the day: few on most days, as most periods last (docs/decisions/0045). */
export function endingPeriods(
  sql: Sql,
  asOf: Day,
  ranges: readonly PlaceRange[] | undefined,
  followUp: Where,
): StandingPeriods {
  const where = new Where(sql.dialect)
    .and("s.until_on < '9999-12-31' AND s.until_on > ? AND s.from_on <= ?", asOf, asOf)
    .and(followUp.text, ...followUp.values);
  return { from: `standing s ${indexed(sql, "standing_ended_idx")}`, where: andRanges(where, ranges) };
}

/** The periods on the day of what organizations may turn out to be responsible for, while nobody has decided (R41). */
export function candidatePeriods(
  sql: Sql,
  { asOf, responsible }: RecommendationFilter,
  ranges: readonly PlaceRange[] | undefined,
  conditions: Where,
): StandingPeriods {
  const where = candidatesOn(sql.dialect, asOf, responsible)
    .and("candidate.side = 'addressee' AND s.from_on <= ? AND s.until_on > ?", asOf, asOf)
    .and(conditions.text, ...conditions.values);
  const candidates = `responsibility candidate ${indexed(sql, "responsibility_candidate_idx")}`;
  return {
    from: `${candidates} ${joinInOrder(sql)} standing s ON s.follow_up_id = candidate.follow_up_id`,
    where: andRanges(where, ranges),
  };
}

export function andRanges(where: Where, ranges: readonly PlaceRange[] | undefined, place = "s.place"): Where {
  if (ranges === undefined) return where;
  if (ranges.length === 0) return where.and("1 = 0");
  const [only] = ranges as [PlaceRange];
  if (ranges.length === 1) return where.and(`${place} >= ?`, only.from).and(`${place} < ?`, only.end);
  return where.and(
    ranges.map(() => `(${place} >= ? AND ${place} < ?)`).join(" OR "),
    ...ranges.flatMap(({ from, end }) => [from, end]),
  );
}

function product<Value>(lists: readonly (readonly Value[])[]): Value[][] {
  return lists.reduce<Value[][]>((all, list) => all.flatMap((each) => list.map((value) => [...each, value])), [[]]);
}
