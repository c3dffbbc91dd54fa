import { type Day, daysBetween } from "../../time/day.ts";
import type { Precision } from "../../time/due-date.ts";
import { dateText, firstDayOf } from "../../time/shown-date.ts";
import { withoutAbsent } from "../../without-absent.ts";
import type { Mapping, ReportMapping } from "../mapping.ts";
import type { ImportRow } from "./import-row.ts";
import { readDateValue, readDayValue, warnAfterImport } from "./read-date-value.ts";
import {
  factHint,
  type RowReading,
  readAddress,
  readBounded,
  readLocalized,
  readRequired,
  readWhole,
  reject,
} from "./read-value.ts";

/** The report that a row belongs to. */
export function reportOf(
  mapping: ReportMapping,
  reports: Mapping["reports"],
  reading: RowReading,
): ImportRow["report"] {
  const rejectedAtFirst = reading.rejected.length;
  const reference = mapping.reference && readBounded(mapping.reference, reading, "name");
  const isRejected = reading.rejected.length > rejectedAtFirst;
  if (reference === undefined && !isRejected && mapping.reference !== undefined && reports === "byReference")
    reject(mapping.reference, reading, undefined, "is blank: the row does not tell its report's reference");
  const title = mapping.title && readLocalized(mapping.title, reading);
  const rejectedBefore = reading.rejected.length;
  const published = mapping.publishedOn && readDateValue(mapping.publishedOn, reading);
  // When the day cannot be read, its consequences are not reported as well.
  const isUnreadable = reading.rejected.length > rejectedBefore;
  const publishedOn = published && "on" in published ? published.on : undefined;
  const precision = published && "on" in published ? published.precision : "day";
  const transmitted = {
    transmittedToGovernmentOn: readDayValue(mapping.transmittedToGovernmentOn, reading),
    transmittedToParliamentOn: readDayValue(mapping.transmittedToParliamentOn, reading),
    transmittedToFieldOn: readDayValue(mapping.transmittedToFieldOn, reading),
  };
  warnAfterImport(
    mapping.publishedOn ?? { parts: [], formats: [], vague: false },
    publishedOn && published && "precision" in published ? firstDayOf(publishedOn, published.precision) : undefined,
    reading,
    "the report is published",
  );
  if (published && "on" in published && published.precision === "day") reading.publishedOn = published.on;
  const responsePeriod = isUnreadable ? undefined : responsePeriodOf(mapping, publishedOn, precision, reading);
  return {
    reference: reference ?? "",
    issuingBody: readRequired(mapping.issuingBody, reading, "the report's issuing body"),
    reportingYear: reportingYearOf(mapping, publishedOn, reading, isUnreadable),
    ...(title ? { title } : {}),
    ...(published && "on" in published
      ? { publishedOn: published.on, publishedOnPrecision: published.precision }
      : { publishedOnAbsent: published?.absent ?? "the source gives no date" }),
    ...withoutAbsent(transmitted),
    ...(responsePeriod ? { responsePeriod } : {}),
    ...(mapping.verificationPeriod && { verificationPeriod: mapping.verificationPeriod }),
    authenticLanguages: mapping.authenticLanguages,
    documents: mapping.documents.flatMap(({ language, url }) => {
      const address = readAddress(url, reading);
      return address === undefined ? [] : [{ language, url: address }];
    }),
  };
}

function reportingYearOf(
  mapping: ReportMapping,
  publishedOn: Day | undefined,
  reading: RowReading,
  isUnreadable: boolean,
): number {
  const value = mapping.reportingYear;
  const rejectedBefore = reading.rejected.length;
  const given = value && readWhole(value, reading);
  const year = given ?? (publishedOn && Number(publishedOn.slice(0, 4)));
  if (typeof year === "number" && year >= 1000 && year <= 9999) return year;
  const isBlank = year === undefined && !isUnreadable && reading.rejected.length === rejectedBefore;
  if (isBlank && factHint(value, reading) === "") return yearNotTold;
  if (reading.rejected.length === rejectedBefore && !(isUnreadable && given === undefined))
    reject(value ?? mapping.publishedOn ?? { parts: [] }, reading, year?.toString(), noYear + factHint(value, reading));
  return yearNotTold;
}

/** Where a row tells neither the year nor a publication: another row, or the record, may. */
export const yearNotTold = 0;

/** Why a report without a year is refused. */
export const noYear = "gives no reporting year of four digits";

/** Why the last day for an answer is refused. */
export function notAfterPublication(until: Day, publishedOn: Day | undefined, precision: Precision = "day"): string {
  if (publishedOn === undefined) return "is not after the report's publication, which is not known";
  const published = dateText(publishedOn, precision);
  if (precision === "day") return `is not after the report's publication on ${published}`;
  if (until <= firstDayOf(publishedOn, precision)) return `is not after the report's publication in ${published}`;
  return `lies in ${published}, as the report's publication does, of which no day is known: nobody can tell which comes first`;
}

function responsePeriodOf(
  { responsePeriod: mapping }: ReportMapping,
  publishedOn: Day | undefined,
  precision: Precision,
  reading: RowReading,
): ImportRow["report"]["responsePeriod"] {
  if (mapping === undefined || mapping === "none") return mapping;
  const { amount, unit, until, ...rest } = mapping;
  if (amount !== undefined && unit !== undefined) return { amount, unit, ...rest };
  const due = readDayValue(until, reading);
  // A source without a due date says that nothing is due; any period would be invented.
  if (due === undefined || until === undefined) return "none";
  // Another row, or the record, may tell the publication.
  if (publishedOn === undefined) return { until: due };
  if (due <= publishedOn) {
    reject(until, reading, due, notAfterPublication(due, publishedOn, precision));
    return "none";
  }
  return { amount: daysBetween(publishedOn, due), unit: "days", rules: "calendar", from: "publication" };
}
