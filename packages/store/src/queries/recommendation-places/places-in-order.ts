import type { Reader, Settings } from "@heed/core";
import type { Paging } from "@heed/core/read-models/paging";
import type { RecommendationFilter } from "@heed/core/read-models/recommendation-filter";
import { visibleTo } from "../../access/visibility.ts";
import type { Source } from "../../as-known/source.ts";
import type { Sql } from "../../connection/sql.ts";
import { andReference } from "../../recommendations/by-reference.ts";
import { inList } from "../../statements/in-list.ts";
import { indexed } from "../../statements/indexed.ts";
import { joinInOrder } from "../../statements/join-in-order.ts";
import { Where } from "../../statements/where.ts";
import { andRanges } from "./by-standing.ts";
import { asksFollowUps, followUpConditions, type PlacesFilter } from "./follow-up-conditions.ts";
import { hiddenReports } from "./hidden-reports.ts";
import { isOfReports } from "./is-of-reports.ts";
import { listedReports } from "./listed-reports.ts";
import { countOf, type FoundPlaces, type Part, pageOf, union } from "./part.ts";
import type { PlaceRange } from "./place-range.ts";
import { andThemesAt } from "./themes.ts";
import { andWordsAt, wordPlaces } from "./words.ts";

/** The places from which a list goes on: `from` gives them in order, as `place`, when the conditions hold. */
type Lead = { kind: "words" | "theme" | "few" | "all"; from: string; place: string; where: Where };

type Asked = {
  ranges: readonly PlaceRange[] | undefined;
  isOfFewWords: boolean;
  after: number | undefined;
  paging: Paging;
};

/** The places of a list that is read in its order, each recommendation being asked whether it fulfils the filter. */
export function placesInOrder(
  source: Source,
  reader: Reader,
  filter: PlacesFilter,
  settings: Settings,
  { ranges, isOfFewWords, after, paging }: Asked,
): FoundPlaces {
  const leads = leadsOf(source, filter, settings, isOfFewWords);
  const matching = (lead: Lead): Lead => ({ ...lead, where: matches(source, reader, filter, settings, lead, ranges) });
  const all = union(leads.map((lead) => placesOf(source, matching(lead))));
  return {
    all,
    page: pageOf(
      leads.map((lead) => placesOf(source, matching(lead), after)),
      paging,
    ),
    async total() {
      const [lead] = leads as [Lead];
      if (isOfReports(filter)) return countByReports(source, reader, filter);
      const isOfLeadAlone =
        leads.length === 1 && (lead.kind === "words" || lead.kind === "theme") && asksNothingElse(filter, lead);
      // What was known at a moment has fewer recommendations than there are places and words.
      const hidden =
        isOfLeadAlone && source.derive === undefined ? await hiddenReports(source, reader, filter.asOf) : undefined;
      if (hidden !== undefined) return countWithout(source, lead, ranges, hidden);
      return countOf(source, all);
    },
  };
}

function leadsOf(sql: Sql, filter: PlacesFilter, settings: Settings, isOfFewWords: boolean): Lead[] {
  const { q, theme } = filter;
  const few = new Where(sql.dialect);
  if (filter.reference !== undefined) andReference(few, filter.reference);
  else if (isOfFewFollowUps(filter)) andFewFollowUps(sql, few, filter, settings);
  if (!isOfFewWords && few.text !== "1 = 1")
    return [
      {
        kind: "few",
        from: "recommendation r JOIN recommendation_place l ON l.recommendation_id = r.id",
        place: "l.place",
        where: few,
      },
    ];
  if (q !== undefined && (isOfFewWords || theme === undefined)) {
    const { from, place, condition, values } = wordPlaces(sql, q);
    return [{ kind: "words", from, place, where: new Where(sql.dialect).and(condition, ...values) }];
  }
  if (theme !== undefined)
    return [...new Set(theme)].map((each) => ({
      kind: "theme",
      from: "theme_place t",
      place: "t.place",
      where: new Where(sql.dialect).and("t.theme = ?", each),
    }));
  return [{ kind: "all", from: "recommendation_place l", place: "l.place", where: new Where(sql.dialect) }];
}

/** Few follow-ups fulfil it on any day, found by an index of their own. */
function isOfFewFollowUps({
  addressee,
  responsible,
  acceptanceWithdrawn,
  longOutstanding,
}: RecommendationFilter): boolean {
  return (
    addressee !== undefined || responsible !== undefined || acceptanceWithdrawn === true || longOutstanding === true
  );
}

/** Adds the condition that a follow-up of `r` fulfils the filter on the day, which starts from the few follow-ups. */
function andFewFollowUps(sql: Sql, where: Where, filter: PlacesFilter, settings: Settings): Where {
  const { asOf, addressee, responsible, acceptanceWithdrawn } = filter;
  const which = followUpConditions(sql, filter, settings);
  const onDay = "s.from_on <= ? AND s.until_on > ?";
  const join = joinInOrder(sql);
  if (addressee === undefined && responsible === undefined) {
    const index = acceptanceWithdrawn ? "acceptance_withdrawn" : "first_asked";
    return where.and(
      `r.id IN (SELECT f.recommendation_id FROM standing s ${indexed(sql, `standing_${index}_until_idx`)}
         ${join} follow_up f ON f.id = s.follow_up_id WHERE ${onDay} AND ${which.text})`,
      ...[asOf, asOf],
      ...which.values,
    );
  }
  const list = JSON.stringify(addressee ?? responsible);
  const taken = `UNION ALL SELECT w.follow_up_id FROM responsibility w WHERE ${inList(sql, "w.organization_id")}`;
  const followUps = `SELECT id FROM follow_up WHERE ${inList(sql, "addressee_id")} ${addressee === undefined ? taken : ""}`;
  return where.and(
    `r.id IN (SELECT f.recommendation_id FROM follow_up f ${join} standing s ON s.follow_up_id = f.id
       WHERE f.id IN (${followUps}) AND ${onDay} AND ${which.text})`,
    ...(addressee === undefined ? [list, list] : [list]),
    ...[asOf, asOf],
    ...which.values,
  );
}

/** All that must hold at a place, beside what leads to it. */
function matches(
  sql: Sql,
  reader: Reader,
  filter: PlacesFilter,
  settings: Settings,
  { kind, place, where: lead }: Lead,
  ranges: readonly PlaceRange[] | undefined,
): Where {
  const { asOf, q, theme, reference, undecided, withoutAddressee } = filter;
  const where = visibleTo(reader, lead.copy(), "p").and("p.published_from IS NULL OR p.published_from <= ?", asOf);
  andRanges(where, ranges, place);
  if (kind !== "words") andWordsAt(sql, where, place, q);
  if (kind !== "theme") andThemesAt(where, place, theme);
  if (kind !== "few") andReference(where, reference);
  if (withoutAddressee !== undefined)
    where.and(
      `${withoutAddressee ? "" : "NOT "}(NOT EXISTS (SELECT 1 FROM follow_up f WHERE f.recommendation_id = r.id)
        AND NOT EXISTS (SELECT 1 FROM recommendation part WHERE part.part_of_id = r.id))`,
    );
  if (undecided !== undefined)
    where.and(
      `${undecided ? "" : "NOT "}EXISTS (SELECT 1 FROM follow_up f JOIN responsibility w ON w.follow_up_id = f.id
         WHERE f.recommendation_id = r.id AND w.state IN ('undecided', 'unassigned') AND w.from_on <= ? AND w.until_on > ?)`,
      ...[asOf, asOf],
    );
  const isAsked = kind === "few" && reference === undefined;
  if (asksFollowUps(filter) && !isAsked) {
    const followUp = followUpConditions(sql, filter, settings);
    where.and(
      `EXISTS (SELECT 1 FROM follow_up f JOIN standing s ON s.follow_up_id = f.id AND s.from_on <= ? AND s.until_on > ?
         WHERE f.recommendation_id = r.id AND ${followUp.text})`,
      ...[asOf, asOf],
      ...followUp.values,
    );
  }
  return where;
}

function placesOf(sql: Sql, { kind, from, place, where: all }: Lead, after?: number): Part {
  const where = all.copy();
  if (after !== undefined) where.and(`${place} > ?`, after);
  const join = joinInOrder(sql);
  const places = kind === "words" || kind === "theme" ? `${join} recommendation_place l ON l.place = ${place}` : "";
  const recommendation = kind === "few" ? "" : `${join} recommendation r ON r.id = l.recommendation_id`;
  return {
    text: `SELECT ${place} AS place FROM ${from} ${places} ${recommendation} ${join} report p ON p.id = r.report_id WHERE ${where.text}`,
    values: where.values,
  };
}

async function countByReports(sql: Sql, reader: Reader, filter: RecommendationFilter): Promise<number> {
  const where = listedReports(sql, reader, filter);
  const [row] = await sql.all<{ total: number | null }>(
    `SELECT sum(p.recommendation_count) AS total FROM report p WHERE ${where.text}`,
    where.values,
  );
  return Number(row?.total ?? 0);
}

/** Whether the lead answers the whole filter, but for the ranges and what the reader may see. */
function asksNothingElse(filter: PlacesFilter, { kind }: Lead): boolean {
  const { q, theme, ...others } = filter;
  return isOfReports({ ...others }) && (kind === "words" ? theme === undefined : q === undefined);
}

/** The places of a lead, less those in reports that the reader does not find on the day. */
async function countWithout(
  sql: Sql,
  { from, place, where }: Lead,
  ranges: readonly PlaceRange[] | undefined,
  hidden: readonly PlaceRange[],
): Promise<number> {
  const all = andRanges(where.copy(), ranges, place);
  const counts = [all, ...hidden.map((range) => andRanges(all.copy(), [range], place))];
  const [row] = await sql.all<{ total: number }>(
    `SELECT ${counts.map((each) => `(SELECT count(*) FROM ${from} WHERE ${each.text})`).join(" - ")} AS total`,
    counts.flatMap(({ values }) => values),
  );
  return Number(row?.total ?? 0);
}
