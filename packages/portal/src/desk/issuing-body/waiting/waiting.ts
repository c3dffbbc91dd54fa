import type { LocalizedText } from "@heed/core";
import type { FollowUpItem } from "@heed/core/read-models/follow-up-item";
import type { OrganizationRef } from "@heed/core/read-models/organization-ref";
import { titleOrBeginning } from "@heed/core/recommendation/beginning";
import type { Query } from "../../../address/query.ts";
import type { DeskAsked } from "../../desk-asked.ts";
import type { OwnBodies } from "../../own-bodies.ts";

/** One thing that waits at the desk of an issuing body. */
export type WaitingRow = {
  /** Where something can be done about it, without the language. */
  address: string;
  query?: Query;
  /** What tells it from another row about the same. */
  key?: string;
  reference?: string;
  title?: LocalizedText | undefined;
  authentic?: readonly string[] | undefined;
  who?: OrganizationRef;
  /** What of it waits, and since when. */
  about: string;
  /** By how many days it is overdue. */
  daysOverdue?: number;
};

/** How many things wait, and the first rows of them. */
export type Waiting = { total: number; rows: readonly WaitingRow[] };

export type ReadWaiting = (asked: DeskAsked, own: OwnBodies, limit: number) => Promise<Waiting>;

/** What a row says of the follow-up that it is about. */
export function rowOf(
  { recommendation, report }: Pick<FollowUpItem, "recommendation" | "report">,
  who: OrganizationRef,
): Pick<WaitingRow, "reference" | "title" | "authentic" | "who"> {
  const { reference } = recommendation;
  return { reference, title: titleOrBeginning(recommendation), authentic: report.authenticLanguages, who };
}
