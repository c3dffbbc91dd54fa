import { DomainError, type Issue } from "../domain-error.ts";
import type { Recommendation } from "../recommendation/recommendation.ts";
import { publicationText } from "../report/publication-day.ts";
import type { Report } from "../report/report.ts";
import type { Day } from "../time/day.ts";
import { dateText } from "../time/shown-date.ts";

const transmissions = ["transmittedToGovernmentOn", "transmittedToParliamentOn", "transmittedToFieldOn"] as const;

/**
 * A report evaluates no year after its publication, and nobody gets it before the year that it evaluates: a government may have
 * it some time before the public. What stood so in a file already does not prevent correcting something else.
 */
export function requireDaysInOrder(report: Report, before?: Report): void {
  const known = before === undefined ? [] : outOfOrder(before).map(({ name, value }) => `${name} ${value}`);
  const issues = outOfOrder(report).filter(({ name, value }) => !known.includes(`${name} ${value}`));
  if (issues.length > 0) throw new DomainError("invalidInput", "the days of the report are not in their order", issues);
}

function outOfOrder(report: Report): Issue[] {
  if (report.publishedOn === undefined) return [];
  const detail = publicationText(report);
  const issues = transmissions.flatMap((name): Issue[] => {
    const value = report[name];
    if (value === undefined || Number(value.slice(0, 4)) >= report.reportingYear) return [];
    return [{ name, value, detail: `the report evaluates ${report.reportingYear}` }];
  });
  const year = String(report.reportingYear);
  if (report.reportingYear > Number(report.publishedOn.slice(0, 4)))
    issues.push({ name: "reportingYear", value: year, detail });
  return issues;
}

/** A deadline before the day of the report is refused as a mistake. */
export function requireDueAfter(
  publishedOn: Day | undefined,
  recommendations: readonly Pick<Recommendation, "reference" | "implementationDue">[],
): void {
  const issues = recommendations.flatMap(({ reference, implementationDue: due }): Issue[] =>
    publishedOn === undefined || due === undefined || due.on >= publishedOn
      ? []
      : [
          {
            name: "publishedOn",
            value: publishedOn,
            detail: `${reference} was due ${due.precision === "day" ? "on" : "in"} ${dateText(due.on, due.precision)}, before the report`,
          },
        ],
  );
  if (issues.length > 0) throw new DomainError("invalidInput", "a due date is before the report", issues);
}
