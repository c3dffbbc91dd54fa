import { canonical } from "../canonical.ts";
import { DomainError, type Issue } from "../domain-error.ts";
import type { FollowUp } from "../follow-up/follow-up.ts";
import { existsOn, notThereOn, type Organization } from "../organization/organization.ts";
import type { Recommendation } from "../recommendation/recommendation.ts";
import type { Report } from "../report/report.ts";
import type { Id } from "../source.ts";

export function requireChange(before: object, after: object): void {
  if (canonical(before) === canonical(after)) throw new DomainError("invalidInput", "nothing would change by this");
}

/** Who is asked does not verify itself, so a correction to one of the addressees is a slip of the pen. */
export function requireOtherThanAddressees(
  issuingBody: Id,
  recommendations: readonly { reference: string; followUps: readonly Pick<FollowUp, "addressee">[] }[],
): void {
  const issues = recommendations.flatMap(({ reference, followUps }) =>
    followUps.some(({ addressee }) => addressee === issuingBody)
      ? [{ name: "issuingBody", value: issuingBody, detail: `${reference} is addressed to it` }]
      : [],
  );
  if (issues.length > 0)
    throw new DomainError("invalidInput", "an addressee would have issued what it is asked", issues);
}

/**
 * What an editor should look at after the issuing body was corrected: it did not exist on the day of publication (R49), or
 * recommendations name the body of before as their own and keep it. `organizations` as they stand, by id.
 */
export function issuingBodyWarnings(
  before: Pick<Report, "issuingBody">,
  after: Pick<Report, "issuingBody" | "publishedOn">,
  recommendations: readonly Pick<Recommendation, "reference" | "issuingBody">[],
  organizations: ReadonlyMap<Id, Organization>,
): Issue[] {
  if (before.issuingBody === after.issuingBody) return [];
  const body = organizations.get(after.issuingBody);
  const { publishedOn } = after;
  const missing = body !== undefined && publishedOn !== undefined && !existsOn(body, publishedOn);
  const kept = recommendations.filter(({ issuingBody }) => issuingBody === before.issuingBody);
  return [
    ...(missing ? [{ name: "issuingBody", value: body.code, detail: notThereOn(body, publishedOn) }] : []),
    ...kept.map(({ reference, issuingBody = "" }) => ({
      name: reference,
      value: issuingBody,
      detail: "it names this body as its own, and keeps it",
    })),
  ];
}
