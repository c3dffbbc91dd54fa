import type { Id } from "@heed/core";
import { addresseeKinds } from "@heed/core/follow-up/levels";
import type { ObligationAnswer } from "@heed/core/read-models/obligation-answer";
import type { ObligationFilter } from "@heed/core/read-models/obligation-filter";
import type { Paging } from "@heed/core/read-models/paging";
import type { DeskAsked } from "./desk-asked.ts";

/** For whom a respondent answers today, and what these owe. */
export type OwnDuties = {
  organizations: readonly Id[];
  duties: (filter: Omit<ObligationFilter, "asOf" | "responsible">, paging: Paging) => Promise<ObligationAnswer>;
};

/** The organizations of a respondent with those that they coordinate, and what all of them owe, by date. */
export async function readOwn({
  reads,
  reader,
  today,
  visitor,
}: Pick<DeskAsked, "reads" | "reader" | "today" | "visitor">): Promise<OwnDuties> {
  const held = visitor.person.rights.flatMap(({ role, organizations }) => (role === "respondent" ? organizations : []));
  const organizations = await reads.answeredFor([...new Set(held)], today);
  return {
    organizations,
    duties: (filter, paging) =>
      reads.obligations(
        reader,
        { kind: addresseeKinds, ...filter, asOf: today, responsible: organizations },
        { ...paging, withTotal: true },
      ),
  };
}
