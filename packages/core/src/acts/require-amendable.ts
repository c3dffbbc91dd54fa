import { DomainError } from "../domain-error.ts";
import type { Entry } from "../follow-up/entries/entry.ts";
import { responsibilityOf } from "../follow-up/replay/responsibility.ts";
import type { Id } from "../source.ts";
import { type ActContext, type Acting, isRetracted } from "./act.ts";
import { type Amendment, amendersOf } from "./amendments.ts";

/** The entry to correct or retract. Errors: invalidInput, invalidStateTransition, missingPermission. */
export function requireAmendable(acting: Acting, by: Amendment, name: string, id: Id): Entry {
  const { entries } = acting.case;
  const entry = entries.find((each) => each.id === id);
  if (entry === undefined)
    throw new DomainError("invalidInput", "there is no such entry on this follow-up", [
      { name, value: id, detail: "no entry has this id" },
    ]);
  if (entry.type === "answerPublication")
    throw new DomainError("missingPermission", "a publication is never amended", [
      {
        name,
        value: id,
        detail: "what was public has been read: a publication is neither corrected nor retracted (R60)",
      },
    ]);
  if (!mayAmend(acting, by, entry))
    throw new DomainError("missingPermission", "only the side of its author, or an editor, can amend that entry");
  const later = entries.find(
    (each) =>
      (each.corrects === id || (each.type === "retraction" && each.retracts === id)) && !isRetracted(entries, each.id),
  );
  if (later !== undefined)
    throw new DomainError("invalidStateTransition", "that entry was corrected or retracted already", [
      { name, value: id, detail: `by the entry ${later.id}` },
    ]);
  return entry;
}

/** Checks who may amend it. An addressee inherits the entries of its predecessors and of nobody else. */
export function mayAmend(acting: ActContext & Pick<Acting, "ruleOf">, by: Amendment, entry: Entry): boolean {
  const { case: followUpCase, actor, settings, today } = acting;
  if (!amendersOf(by, entry, followUpCase.entries, acting.ruleOf).includes(actor.role)) return false;
  const organization = entry.author?.organization;
  if (actor.role !== "respondent" || organization === undefined) return true;
  const before = responsibilityOf(followUpCase, settings).addressee.filter(({ from }) => from <= today);
  return [followUpCase.followUp.addressee, ...before.map((each) => each.organization)].includes(organization);
}
