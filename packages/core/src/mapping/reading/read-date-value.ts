import { comparedText } from "../../text/compared-text.ts";
import { type Day, lastDayOfMonth } from "../../time/day.ts";
import type { DueDate, Precision } from "../../time/due-date.ts";
import { readSerial } from "../../time/excel-day.ts";
import { endOfPeriod } from "../../time/period.ts";
import { type DateValue, type DueValue, readDate } from "../date-value.ts";
import { columnsOf } from "../value.ts";
import { issueOf, type RowReading, readText, reject } from "./read-value.ts";

/**
 * A date with its precision, or the mapping's reason why there is none. When the mapping has such a reason, a text that
 * is not a date counts as no date, with a warning.
 */
export function readDateValue(
  value: DateValue,
  reading: RowReading,
): { on: Day; precision: Precision; wording?: string } | { absent: string } | undefined {
  const text = readText(value, reading);
  if (text === undefined) return value.absent === undefined ? undefined : { absent: value.absent };
  const read = readDate(text, value, reading);
  if ("on" in read) {
    tellOtherSystem(value, text, reading);
    return asShown(read, value, text, reading);
  }
  if (value.absent === undefined) {
    reject(value, reading, text, read.unreadable);
    return undefined;
  }
  reading.warnings.push(issueOf(value, text, `${read.unreadable}; kept without a date`));
  return { absent: value.absent };
}

/** A mapping that names another way to count days than the workbook itself. */
function tellOtherSystem(value: DateValue, text: string, reading: RowReading): void {
  const isOther = reading.daySystem === "1900" && value.formats.includes("excel1904");
  if (isOther && "on" in readSerial(comparedText(text), "1900"))
    reading.warnings.push(
      issueOf(
        value,
        text,
        "is read as excel1904 by the mapping, and the workbook counts its days from 1900: it decides",
      ),
    );
}

/** A cell that shows a month or a year only counts to the end of it, as the formats MM/yyyy and yyyy do. */
function asShown<Read extends { on: Day; precision: Precision }>(
  read: Read,
  value: DateValue,
  text: string,
  reading: RowReading,
): Read {
  const column = columnsOf(value).find((each) => Object.hasOwn(reading.precisions, each));
  const precision = column === undefined ? undefined : reading.precisions[column];
  if (column === undefined || precision === undefined || reading.cells[column]?.trim() !== text) return read;
  return { ...read, on: lastDayOf(read.on, precision), precision };
}

function lastDayOf(day: Day, precision: "month" | "year"): Day {
  if (precision === "year") return `${day.slice(0, 4)}-12-31`;
  return lastDayOfMonth(day);
}

/**
 * The columns of a date whose text is none, where the mapping takes that as no date: their words are kept with what the
 * source said.
 */
export function undatedColumns(value: DueValue | undefined, reading: RowReading): string[] {
  if (value === undefined || "after" in value || value.absent === undefined) return [];
  const text = readText(value, reading);
  return text === undefined || "on" in readDate(text, value, reading) ? [] : columnsOf(value);
}

export function readDayValue(value: DateValue | undefined, reading: RowReading): Day | undefined {
  const date = value && readDateValue(value, reading);
  return date && "on" in date ? date.on : undefined;
}

/** What was given or published has a day in the past: a later one is often a mistake of a digit. It is taken, and told. */
export function warnAfterImport(value: DateValue, day: Day | undefined, reading: RowReading, what: string): void {
  const today = reading.edition?.takenOn;
  if (day !== undefined && today !== undefined && day > today)
    reading.warnings.push(issueOf(value, day, `${what} on a day after the import`));
}

/** Nor did an edition show what was given later. */
export function warnAfterEdition(value: DateValue, day: Day | undefined, reading: RowReading, what: string): void {
  const { day: shownOn, takenOn } = reading.edition ?? {};
  if (day !== undefined && shownOn !== undefined && takenOn !== undefined && day > shownOn && day <= takenOn)
    reading.warnings.push(issueOf(value, day, `${what} on a day after that of its edition, ${shownOn}`));
}

export function readDueValue(value: DueValue | undefined, reading: RowReading): DueDate | undefined {
  if (value === undefined) return undefined;
  if ("after" in value) {
    const from = readDayValue(value.after, reading);
    return from === undefined
      ? undefined
      : { on: endOfPeriod(from, value.period, value.period.rules), precision: "day" };
  }
  const date = readDateValue(value, reading);
  return date && "on" in date ? date : undefined;
}

/**
 * Nothing can be given or due before the report that asks for it: the row is rejected, or only gets a warning when the
 * mapping says so.
 */
export function refuseBeforeReport(value: DueValue, day: Day | undefined, reading: RowReading, what: string): void {
  const { publishedOn } = reading;
  if (day === undefined || day === "" || publishedOn === undefined || day >= publishedOn) return;
  const place = "after" in value ? value.after : value;
  const detail = `${what} is before the report`;
  if (reading.beforeReport === "warn") reading.warnings.push(issueOf(place, day, detail));
  else reject(place, reading, day, `${detail}, which is of ${publishedOn}`);
}
