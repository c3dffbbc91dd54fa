import type { Day } from "../time/day.ts";
import type { DueDate, Precision } from "../time/due-date.ts";
import { endOfPeriod } from "../time/period.ts";
import { type DateValue, type DueValue, readDate } from "./date-value.ts";
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
  const read = readDate(text, value, reading.language);
  if ("on" in read) return read;
  if (value.absent === undefined) {
    reject(value, reading, text, read.unreadable);
    return undefined;
  }
  reading.warnings.push(issueOf(value, text, `${read.unreadable}; kept without a date`));
  return { absent: value.absent };
}

export function readDay(value: DateValue | undefined, reading: RowReading): Day | undefined {
  const date = value && readDateValue(value, reading);
  return date && "on" in date ? date.on : undefined;
}

export function readDue(value: DueValue | undefined, reading: RowReading): DueDate | undefined {
  if (value === undefined) return undefined;
  if ("after" in value) {
    const from = readDay(value.after, reading);
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
