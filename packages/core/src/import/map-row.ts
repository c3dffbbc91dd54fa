import { Role } from "../follow-up/follow-up.ts";
import { Language } from "../localized-text.ts";
import { nameKey } from "../organization/organization.ts";
import type { Source } from "../source.ts";
import { type Day, daysBetween } from "../time/day.ts";
import type { ImportRow, MappedRow, NewEntry } from "./import-row.ts";
import { mapEntry } from "./map-entry.ts";
import type { Mapping } from "./mapping.ts";
import {
  cellOf,
  holds,
  type RowReading,
  readChoice,
  readDateValue,
  readDay,
  readDue,
  readLocalized,
  readText,
  readTexts,
  readWhole,
  reject,
} from "./read-value.ts";
import { columnsOf, type Value } from "./value.ts";

/** One record of a file, as it was read: the line on which it starts, the hash of its cells, and the cells by column. */
export type FileRow = { row: number; digest: string; cells: Readonly<Record<string, string>>; file?: string };

/** What one row says in the domain's words, or why it is passed over or cannot be read. Pure: the same row gives the same answer. */
export function mapRow(mapping: Mapping, { row, digest, cells, file }: FileRow): MappedRow {
  const reading: RowReading = { cells, language: "en", rejected: [], warnings: [] };
  if (Object.values(cells).every((cell) => cell.trim() === "")) return { row, skipped: "the row is blank" };
  const skip = mapping.skip.find(({ when }) => holds(when, reading));
  if (skip !== undefined && reading.rejected.length === 0) return { row, skipped: skip.why };
  reading.language = languageOf(mapping.language, reading);
  const sourceOf = (columns: readonly string[]): Source => {
    const said = saidBy(columns, reading);
    return { name: mapping.name, ...(file ? { file } : {}), row, ...(said ? { said } : {}) };
  };
  const mapped: ImportRow = {
    row,
    digest,
    report: reportOf(mapping, reading),
    recommendation: recommendationOf(mapping.recommendation, sourceOf, reading),
    followUps: followUpsOf(mapping, sourceOf, reading),
    warnings: reading.warnings,
  };
  for (const { when, warn, column } of mapping.checks) {
    const shown = column ?? when.column;
    const place = shown === undefined ? {} : { name: shown, value: cellOf(shown, reading) };
    if (holds(when, reading)) reading.warnings.push({ ...place, detail: warn });
  }
  return reading.rejected.length > 0 ? { row, rejected: reading.rejected.map((issue) => ({ row, ...issue })) } : mapped;
}

function languageOf(value: Value, reading: RowReading): string {
  const language = needed(value, reading, "the row's language").toLowerCase();
  if (language !== "" && !Language.safeParse(language).success)
    reject(value, reading, language, "is no language's code of two letters");
  return language;
}

function reportOf({ report: mapping, reports }: Mapping, reading: RowReading): ImportRow["report"] {
  const reference = mapping.reference && readText(mapping.reference, reading);
  if (reference === undefined && mapping.reference !== undefined && reports === "byReference")
    reject(mapping.reference, reading, undefined, "is blank: the row does not tell its report's reference");
  const title = mapping.title && readLocalized(mapping.title, reading);
  const published = mapping.publishedOn && readDateValue(mapping.publishedOn, reading);
  const publishedOn = published && "on" in published ? published.on : undefined;
  const transmitted = {
    transmittedToGovernmentOn: readDay(mapping.transmittedToGovernmentOn, reading),
    transmittedToParliamentOn: readDay(mapping.transmittedToParliamentOn, reading),
    transmittedToFieldOn: readDay(mapping.transmittedToFieldOn, reading),
  };
  const responsePeriod = responsePeriodOf(mapping, publishedOn, reading);
  return {
    reference: reference ?? "",
    issuingBody: needed(mapping.issuingBody, reading, "the report's issuing body"),
    reportingYear: reportingYearOf(mapping, publishedOn, reading),
    ...(title ? { title } : {}),
    ...(published && "on" in published
      ? { publishedOn: published.on, publishedOnPrecision: published.precision }
      : { publishedOnAbsent: published?.absent ?? "the source gives no date" }),
    ...Object.fromEntries(Object.entries(transmitted).filter(([, day]) => day !== undefined)),
    ...(responsePeriod ? { responsePeriod } : {}),
    authenticLanguages: mapping.authenticLanguages,
    documents: mapping.documents.flatMap(({ language, url }) => {
      const address = readText(url, reading);
      return address === undefined ? [] : [{ language, url: address }];
    }),
  };
}

function reportingYearOf(mapping: Mapping["report"], publishedOn: Day | undefined, reading: RowReading): number {
  const value = mapping.reportingYear;
  const rejectedBefore = reading.rejected.length;
  const year = value === undefined ? publishedOn && Number(publishedOn.slice(0, 4)) : readWhole(value, reading);
  if (typeof year === "number" && year >= 1000 && year <= 9999) return year;
  if (reading.rejected.length === rejectedBefore)
    reject(
      value ?? mapping.publishedOn ?? { parts: [] },
      reading,
      year?.toString(),
      "gives no reporting year of four digits",
    );
  return 0;
}

function responsePeriodOf(
  { responsePeriod: mapping }: Mapping["report"],
  publishedOn: Day | undefined,
  reading: RowReading,
): ImportRow["report"]["responsePeriod"] {
  if (mapping === undefined || mapping === "none") return mapping;
  const { amount, unit, until, ...rest } = mapping;
  if (amount !== undefined && unit !== undefined) return { amount, unit, ...rest };
  const due = readDay(until, reading);
  // Without a day the source says that none is due; a period would be our invention.
  if (due === undefined || until === undefined) return "none";
  if (publishedOn === undefined || due <= publishedOn) {
    reject(
      until,
      reading,
      due,
      `is not after the report's publication${publishedOn ? ` on ${publishedOn}` : ", which is not known"}`,
    );
    return "none";
  }
  return { amount: daysBetween(publishedOn, due), unit: "days", rules: "calendar", from: "publication" };
}

type SourceOf = (columns: readonly string[]) => Source;

function recommendationOf(
  mapping: Mapping["recommendation"],
  sourceOf: SourceOf,
  reading: RowReading,
): ImportRow["recommendation"] {
  const reference = mapping.reference && readText(mapping.reference, reading);
  const issuingBody = mapping.issuingBody && readText(mapping.issuingBody, reading);
  const title = mapping.title && readLocalized(mapping.title, reading);
  const text = mapping.text && readLocalized(mapping.text, reading);
  const implementationDue = readDue(mapping.implementationDue, reading);
  return {
    ...(reference ? { reference } : {}),
    ...(issuingBody ? { issuingBody } : {}),
    ...(title ? { title } : {}),
    ...(text ? { text } : { textAbsent: mapping.textAbsent ?? "the source gives no text" }),
    themes: mapping.themes ? readTexts(mapping.themes, reading) : [],
    ...(implementationDue ? { implementationDue } : {}),
    source: sourceOf(mapping.said),
  };
}

function followUpsOf({ addressees }: Mapping, sourceOf: SourceOf, reading: RowReading): ImportRow["followUps"] {
  const followUps = new Map<string, ImportRow["followUps"][number]>();
  for (const { names, role: roleValue, said, entries } of addressees) {
    const given = readTexts(names, reading);
    if (given.length === 0) continue;
    const role = readChoice(roleValue, Role.options, reading) ?? "lead";
    const made = entries
      .map((each) => mapEntry(each, sourceOf(each.said), reading))
      .filter((entry): entry is NewEntry => entry !== undefined);
    for (const addressee of given) {
      const key = nameKey(addressee);
      if (!followUps.has(key)) followUps.set(key, { addressee, role, source: sourceOf(said), entries: made });
      else
        reading.warnings.push({
          name: columnsOf(names).join(", "),
          value: addressee,
          detail: "names an addressee twice; it is one follow-up",
        });
    }
  }
  return [...followUps.values()];
}

function saidBy(columns: readonly string[], reading: RowReading): Record<string, string> | undefined {
  const said = columns.map((column) => [column, cellOf(column, reading)] as const).filter(([, cell]) => cell !== "");
  return said.length > 0 ? Object.fromEntries(said) : undefined;
}

function needed(value: Value, reading: RowReading, what: string): string {
  const rejectedBefore = reading.rejected.length;
  const text = readText(value, reading);
  if (text === undefined && reading.rejected.length === rejectedBefore)
    reject(value, reading, undefined, `is blank: it gives ${what}`);
  return text ?? "";
}
