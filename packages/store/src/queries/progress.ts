import {
  addMonths,
  type GroupProgress,
  type LocalizedText,
  type ProgressCell,
  progressOf,
  type Reader,
  type Settings,
  settingsOn,
  textIn,
} from "@heed/core";
import type { ProgressFilter } from "@heed/core/read-models/progress-filter";
import type { Source } from "../as-known/source.ts";
import type { Sql } from "../connection/sql.ts";
import { inNumbers } from "../statements/in-list.ts";
import { Where } from "../statements/where.ts";
import { reportNumberOf } from "../tables/place.ts";
import { type CountedPeriods, countedPeriods } from "./counted-periods.ts";
import { andRecorded } from "./recorded-where.ts";
import { themeSpellings } from "./theme-spellings.ts";

type Row = Omit<ProgressCell, "upheld" | "singleReader"> & {
  group: string | number | null;
  upheld: number;
  singleReader: number;
};

/** The counts and rates of each group on a day: the database counts, and core makes the rates (R13). */
export async function readProgress(
  source: Source,
  reader: Reader,
  filter: Omit<ProgressFilter, "knownAt">,
  settings: Settings,
): Promise<readonly GroupProgress[]> {
  const { asOf, groupBy } = filter;
  await source.derive?.(andRecorded(new Where(source.dialect), filter));
  const spellings = groupBy === "theme" ? await themeSpellings(source, reader) : new Map<string, string>();
  const groups = await progressCells(source, filter, settings, spellings);
  const labels = await labelsOf(source, groupBy, [...groups.keys()], filter.language);
  const byLabel = new Intl.Collator("en", { numeric: true });
  return [...groups]
    .map(([key, cells]) =>
      progressOf({ group: key, label: labels.get(key) ?? key }, cells, asOf, settings, filter.language),
    )
    .sort((a, b) => byLabel.compare(a.label, b.label));
}

/** The cells of each group: those of the periods without end, and those of the periods that end after the day. */
async function progressCells(
  sql: Sql,
  filter: Omit<ProgressFilter, "knownAt">,
  settings: Settings,
  spellings: ReadonlyMap<string, string>,
): Promise<Map<string, ProgressCell[]>> {
  const rows = await Promise.all(
    (await countedPeriods(sql, filter)).map((periods) => countedIn(sql, periods, filter, settings, spellings)),
  );
  const groups = new Map<string, ProgressCell[]>();
  for (const { group: key, upheld, singleReader, ...cell } of rows.flat()) {
    const cells = groups.get(String(key ?? "")) ?? [];
    cells.push({ ...cell, upheld: upheld === 1, singleReader: singleReader === 1 });
    groups.set(String(key ?? ""), cells);
  }
  return filter.groupBy === "report" ? byReports(sql, groups) : groups;
}

function countedIn(
  sql: Sql,
  { from, where: all }: CountedPeriods,
  { asOf, groupBy, theme }: Omit<ProgressFilter, "knownAt">,
  settings: Settings,
  spellings: ReadonlyMap<string, string>,
): Promise<Row[]> {
  const group = {
    all: "'all'",
    addressee: "s.addressee_id",
    responsible: "s.responsible_id",
    reportingYear: "s.reporting_year",
    report: reportNumberOf("s.place"),
    theme: "t.theme",
  }[groupBy];
  const spelled = [...spellings].flat();
  const where = groupBy === "theme" ? all.copy().andInList("t.theme", theme) : all;
  return sql.all<Row>(
    `${spelled.length === 0 ? "" : `WITH spelling(theme, shown) AS (VALUES ${[...spellings].map(() => "(?, ?)").join(", ")})`}
     SELECT ${group} AS "group", s.position, s.reported, s.assessed, s.lifecycle, s.closure_reason AS "closureReason",
       s.not_competent_upheld AS upheld, s.single_reader AS "singleReader",
       CASE WHEN s.published_on IS NULL THEN 'unknown' WHEN s.published_on <= ? THEN 'old' ELSE 'young' END AS age,
       CASE WHEN s.response_due < ? THEN 'passed' WHEN s.response_due IS NULL THEN 'noDeadline' ELSE 'running' END AS "responseTime",
       count(*) AS count
     FROM ${from}
       ${groupBy === "theme" ? `LEFT JOIN ${spelled.length === 0 ? "theme_place" : shownThemes} t ON t.place = s.place` : ""}
     WHERE ${where.text} GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10`,
    [...spelled, addMonths(asOf, -12 * settingsOn(settings, asOf).lookBackYears), asOf, ...where.values],
  );
}

/** Each theme of a recommendation once, as it is shown. */
const shownThemes = `(SELECT DISTINCT written.place, COALESCE(spelling.shown, written.theme) AS theme
  FROM theme_place written LEFT JOIN spelling ON spelling.theme = written.theme)`;

/** The groups by the ids of reports, instead of the numbers of reports in places. */
async function byReports(sql: Sql, groups: ReadonlyMap<string, ProgressCell[]>): Promise<Map<string, ProgressCell[]>> {
  const rows = await sql.all<{ number: number; id: string }>(
    `SELECT number, report_id AS id FROM report_number WHERE ${inNumbers(sql, "number")}`,
    [`[${[...groups.keys()].join(",")}]`],
  );
  return new Map(rows.map(({ number, id }) => [id, groups.get(String(number)) ?? []]));
}

async function labelsOf(
  sql: Sql,
  groupBy: ProgressFilter["groupBy"],
  keys: readonly string[],
  language: string | undefined,
): Promise<Map<string, string>> {
  const where = new Where(sql.dialect).andInList("id", keys);
  if (groupBy === "report") {
    const rows = await sql.all<{ id: string; reference: string }>(
      `SELECT id, reference FROM report WHERE ${where.text}`,
      where.values,
    );
    return new Map(rows.map(({ id, reference }) => [id, reference]));
  }
  if (groupBy === "addressee" || groupBy === "responsible") {
    const rows = await sql.all<{ id: string; name: string }>(
      `SELECT id, name FROM organization WHERE ${where.text}`,
      where.values,
    );
    return new Map(rows.map(({ id, name }) => [id, textIn(JSON.parse(name) as LocalizedText, language)]));
  }
  return new Map();
}
