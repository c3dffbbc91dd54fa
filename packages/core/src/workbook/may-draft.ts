import type { Actor } from "../acting/actor.ts";
import type { Person } from "../acting/person.ts";
import { actorsFor } from "../acts/permit.ts";
import { DomainError, isRefusal } from "../domain-error.ts";
import type { Id } from "../source.ts";
import type { AskedColumn } from "./columns/columns.ts";

const acts: readonly AskedColumn["act"][] = ["respond", "update", "commit"];

/** The person in each role in which something that a workbook asks may ever be done. Errors: missingPermission. */
export function actorsOfWorkbook(person: Person): readonly Actor[] {
  const refusals: unknown[] = [];
  for (const act of acts)
    try {
      return actorsFor(act, person);
    } catch (error) {
      if (!isRefusal(error)) throw error;
      refusals.push(error);
    }
  throw refusals[0];
}

/** For which organizations those that are named answer today. */
export type AnsweredFor = (organizations: readonly Id[]) => Promise<Iterable<Id>>;

/**
 * Who may draft what an organization answers: the respondents of those that answer for it, and an editor, who records it. Whether a
 * follow-up is theirs is asked of each. Errors: missingPermission, with what `otherwise` says.
 */
export async function requireMayDraftFor(
  person: Person,
  organization: Id,
  { answeredFor, otherwise }: { answeredFor: AnsweredFor; otherwise: string },
): Promise<void> {
  const actors = actorsOfWorkbook(person);
  if (actors.some(({ role }) => role !== "respondent")) return;
  const answered = await answeredFor(actors.flatMap(({ organizations }) => organizations));
  if (![...answered].includes(organization)) throw new DomainError("missingPermission", otherwise);
}
