import { z } from "zod";
import { parseInput } from "../acting/parse-input.ts";
import { requireInState } from "../acting/require-in-state.ts";
import { DomainError, type Issue } from "../domain-error.ts";
import type { FollowUp } from "../follow-up/follow-up.ts";
import { absence, type Organization } from "../organization/organization.ts";
import type { Recommendation } from "../recommendation/recommendation.ts";
import { publicationText } from "../report/publication-day.ts";
import type { Report } from "../report/report.ts";
import type { Id } from "../source.ts";
import { Day } from "../time/day.ts";
import type { Precision } from "../time/due-date.ts";
import { dateText } from "../time/shown-date.ts";
import type { Draft } from "./draft.ts";
import { type RegisterContext, reportActions, requireNotInFuture } from "./register-act.ts";

export const NewPublication = z
  .strictObject({
    publishedOn: Day.optional().describe("Today when absent."),
    transmittedToGovernmentOn: Day.optional(),
    transmittedToParliamentOn: Day.optional(),
    transmittedToFieldOn: Day.optional(),
  })
  .meta({ id: "NewPublication", description: "When the report was published, and transmitted to whom." });

/** Publishes a draft: its follow-ups are open (table of actions). */
export function publish(context: RegisterContext, { report, recommendations }: Draft, input: unknown): Report {
  const { publishedOn = context.today, ...transmitted } = parseInput(NewPublication, input);
  requireInState("publish", reportActions.publish, report.status === "draft" ? "draft" : "open", context.actor.role);
  requireNotInFuture(context.today, { publishedOn, ...transmitted });
  if (recommendations.length === 0)
    throw new DomainError("invalidStateTransition", "a report is published with its recommendations, and it has none");
  requireDueAfter(publishedOn, recommendations);
  const published: Report = { ...report, status: "published", publishedOn, ...withoutAbsent(transmitted) };
  requireDaysInOrder(published);
  return published;
}

const transmissions = ["transmittedToGovernmentOn", "transmittedToParliamentOn", "transmittedToFieldOn"] as const;

/**
 * A report evaluates no year after its publication, and nobody gets it before the year that it evaluates: a government may have
 * it some time before the public. What stood so in a file already does not prevent correcting something else.
 */
export function requireDaysInOrder(report: Report, before?: Report): void {
  const known = before === undefined ? [] : outOfOrder(before).map(({ name, value }) => `${name} ${value}`);
  const issues = outOfOrder(report).filter(({ name, value }) => !known.includes(`${name} ${value}`));
  if (issues.length > 0) throw new DomainError("invalidInput", "the days of a report are in their order", issues);
}

function outOfOrder(report: Report): Issue[] {
  if (report.publishedOn === undefined) return [];
  const detail = publicationText(report);
  const issues = transmissions.flatMap((name): Issue[] => {
    const value = report[name];
    if (value === undefined || Number(value.slice(0, 4)) >= report.reportingYear) return [];
    return [{ name, value, detail: `it evaluates ${report.reportingYear}` }];
  });
  const year = String(report.reportingYear);
  if (report.reportingYear > Number(report.publishedOn.slice(0, 4)))
    issues.push({ name: "reportingYear", value: year, detail });
  return issues;
}

/** Discards a draft. It was never public; the register keeps what it was, who discarded it and when. */
export function discard(context: RegisterContext, { report }: Draft): void {
  requireInState("discard", reportActions.discard, report.status === "draft" ? "draft" : "open", context.actor.role);
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

/**
 * R49: a printed addressee that did not exist on the day gives a warning for the editor, not an error. `organizations`
 * as they stand, by id.
 */
export function addresseeWarnings(
  on: Day,
  recommendations: readonly { reference: string; followUps: readonly Pick<FollowUp, "addressee">[] }[],
  organizations: ReadonlyMap<Id, Organization>,
  precision?: Precision,
): Issue[] {
  return recommendations.flatMap(({ reference, followUps }) =>
    followUps.flatMap(({ addressee }): Issue[] => {
      const organization = organizations.get(addressee);
      const detail = organization && absence(organization, on, precision);
      return organization === undefined || detail === undefined
        ? []
        : [{ name: reference, value: organization.code, detail }];
    }),
  );
}

function withoutAbsent<Value extends object>(value: Value): { [Key in keyof Value]: NonNullable<Value[Key]> } {
  return Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as never;
}
