import type { Reader, Settings } from "@heed/core";
import type { Paging } from "@heed/core/read-models/paging";
import type { RecommendationFilter } from "@heed/core/read-models/recommendation-filter";
import type { Source } from "../../as-known/source.ts";
import type { Sql } from "../../connection/sql.ts";
import type { Where } from "../../statements/where.ts";
import { type BesideLasting, besideLasting, fewEnding } from "../responsible/beside-lasting.ts";
import {
  candidatePeriods,
  endingPeriods,
  isFoundByStanding,
  type Level,
  lastingPeriods,
  leadingLevel,
  type StandingPeriods,
  withoutLeading,
} from "./by-standing.ts";
import { followUpConditions, type PlacesFilter } from "./follow-up-conditions.ts";
import { countOf, type FoundPlaces, type Part, pageOf, union } from "./part.ts";
import { type PlaceRange, placeRanges } from "./place-range.ts";
import { placesInOrder } from "./places-in-order.ts";
import { andThemesAt } from "./themes.ts";
import { andWordsAt, hasFewWords } from "./words.ts";

/** Which places are wanted: those after one, at most so many. */
type PlacesPaging = Omit<Paging, "after"> & { afterPlace?: number | undefined };

/**
 * How the recommendations that match are found by their places in the order of lists (docs/decisions/0045): along an
 * index of standings, by the words of a search, by a theme, or one after another.
 */
export async function findPlaces(
  source: Source,
  reader: Reader,
  asked: PlacesFilter,
  { afterPlace: after, ...paging }: PlacesPaging,
  settings: Settings,
): Promise<FoundPlaces> {
  const filter = asked.q?.trim() === "" ? { ...asked, q: undefined } : asked;
  const isOfFewWords =
    filter.q !== undefined &&
    (isFoundByStanding(filter) || filter.theme !== undefined) &&
    (await hasFewWords(source, filter.q));
  const ranges = await placeRanges(source, filter);
  const beside =
    isFoundByStanding(filter) && isOfStandings(filter) && !isOfFewWords
      ? await besideLasting(source, "standing", filter)
      : undefined;
  if (beside === undefined || beside.ending > fewEnding)
    return placesInOrder(source, reader, filter, settings, { ranges, isOfFewWords, after, paging });
  const parts = periodsOf(source, filter, settings, await leadingLevel(source, filter), ranges, beside);
  const all = union(parts.map((each) => placesOf(each)));
  return {
    page: pageOf(
      parts.map((each) => placesOf(each, after)),
      paging,
    ),
    all,
    total: () => countOf(source, all),
  };
}

/** Nothing is asked that only recommendations or their reports can tell. */
function isOfStandings({ reference, withoutAddressee, undecided }: RecommendationFilter): boolean {
  return reference === undefined && withoutAddressee === undefined && undecided === undefined;
}

/** The periods of standing on the day that fulfil the filter. */
function periodsOf(
  sql: Sql,
  filter: PlacesFilter,
  settings: Settings,
  level: Level | undefined,
  ranges: readonly PlaceRange[] | undefined,
  beside: BesideLasting,
): StandingPeriods[] {
  const { responsible, ...others } = filter;
  const conditions = (of: PlacesFilter) =>
    andThemesAt(andWordsAt(sql, followUpConditions(sql, of, settings), "s.place", of.q), "s.place", of.theme);
  const andItself = (where: Where) => where.andInList("s.responsible_id", responsible);
  const lasting = conditions(withoutLeading(others, level));
  return [
    // Where both are asked, the addressee leads.
    ...lastingPeriods(sql, filter, level, ranges, filter.addressee === undefined ? lasting : andItself(lasting)),
    ...(beside.candidates > 0 ? [candidatePeriods(sql, filter, ranges, conditions(others))] : []),
    ...(beside.ending > 0 ? [endingPeriods(sql, filter.asOf, ranges, andItself(conditions(others)))] : []),
  ];
}

function placesOf({ from, where: all }: StandingPeriods, after?: number): Part {
  const where = all.copy();
  if (after !== undefined) where.and("s.place > ?", after);
  return { text: `SELECT DISTINCT s.place AS place FROM ${from} WHERE ${where.text}`, values: where.values };
}
