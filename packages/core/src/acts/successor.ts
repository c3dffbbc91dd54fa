import { DomainError } from "../domain-error.ts";
import type { SuccessorDecisionEntry } from "../follow-up/entries/successor-decision.ts";
import { openDecision } from "../follow-up/replay/responsibility.ts";
import type { SuccessorQuestion } from "../organization/succession.ts";
import type { Id } from "../source.ts";
import type { Day } from "../time/day.ts";
import type { ActContext } from "./act.ts";

/** What may be decided after a change (R14). Errors: invalidInput, invalidStateTransition, unknownOrganization. */
export function requireDecidable(
  context: ActContext,
  { change, of, successor, from }: Pick<SuccessorDecisionEntry, "change" | "of" | "successor" | "from">,
): void {
  if (!context.case.changes.some(({ id }) => id === change))
    throw new DomainError("invalidInput", "that change does not touch this follow-up", [
      { name: "change", value: change, detail: "no change of its addressee or issuing body has this id" },
    ]);
  const open = openDecision(context.case, of, change, context.settings);
  if (open === undefined)
    throw new DomainError("invalidStateTransition", "that change leaves nothing to decide here (R14)", [
      { name: "change", value: change, detail: "it has no day yet, or decides by itself who is responsible" },
    ]);
  requireSuccessor(context, open, successor, from);
}

/**
 * The successor must be one of the candidates; when a dissolved organization left none, any organization that exists,
 * from a day that the editor gives.
 */
function requireSuccessor(
  { organizations }: ActContext,
  { candidates, from: first }: SuccessorQuestion,
  successor: Id,
  from: Day | undefined,
): void {
  const refuse = (name: string, value: string | undefined, detail: string): never => {
    throw new DomainError("invalidInput", "that cannot be decided of this change", [
      { name, ...(value && { value }), detail },
    ]);
  };
  if (from !== undefined && from < first) refuse("from", from, `it counts from ${first} at the earliest`);
  if (candidates !== "anyone") {
    if (!candidates.includes(successor))
      refuse("successor", successor, `it is not one of the candidates: ${candidates.join(", ")}`);
    return;
  }
  if (from === undefined) {
    refuse(
      "from",
      undefined,
      `nobody succeeded it: give the day, ${first} or later, from which the successor is responsible`,
    );
    return;
  }
  const named = organizations?.get(successor);
  if (named === undefined)
    throw new DomainError("unknownOrganization", "there is no such organization", [
      { name: "successor", value: successor, detail: "no organization has this id" },
    ]);
  const { foundingDate, dissolutionDate } = named;
  if (foundingDate !== undefined && foundingDate > from)
    refuse("successor", successor, `it was founded on ${foundingDate}`);
  if (dissolutionDate !== undefined && dissolutionDate <= from)
    refuse("successor", successor, `it was dissolved on ${dissolutionDate}`);
}
