import type { Actor } from "../acting/actor.ts";
import { parseInput } from "../acting/parse-input.ts";
import { type ActContext, responsibleNow } from "../acts/act.ts";
import { DomainError } from "../domain-error.ts";
import { mergePatch } from "../merge-patch.ts";
import type { Id, Instant } from "../source.ts";
import { withoutAbsent } from "../without-absent.ts";
import { type ActDraft, type DraftPerson, takesSecondReader } from "./act-draft.ts";
import { DraftChanges, HandOver, NewDraft, Returned, SecondReadingRequest } from "./draft-inputs.ts";
import { requireKnownNames } from "./require-known-names.ts";

/** Who changes a draft and when, and the colleague who is named, where somebody of the same desk has that name. */
export type DraftContext = { actor: Actor; at: Instant; colleague?: DraftPerson };

/** A new draft, by who may do the act on this follow-up. Errors: invalidInput, unknownInput; invalidStateTransition. */
export function makeDraft(context: ActContext, given: unknown): ActDraft {
  const { act, input } = parseInput(NewDraft, given);
  requireKnownNames(act, input);
  const { actor, at, newId, case: followUpCase } = context;
  if (followUpCase.report.status !== "published")
    throw new DomainError("invalidStateTransition", "the report is a draft itself: nothing is done on it yet");
  const person = { id: actor.id, name: actor.name };
  return {
    id: newId(),
    followUp: followUpCase.followUp.id,
    act,
    // As a merge patch would have it: null is nothing.
    input: mergePatch({}, input) as ActDraft["input"],
    side: deskOf(actor).side,
    organization: ownOrganization(context),
    state: "draft",
    madeBy: person,
    holder: person,
    version: 1,
    createdAt: at,
    changedAt: at,
  };
}

/** Whose drafts an actor sees: those of its side, of some organizations; of every issuing body where it names none. */
export function deskOf({ role, organizations }: Actor): { side: ActDraft["side"]; organizations: readonly Id[] } {
  return { side: role === "respondent" ? "addressee" : "issuingBody", organizations };
}

/** The organization for which the actor acts on this follow-up. */
function ownOrganization(context: ActContext): Id {
  const { actor, coordinators = [] } = context;
  const { organization, candidates } = responsibleNow(context)[deskOf(actor).side];
  const own = [organization, ...candidates, ...(actor.role === "respondent" ? coordinators : [])];
  return own.find((each) => actor.organizations.includes(each)) ?? organization;
}

/** Errors: invalidInput, unknownInput. */
export function changeDraft(draft: ActDraft, context: DraftContext, given: unknown): ActDraft {
  const { input } = parseInput(DraftChanges, given);
  requireKnownNames(draft.act, input);
  return next(draft, context, { input: mergePatch(draft.input, input) as ActDraft["input"] });
}

/** Errors: invalidInput, also for a name that nobody of the desk has; unknownInput. */
export function handOverDraft(draft: ActDraft, context: DraftContext, given: unknown): ActDraft {
  const { to, note } = parseInput(HandOver, given);
  return next(draft, context, { holder: colleagueIn(context, "to", to), handedBy: handedBy(context), note });
}

/** It goes to who handed it over last. Errors: invalidInput, unknownInput; invalidStateTransition. */
export function sendBackDraft(draft: ActDraft, context: DraftContext, given: unknown): ActDraft {
  const { note } = parseInput(Returned, given);
  if (draft.handedBy === undefined)
    throw new DomainError("invalidStateTransition", "nobody handed the draft over, so there is nobody to send it to");
  const { id, name } = draft.handedBy;
  return next(draft, context, { state: "draft", holder: { id, name }, handedBy: undefined, note });
}

/**
 * Errors: invalidInput, also for a name that nobody of the desk has; unknownInput; invalidStateTransition where the act
 * has no second reader.
 */
export function askSecondReading(draft: ActDraft, context: DraftContext, given: unknown): ActDraft {
  const { reader, note } = parseInput(SecondReadingRequest, given);
  if (!takesSecondReader(draft.act))
    throw new DomainError("invalidStateTransition", "this act has no second reader: submit its draft");
  const holder = reader === undefined ? undefined : colleagueIn(context, "reader", reader);
  return next(draft, context, { state: "secondReading", holder, handedBy: handedBy(context), note });
}

/** A draft that is given to nobody would lie there unseen. */
function colleagueIn({ colleague }: DraftContext, name: string, value: string): DraftPerson {
  if (colleague !== undefined) return colleague;
  throw new DomainError("invalidInput", `nobody who sees this draft is called ${value}`, [
    { name, value, detail: "it is the name or the id of a user, or of a token in use, of the same organization" },
  ]);
}

function handedBy({ actor: { id, name, role, organizations } }: DraftContext): ActDraft["handedBy"] {
  return { id, name, role, organizations };
}

type Change = { [Name in keyof ActDraft]?: ActDraft[Name] | undefined };

function next(draft: ActDraft, { at }: DraftContext, change: Change): ActDraft {
  return withoutAbsent({ ...draft, ...change, version: draft.version + 1, changedAt: at }) as ActDraft;
}
