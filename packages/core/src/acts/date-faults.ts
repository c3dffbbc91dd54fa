import type { Assessment } from "../follow-up/entries/assessment.ts";
import type { ProgressUpdate } from "../follow-up/entries/progress-update.ts";
import { publicationText, publishedFrom } from "../report/publication-day.ts";
import type { Day } from "../time/day.ts";
import type { ActContext } from "./act.ts";
import { type Fault, inputFault } from "./fault.ts";

/** Which situation it is about, as far as that is told. */
type Situation = { [Name in "asOf" | "reportingYear" | "givenOn"]?: (ProgressUpdate | Assessment)[Name] | undefined };

/** Nobody can describe a situation, or report about a year, in the future. */
export function situationFaults(context: ActContext, { asOf, reportingYear, givenOn }: Situation): Fault[] {
  const thisYear = givenOn?.slice(0, 4);
  return [
    ...notAfter("asOf", asOf, givenOn),
    ...notBeforeReport(context, asOf),
    ...(reportingYear === undefined ||
    (reportingYear >= 1000 && (thisYear === undefined || reportingYear <= Number(thisYear)))
      ? []
      : [inputFault("reportingYear", "the reporting year is in the future, or is not a year", String(reportingYear))]),
  ];
}

export function notAfter(name: string, day: Day | undefined, givenOn: Day | undefined): Fault[] {
  return day === undefined || givenOn === undefined || day <= givenOn
    ? []
    : [inputFault(name, `${name} is after the day on which it is given`, day)];
}

/** Nobody follows a recommendation that is not made yet. */
export function notBeforeReport({ case: { report } }: ActContext, asOf: Day | undefined): Fault[] {
  return asOf === undefined || asOf >= (publishedFrom(report) ?? asOf)
    ? []
    : [inputFault("asOf", "the situation is one of before the report", asOf, publicationText(report))];
}

/** A due date before the report, or before the day on which it is set, is refused as a mistake. */
export function dueFaults({ case: { report } }: ActContext, name: string, on: Day | undefined, setOn?: Day): Fault[] {
  if (on === undefined) return [];
  if (on < (publishedFrom(report) ?? on))
    return [inputFault(name, "the date is before the report", on, publicationText(report))];
  return setOn !== undefined && on < setOn
    ? [inputFault(name, "the date had passed when it was set", on, `the entry is given on ${setOn}`)]
    : [];
}
