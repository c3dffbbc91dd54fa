import type { Issue } from "../domain-error.ts";
import type { FollowUp } from "../follow-up/follow-up.ts";
import { absence, type Organization } from "../organization/organization.ts";
import type { Id } from "../source.ts";
import type { Day } from "../time/day.ts";
import type { Precision } from "../time/due-date.ts";

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
