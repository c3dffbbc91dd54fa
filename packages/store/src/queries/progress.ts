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
import { visibleTo } from "../access/visibility.ts";
import type { Source } from "../as-known/source.ts";
import type { Sql } from "../connection/sql.ts";
import { Where } from "../statements/where.ts";
import { andRecorded } from "./recorded-where.ts";
import { printedAddressee, responsibleJoin } from "./responsible.ts";
import { standingOn } from "./standing-on.ts";
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
  const groups = await progressCells(source, reader, filter, settings, spellings);
  const labels = await labelsOf(source, groupBy, [...groups.keys()], filter.language);
  const byLabel = new Intl.Collator("en", { numeric: true });
  return [...groups]
    .map(([key, cells]) =>
      progressOf({ group: key, label: labels.get(key) ?? key }, cells, asOf, settings, filter.language),
    )
    .sort((a, b) => byLabel.compare(a.label, b.label));
}

async function progressCells(
  sql: Sql,
  reader: Reader,
  filter: Omit<ProgressFilter, "knownAt">,
  settings: Settings,
  spellings: ReadonlyMap<string, string>,
): Promise<Map<string, ProgressCell[]>> {
  const { asOf, groupBy } = filter;
  const { theme, ...others } = filter;
  const where = visibleTo(reader, new Where(sql.dialect).and("s.role <> 'forInformation'"), "p");
  if (groupBy === "theme") andRecorded(where, others).andInList("t.theme", theme);
  else andRecorded(where, filter);
  const group = {
    all: "'all'",
    addressee: "f.addressee_id",
    responsible: "COALESCE(responsible.organization_id, f.addressee_id)",
    reportingYear: "p.reporting_year",
    report: "p.id",
    theme: "t.theme",
  }[groupBy];
  const spelled = [...spellings].flat();
  const rows = await sql.all<Row>(
    `${spelled.length === 0 ? "" : `WITH spelling(theme, shown) AS (VALUES ${[...spellings].map(() => "(?, ?)").join(", ")})`}
     SELECT ${group} AS "group", s.position, s.reported, s.assessed, s.lifecycle, s.closure_reason AS "closureReason",
       s.not_competent_upheld AS upheld, s.single_reader AS "singleReader",
       CASE WHEN p.published_on IS NULL THEN 'unknown' WHEN p.published_on <= ? THEN 'old' ELSE 'young' END AS age,
       CASE WHEN s.response_due < ? THEN 'passed' WHEN s.response_due IS NULL THEN 'noDeadline' ELSE 'running' END AS "responseTime",
       count(*) AS count
     FROM follow_up f
       JOIN standing s ON ${sql.dialect === "sqlite" ? standingOn("f.id") : "s.follow_up_id = f.id AND s.until_on > ? AND s.from_on <= ?"}
       JOIN recommendation r ON r.id = f.recommendation_id
       JOIN report p ON p.id = r.report_id
       ${groupBy === "responsible" ? responsibleJoin(printedAddressee) : ""}
       ${groupBy === "theme" ? `LEFT JOIN ${spelled.length === 0 ? "recommendation_theme" : shownThemes} t ON t.recommendation_id = r.id` : ""}
     WHERE ${where.text} GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10`,
    [
      ...spelled,
      addMonths(asOf, -12 * settingsOn(settings, asOf).lookBackYears),
      asOf,
      asOf,
      asOf,
      ...(groupBy === "responsible" ? [asOf, asOf] : []),
      ...where.values,
    ],
  );
  const groups = new Map<string, ProgressCell[]>();
  for (const { group: key, upheld, singleReader, ...cell } of rows) {
    const cells = groups.get(String(key ?? "")) ?? [];
    cells.push({ ...cell, upheld: upheld === 1, singleReader: singleReader === 1 });
    groups.set(String(key ?? ""), cells);
  }
  return groups;
}

/** Each theme of a recommendation once, as it is shown. */
const shownThemes = `(SELECT DISTINCT written.recommendation_id, COALESCE(spelling.shown, written.theme) AS theme
  FROM recommendation_theme written LEFT JOIN spelling ON spelling.theme = written.theme)`;

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
