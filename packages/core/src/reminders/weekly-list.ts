import type { ObligationItem } from "../read-models/obligation-item.ts";
import type { OwingOrganization } from "../read-models/owing-organization.ts";
import type { Page } from "../read-models/paging.ts";

/** Who owes something overdue, and whether somebody there can be reminded by mail. */
export type ReachedOrganization = OwingOrganization & { isReached: boolean };

/** What waits for an issuing body on a day. */
export type WeeklyList = {
  /** Its own verifications that are overdue: the first of them, with the total. */
  verifications: Page<ObligationItem>;
  /** Who owes most that is overdue. */
  owing: readonly ReachedOrganization[];
  /** The letters to parliament that wait for a person. */
  letters: number;
};

/** Whether nothing waits. */
export function isEmptyList({ verifications, owing, letters }: WeeklyList): boolean {
  return verifications.items.length === 0 && owing.length === 0 && letters === 0;
}
