import { type Day, DomainError, type Id, textIn } from "@heed/core";
import type { OrganizationRef } from "@heed/core/read-models/organization-ref";
import { shortId } from "../process/short-id.ts";
import type { Tracker } from "../process/tracker.ts";
import { filterOf } from "./filter.ts";
import { theRecommendation } from "./the-recommendation.ts";
import { wholeId } from "./whole-id.ts";

/** A follow-up, and what people call it by: the reference of its recommendation, and its addressee as printed. */
export type NamedFollowUp = { id: Id; reference: string; addressee: OrganizationRef };

/** The follow-up with this id, or with this reference and addressee. Errors: notFound; ambiguousReference. */
export async function theFollowUp(
  tracker: Tracker,
  given: string,
  options: { addressee?: string[]; report?: string[]; lang?: string },
  asOf: Day,
  /** Whether the command has options for the addressee and the report. */
  hasOptions = true,
): Promise<NamedFollowUp> {
  const reference = await wholeId(tracker, "followUp", given);
  const { addressee: addressees, report: reports } = await filterOf(tracker, {
    addressee: options.addressee,
    report: options.report,
  });
  const isAsked = ({ id }: OrganizationRef) => addressees === undefined || addressees.includes(id);
  const byId = await tracker.reads.followUp(tracker.reader, reference, asOf);
  if (byId !== undefined) {
    const isOfIt =
      (isAsked(byId.addressee) || isAsked(byId.responsible)) && (reports?.includes(byId.report.id) ?? true);
    if (isOfIt) return { id: reference, reference: byId.recommendation.reference, addressee: byId.addressee };
    throw new DomainError("notFound", `the follow-up ${reference} is not of that addressee and report`);
  }
  const recommendation = await theRecommendation(tracker, reference, options.report, asOf, hasOptions);
  const all = recommendation.followUps;
  const printed = all.filter(({ addressee }) => isAsked(addressee));
  const found = printed.length > 0 ? printed : all.filter(({ responsible }) => isAsked(responsible));
  const [only] = found;
  const choices = (some: typeof all) =>
    some.map(({ id, addressee }) => ({
      name: addressee.code,
      value: shortId(id),
      detail: textIn(addressee.name, options.lang),
    }));
  if (all.length === 0)
    throw new DomainError(
      "notFound",
      `nobody owes anything for ${reference} itself; look at its parts with: heed recommendation show ${reference}`,
    );
  if (only === undefined)
    throw new DomainError(
      "notFound",
      `${reference} is not addressed to that organization, but to ${all.map(({ addressee }) => addressee.code).join(", ")}`,
      choices(all),
    );
  if (found.length > 1)
    throw new DomainError(
      "ambiguousReference",
      addressees === undefined
        ? `${reference} has several addressees; name one by ${hasOptions ? "--addressee" : "its id"}`
        : `${options.addressee?.join(" or ")} fits several follow-ups of ${reference}; name the addressee as printed, or the id`,
      choices(found),
    );
  return { id: only.id, reference: recommendation.reference, addressee: only.addressee };
}
