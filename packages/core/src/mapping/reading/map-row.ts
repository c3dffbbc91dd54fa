import { DomainError, type Issue } from "../../domain-error.ts";
import { owingMost, Role } from "../../follow-up/follow-up.ts";
import { Language } from "../../localized-text.ts";
import { nameKey } from "../../organization/organization.ts";
import type { Source } from "../../source.ts";
import { showsNothing } from "../../text/bounded-text.ts";
import { comparedText } from "../../text/compared-text.ts";
import { columnName } from "../../text/plain-text.ts";
import type { DaySystem } from "../../time/excel-day.ts";
import type { Condition } from "../condition.ts";
import type { Edition } from "../edition-day.ts";
import type { EntryMapping } from "../entry-mapping.ts";
import type { Mapping, RecommendationMapping } from "../mapping.ts";
import type { PartsMapping } from "../parts-mapping.ts";
import { columnsOf, type ListValue, type Value } from "../value.ts";
import { conditionIsTrue } from "./condition-is-true.ts";
import { type ImportRow, type MappedEntry, type MappedRow, noEntry, type RowPlace } from "./import-row.ts";
import { additionOf } from "./map-additions.ts";
import { mapEntry, type SourceOf, saidWith } from "./map-entry.ts";
import { reportOf } from "./map-report.ts";
import { partReadings } from "./part-readings.ts";
import { readDueValue, refuseBeforeReport, undatedColumns } from "./read-date-value.ts";
import {
  type CellFault,
  cellOf,
  isAssumed,
  issueOf,
  isTooLong,
  type RowReading,
  readBounded,
  readChoice,
  readLocalized,
  readRequired,
  readText,
  readTexts,
  reject,
  type ShownPeriod,
} from "./read-value.ts";
import { earliestShown, isDated, shownTypesOf } from "./shown-types.ts";

/** One record of a file, as it was read. */
export type FileRow = {
  /** From 1; the header is row 1. In a workbook the row of its sheet, in JSON the number of the record. */
  row: number;
  /** Present when it differs from `row`, because an earlier cell has several lines. */
  line?: number;
  sheet?: string;
  /**
   * SHA-256 of its cells, in hexadecimal: the same content gives the same digest, in any encoding and with any
   * delimiter.
   */
  digest: string;
  /**
   * The cells by the name of their column in the header, without spaces around it. Columns without a name are left out.
   */
  cells: Readonly<Record<string, string>>;
  /** What the file tells once, outside its rows, as extra columns. */
  facts?: Readonly<Record<string, string>>;
  /** Cells with something that cannot be used, such as a formula: when the mapping reads one, the row is rejected. */
  faults?: Readonly<Record<string, CellFault>>;
  /** Days, by their column, of which a person sees only the month or the year, such as Mar-24. */
  precisions?: Readonly<Record<string, ShownPeriod>>;
  /** How the workbook counts its days. */
  daySystem?: DaySystem;
  /** The columns whose cells are those of a row above, by `fillDown`. */
  filled?: readonly string[];
  /** Notes on cells that are read, for instance that a footnote is left out. */
  notes?: readonly Issue[];
  /** The workbook hides the row, for instance by a filter. */
  isHidden?: boolean;
  file?: string;
};

/**
 * What one row says in the domain's words, or why it is left out or rejected. The same row always gives the same
 * answer.
 */
export function mapRow(
  mapping: Mapping,
  {
    row,
    line,
    sheet,
    digest,
    cells,
    facts,
    faults = {},
    precisions = {},
    daySystem,
    filled = [],
    notes = [],
    isHidden = false,
    file,
  }: FileRow,
  edition?: Edition,
): MappedRow {
  const at: RowPlace = { row, ...(line !== undefined && { line }), ...(sheet !== undefined && { sheet }) };
  const reading: RowReading = {
    cells: facts === undefined ? cells : { ...cells, ...facts },
    faults,
    precisions,
    ...(daySystem && { daySystem }),
    language: "en",
    rejected: [],
    warnings: [],
    beforeReport: mapping.entriesBeforeReport,
    givenFacts: Object.keys(mapping.file.facts ?? {}),
    ...(edition && { edition }),
  };
  const isBlank = Object.values(cells).every(showsNothing) && Object.keys(faults).length === 0;
  if (isBlank) return { ...at, skipped: "the row is blank" };
  if (isHidden && mapping.file.hiddenRows === "skip") return { ...at, skipped: "the row is hidden in its sheet" };
  const skip = mapping.skip.find(({ when }) => conditionIsTrue(when, reading));
  if (isHeaderAgain(cells)) return { ...at, skipped: skip?.why ?? "the row repeats the header" };
  if (skip !== undefined && reading.rejected.length === 0)
    return {
      ...at,
      skipped: skip.why,
      ...(isOfAbove(skip.when, filled, reading) && { warnings: [skippedByFill(filled, reading)] }),
    };
  reading.language = languageOf(mapping.language, reading);
  const sourceIn =
    (from: RowReading) =>
    (columns: readonly string[]): Source => {
      const said = wordsIn(columns, from);
      const on = edition?.day;
      return { name: mapping.name, ...(file ? { file } : {}), row, ...(on && { on }), ...(said ? { said } : {}) };
    };
  const said = mapping.onto
    ? additionOf(mapping.onto, sourceIn(reading), reading)
    : importedOf(mapping, sourceIn, reading);
  reading.warnings.push(...notes);
  if (isHidden)
    reading.warnings.push({
      detail: "the row is hidden in its sheet, and is taken (file.hiddenRows: skip passes over it)",
    });
  for (const { when, warn, column } of mapping.checks) {
    const shown = column ?? when.column;
    const place = shown === undefined ? {} : { name: shown, value: cellOf(shown, reading) };
    if (conditionIsTrue(when, reading)) reading.warnings.push({ ...place, detail: warn });
  }
  if (reading.rejected.length > 0)
    return {
      ...at,
      rejected: reading.rejected.map((issue) => ({ ...at, ...issue })),
      ...("report" in said &&
        reading.reportIsRead && {
          told: { ...at, digest, language: reading.language, ...said, followUps: [], parts: [], warnings: [] },
        }),
    };
  if ("onto" in said && said.entries.length === 0 && !isDated(said.shows)) return { ...at, skipped: noEntry };
  return { ...at, digest, language: reading.language, ...said, warnings: reading.warnings };
}

/** Whether a condition holds only by the cells that a row takes from a row above. */
function isOfAbove(when: Condition, filled: readonly string[], reading: RowReading): boolean {
  if (filled.length === 0) return false;
  const own = { ...reading.cells, ...Object.fromEntries(filled.map((column) => [column, ""])) };
  return !conditionIsTrue(when, { ...reading, cells: own, rejected: [] });
}

function skippedByFill(filled: readonly string[], { cells }: RowReading): Issue {
  return {
    value: filled.map((column) => `${column}: ${cells[column]}`).join(", "),
    detail: "is skipped only by what it takes from a row above (fillDown), such as from a heading that is skipped",
  };
}

function importedOf(
  mapping: Mapping,
  sourceIn: (reading: RowReading) => SourceOf,
  reading: RowReading,
): Pick<ImportRow, "report" | "yearIsAssumed" | "recommendation" | "followUps" | "joinKey" | "parts"> {
  const { report, reports, recommendation = { said: [] } } = mapping;
  if (report === undefined) throw new DomainError("invalidMapping", "a mapping without onto needs report");
  const whole = sourceIn(reading);
  const joinKey = recommendation.joinBy && readText(recommendation.joinBy, reading);
  const rejectedBefore = reading.rejected.length;
  const given = reportOf(report, reports, reading);
  reading.reportIsRead = reading.rejected.length === rejectedBefore && given.reference !== "";
  const parts = recommendation.parts && partsOf(mapping, recommendation.parts, sourceIn, reading);
  const has = parts !== undefined && parts.length > 0;
  return {
    report: given,
    ...(report.reportingYear && isAssumed(report.reportingYear, reading) && { yearIsAssumed: true }),
    recommendation: recommendationOf(recommendation, whole, reading),
    followUps: has ? [] : followUpsOf(mapping, whole, reading),
    ...(has ? { parts } : {}),
    ...(joinKey ? { joinKey: comparedText(joinKey) } : {}),
  };
}

function partsOf(
  mapping: Mapping,
  parts: PartsMapping,
  sourceIn: (reading: RowReading) => SourceOf,
  reading: RowReading,
): NonNullable<ImportRow["parts"]> {
  const references = new Set<string>();
  return partReadings(parts, reading).map((own) => {
    const { issuingBody, themes, implementationDue } = mapping.recommendation ?? {};
    const inherited = { issuingBody, themes, implementationDue };
    const part = { ...inherited, ...parts };
    const reference = readRequired(parts.reference, own, "a part's reference");
    const key = comparedText(reference);
    if (references.has(key)) reject(parts.reference, own, reference, "is the reference of two parts of the row");
    references.add(key);
    return {
      recommendation: recommendationOf(part, sourceIn(own), own),
      followUps: followUpsOf(mapping, sourceIn(own), own),
    };
  });
}

function languageOf(value: Value, reading: RowReading): string {
  const language = comparedText(readRequired(value, reading, "the row's language")).toLowerCase();
  if (language !== "" && !Language.safeParse(language).success)
    reject(value, reading, language, "is not a language code of two letters");
  return language;
}

function recommendationOf(
  mapping: Omit<RecommendationMapping, "parts" | "joinBy">,
  sourceOf: SourceOf,
  reading: RowReading,
): ImportRow["recommendation"] {
  const reference = mapping.reference && readBounded(mapping.reference, reading, "name");
  const issuingBody = mapping.issuingBody && readBounded(mapping.issuingBody, reading, "name");
  const title = mapping.title && readLocalized(mapping.title, reading);
  const text = mapping.text && readLocalized(mapping.text, reading);
  if (mapping.text !== undefined && mapping.textAbsent === undefined && !reference && !title && !text)
    reading.warnings.push({
      detail:
        "the row has no reference, title or text, and becomes a recommendation all the same: skip passes such rows over, and recommendation.textAbsent says why there is no text",
    });
  const implementationDue = readDueValue(mapping.implementationDue, reading);
  if (mapping.implementationDue !== undefined)
    refuseBeforeReport(mapping.implementationDue, implementationDue?.on, reading, "the due date");
  return {
    ...(reference ? { reference } : {}),
    ...(issuingBody ? { issuingBody } : {}),
    ...(title ? { title } : {}),
    ...(text ? { text } : { textAbsent: mapping.textAbsent ?? "the source gives no text" }),
    themes: mapping.themes ? readTexts(mapping.themes, reading) : [],
    ...(implementationDue ? { implementationDue } : {}),
    source: sourceOf([...mapping.said, ...undatedColumns(mapping.implementationDue, reading)]),
  };
}

type MappedFollowUp = ImportRow["followUps"][number];

function followUpsOf({ addressees }: Mapping, sourceOf: SourceOf, reading: RowReading): ImportRow["followUps"] {
  const followUps = new Map<string, MappedFollowUp>();
  const ofNobody: { names: ListValue; entry: MappedEntry }[] = [];
  for (const { names, role: roleValue, said, entries } of addressees) {
    const given = readTexts(names, reading);
    if (given.length === 0) {
      // What is not taken does not reject the row.
      const apart = { ...reading, rejected: [], warnings: [] };
      for (const entry of entriesOf(entries, sourceOf, apart)) ofNobody.push({ names, entry });
      continue;
    }
    const role = readChoice(roleValue, Role.options, reading) ?? "lead";
    const made = entriesOf(entries, sourceOf, reading);
    warnOfTwoFindings(made, reading);
    const shows = shownTypesOf(entries, reading);
    for (const addressee of given) {
      const key = nameKey(addressee);
      const known = followUps.get(key);
      const followUp = { addressee, role, source: sourceOf(said), entries: made, shows };
      const whole = known === undefined ? followUp : together(known, followUp, reading);
      followUps.set(key, whole);
      if (known !== undefined)
        reading.warnings.push({
          name: columnsOf(names).join(", "),
          value: addressee,
          detail: `names an addressee twice; it is one follow-up${known.role === role ? "" : ` with the role ${whole.role}, not ${whole.role === role ? known.role : role}`}`,
        });
    }
  }
  warnOfUntaken(
    ofNobody,
    [...followUps.values()].flatMap(({ entries }) => entries),
    reading,
  );
  return [...followUps.values()];
}

function entriesOf(mappings: readonly EntryMapping[], sourceOf: SourceOf, reading: RowReading): MappedEntry[] {
  return mappings.flatMap((each) => mapEntry(each, sourceOf(saidWith(each, reading)), reading) ?? []);
}

/** What two parts of a mapping say of one addressee: the role that owes more, and the entries of both. */
function together(first: MappedFollowUp, second: MappedFollowUp, reading: RowReading): MappedFollowUp {
  const known = new Set(first.entries.map(contentOf));
  const others = second.entries.filter((entry) => !known.has(contentOf(entry)));
  const entries = [...first.entries, ...others];
  if (others.length > 0) warnOfTwoFindings(entries, reading);
  const said = { ...second.source?.said, ...first.source?.said };
  return {
    ...first,
    role: owingMost(first.role, second.role),
    ...(first.source && { source: { ...first.source, ...(Object.keys(said).length > 0 && { said }) } }),
    entries,
    shows: earliestShown(first.shows, second.shows),
  };
}

function contentOf({ source: _, ...content }: MappedEntry): string {
  return JSON.stringify(content);
}

/** What a row says of an addressee that it does not name, unless it says the same of one that it names. */
function warnOfUntaken(
  ofNobody: readonly { names: ListValue; entry: MappedEntry }[],
  taken: readonly MappedEntry[],
  reading: RowReading,
): void {
  const known = new Set(taken.map(contentOf));
  for (const { names, entry } of ofNobody)
    if (!known.has(contentOf(entry)))
      reading.warnings.push(
        issueOf(names, `${entry.type}: ${wordOf(entry)}`, "is not taken, because the row names no addressee of it"),
      );
}

/** The word that tells an entry of a row from others. */
function wordOf(entry: MappedEntry): string {
  switch (entry.type) {
    case "response":
      return entry.position;
    case "commitment":
      return entry.description ?? "";
    case "closure":
      return entry.closureReason;
    case "progressUpdate":
      return entry.level ?? entry.narrative ?? "";
    case "assessment":
      return entry.level;
    default:
      return "";
  }
}

/** Nobody can tell which of two findings of one row is true: both are kept, and the import warns of it. */
function warnOfTwoFindings(entries: readonly MappedEntry[], reading: RowReading): void {
  const levels = new Map<string, string>();
  for (const entry of entries) {
    if (entry.type !== "assessment") continue;
    const known = levels.get(entry.asOf);
    levels.set(entry.asOf, entry.level);
    if (known !== undefined && known !== entry.level)
      reading.warnings.push({
        value: `${known} and ${entry.level}`,
        detail:
          "two findings about one situation, which differ; where they are of parts, recommendation.parts makes those",
      });
  }
}

function wordsIn(columns: readonly string[], reading: RowReading): Record<string, string> | undefined {
  const said = columns
    .map((column) => [column, cellOf(column, reading)] as const)
    .filter(([column, cell]) => cell !== "" && !isTooLong(cell, { parts: [{ column }] }, reading, "text"));
  return said.length > 0 ? Object.fromEntries(said) : undefined;
}

/** As on a new page of what was printed. */
function isHeaderAgain(cells: FileRow["cells"]): boolean {
  const named = Object.entries(cells);
  return named.length > 1 && named.every(([name, text]) => columnName(text) === name);
}
