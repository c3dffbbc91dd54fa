import type { Standing } from "../follow-up/standing/four-answers.ts";
import { holderOf, isAnsweredBy } from "../organization/holder.ts";
import type { Id } from "../source.ts";
import type { Reader } from "./reader.ts";

/**
 * Whether a reader may see the confidential evidence of a follow-up: editors and assessors of the issuing body may, and
 * respondents of the organization that answers or of its coordinator (R40). A reader whose token names no organization
 * works for all of them.
 */
export function maySeeConfidential(
  { role, organizations }: Reader,
  addressee: Id,
  standing: (Pick<Standing, "responsible"> & Partial<Pick<Standing, "issuingBody">>) | undefined,
  coordinators: readonly Id[] = [],
): boolean {
  if (role === "editor" || role === "assessor" || role === "admin") {
    const { issuingBody } = standing ?? {};
    if (organizations.length === 0 || issuingBody === undefined) return true;
    return [issuingBody.organization, ...issuingBody.candidates].some((body) => organizations.includes(body));
  }
  const responsible = standing?.responsible ?? holderOf(addressee);
  return role === "respondent" && isAnsweredBy(responsible, coordinators, organizations);
}
