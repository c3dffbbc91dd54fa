import type { Standing } from "../follow-up/standing/four-answers.ts";
import { holderOf, isAnsweredBy } from "../organization/holder.ts";
import type { Id } from "../source.ts";
import type { Reader } from "./reader.ts";
import { isOfTheKeepers, type Right } from "./right.ts";

/** The follow-up that evidence belongs to: its printed addressee, who is responsible for it, and who verifies it. */
type Answered = {
  addressee: Id;
  standing: (Pick<Standing, "responsible"> & Partial<Pick<Standing, "issuingBody">>) | undefined;
  coordinators: readonly Id[];
};

/**
 * Whether a reader may see the confidential evidence of a follow-up: editors and assessors of the issuing body may, an
 * admin may, and so may respondents of the organization that answers or of its coordinator (R40).
 */
export function maySeeConfidential(
  { rights }: Reader,
  addressee: Id,
  standing: Answered["standing"],
  coordinators: readonly Id[] = [],
): boolean {
  return rights.some((right) => isForRight(right, { addressee, standing, coordinators }));
}

function isForRight(right: Right, { addressee, standing, coordinators }: Answered): boolean {
  const { role, organizations } = right;
  if (isOfTheKeepers(right)) {
    const { issuingBody } = standing ?? {};
    if (organizations.length === 0 || issuingBody === undefined) return true;
    return [issuingBody.organization, ...issuingBody.candidates].some((body) => organizations.includes(body));
  }
  const responsible = standing?.responsible ?? holderOf(addressee);
  return role === "respondent" && isAnsweredBy(responsible, coordinators, organizations);
}
