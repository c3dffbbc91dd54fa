import type { ActionRule, ActionState } from "../acting/action-rule.ts";
import type { Actor } from "../acting/actor.ts";
import { requireInState } from "../acting/require-in-state.ts";
import { DomainError } from "../domain-error.ts";
import type { FollowUpCase } from "../follow-up/case/case.ts";
import type { Author } from "../follow-up/entries/author.ts";
import type { Entry } from "../follow-up/entries/entry.ts";
import type { EvidenceFile } from "../follow-up/entries/evidence-file.ts";
import { retractedIds } from "../follow-up/entries/retracted.ts";
import { responsibilityOf } from "../follow-up/replay/responsibility.ts";
import type { Standing } from "../follow-up/standing/four-answers.ts";
import { standing } from "../follow-up/standing/standing.ts";
import { textIn } from "../localized-text.ts";
import { isAnsweredBy } from "../organization/holder.ts";
import type { Organization } from "../organization/organization.ts";
import { responsibleOn } from "../organization/succession.ts";
import { publicationText, publishedFrom } from "../report/publication-day.ts";
import type { Settings } from "../settings/settings.ts";
import { type Id, type Instant, Source } from "../source.ts";
import { words } from "../text/words.ts";
import { Day } from "../time/day.ts";
import type { Cited } from "./cited.ts";
import type { Fault } from "./fault.ts";
import type { FindBodies } from "./named-body.ts";

/** Everything an act uses besides its input. core has no clock and makes no ids. */
export type ActContext = {
  case: FollowUpCase;
  actor: Actor;
  at: Instant;
  /** The calendar day of `at` in the installation's time zone (D10). */
  today: Day;
  settings: Settings;
  newId: () => Id;
  /** The organizations that the input names, and those that answer for the follow-up of another; by id. */
  organizations?: ReadonlyMap<Id, Organization>;
  /** Finds the organizations that a text of the input names; none when it is absent. */
  findBodies?: FindBodies;
  /** The files that the input names and that the actor may use, by their ids. */
  files?: ReadonlyMap<Id, EvidenceFile>;
  /** What the input cites as evidence and the actor sees, by id. */
  cited?: ReadonlyMap<Id, Cited>;
  /** Who answers for the organization that is responsible today, where that is a collective one (R40). */
  coordinators?: readonly Id[];
  /** Who read it besides the actor and approved it here, in place of a name that is typed (R7). */
  secondReader?: Pick<Actor, "id" | "name">;
  /** Organizations of the actor that exist no more: nobody acts for them (R42). */
  dissolved?: readonly Id[];
};

/** A follow-up for the question what may be done on it. */
export type OnFollowUp = ActContext & {
  /** Its standing on the day of the act; none of a draft. */
  now: Standing | undefined;
};

/** An act while it is decided: what it uses, and what follows from its input and from the table of actions. */
export type Acting = OnFollowUp & {
  /** The rule of the action that the act is. */
  rule: ActionRule;
  /** The rule of the action by which an entry like this one is recorded. */
  ruleOf: (entry: Entry) => ActionRule;
  /** The rules of what an entry like this one may say, which stand with the act that records it. */
  rulesOf: (entry: Entry) => EntryRules;
  givenOn: Day;
  source: Source | undefined;
};

/** What holds for what the entries of one type say, when somebody makes or corrects one. */
export type EntryRules = {
  /** What is wrong with such an entry; absent where whatever it says can be said. */
  faults?(entry: never, acting: Acting): readonly Fault[];
  /** What a correction changes besides what was asked, as a JSON Merge Patch. */
  correctedWith?(old: never, change: Readonly<Record<string, unknown>>, acting: Acting): object;
  /** Refuses a correction for what it changes, or by whom. */
  requireCorrectable?(old: never, corrected: never, acting: Acting): void;
};

/** What every act may say besides its own content. */
export const commonInput = {
  givenOn: Day.optional().describe(
    "The day it reached the other side; today when absent. An earlier day needs its source, and is never a respondent's: what an addressee gave earlier is recorded by an editor (D17).",
  ),
  source: Source.optional().describe(
    "Where it was said or published. Needed when an editor records it for the addressee, and with a givenOn before today.",
  ),
};

/** The state of a follow-up for what may be done, by its standing; a draft has none. */
export function actionStateOf(now: Standing | undefined): ActionState {
  return now?.lifecycle ?? "draft";
}

/**
 * Checks that this actor may do the action now. Answers the standing of the follow-up. Errors: invalidStateTransition;
 * missingPermission.
 */
export function requireAllowed(
  action: string,
  rule: ActionRule,
  context: ActContext,
  source: Source | undefined,
): Standing | undefined {
  const { case: followUpCase, actor, today, settings } = context;
  const now = standing(followUpCase, today, settings);
  const { onBehalf } = requireInState(action, rule, actionStateOf(now), actor.role);
  if (onBehalf && source === undefined)
    throw new DomainError("invalidInput", "what an editor records for the addressee needs its source", [
      { name: "source", detail: "where the addressee said it" },
    ]);
  requireOwn(context);
  return now;
}

/**
 * A respondent acts for its own organization, for what that organization inherited, and for collective ones that it
 * coordinates (R40); an editor or assessor of a body acts on what that body issued or inherited.
 */
export function requireOwn(context: ActContext): void {
  const responsible = responsibleNow(context);
  if (isOwnFollowUp(context, responsible)) return;
  const { addressee, issuingBody } = responsible;
  const { role, organizations } = context.actor;
  if (role === "respondent" && organizations.includes(addressee.organization))
    throw new DomainError("missingPermission", noLongerOwn[addressee.state]);
  const [body, says] =
    role === "respondent"
      ? [addressee.organization, "is responsible for it"]
      : [issuingBody.organization, "is its issuing body"];
  const known = context.organizations?.get(body);
  const name = known === undefined ? body : `${textIn(known.name)} (${known.code})`;
  throw new DomainError("missingPermission", `the follow-up is another organization's: ${name} ${says}`);
}

const nobodyAnswers =
  "that organization was dissolved, so nobody answers any more: what was overdue stays so until an editor decides who does (R42)";
const noLongerOwn = {
  answers: nobodyAnswers,
  unassigned: nobodyAnswers,
  undecided: "after a change of organizations an editor has to decide who answers; until then nobody does (R41)",
};

/** `responsible`: who is on the day of the act, where the caller knows it already. */
export function isOwnFollowUp(context: ActContext, responsible = responsibleNow(context)): boolean {
  const { role, organizations } = context.actor;
  const { addressee, issuingBody } = responsible;
  const { coordinators = [], dissolved = [] } = context;
  if (role === "respondent") {
    const own = organizations.filter((each) => !dissolved.includes(each));
    return isAnsweredBy(addressee, coordinators, own);
  }
  const bodies = [issuingBody.organization, ...issuingBody.candidates];
  return organizations.length === 0 || organizations.some((each) => bodies.includes(each));
}

/** Who is responsible for the follow-up on the day of the act, and who verifies it. */
export function responsibleNow({
  case: followUpCase,
  today,
  settings,
}: Pick<ActContext, "case" | "today" | "settings">) {
  const { followUp, recommendation, report } = followUpCase;
  const held = responsibilityOf(followUpCase, settings);
  return {
    addressee: responsibleOn(followUp.addressee, held.addressee, today),
    issuingBody: responsibleOn(recommendation.issuingBody ?? report.issuingBody, held.issuingBody, today),
  };
}

/** The author of an entry that an act records. */
export function authorOf(acting: Acting): Author {
  const { actor, rule } = acting;
  const spoken = rule.onBehalf === true && actor.role === "editor" && !rule.roles.includes("editor");
  const side = actor.role === "respondent" || spoken ? "addressee" : "issuingBody";
  return {
    id: actor.id,
    side,
    organization: responsibleNow(acting)[side].organization,
    ...(spoken && { onBehalf: true }),
  };
}

/** The common fields of a new entry. It cannot be given in the future, or before there was anything to answer. */
export function newEntryBase(acting: Acting): {
  id: Id;
  givenOn: Day;
  recordedAt: Instant;
  actor: string;
  author: Author;
  source?: Source;
} {
  const { givenOn, source, newId, at, actor, today } = acting;
  const { report } = acting.case;
  if (givenOn > today)
    throw new DomainError("invalidInput", "an act cannot be given on a day that has not come", [
      { name: "givenOn", value: givenOn, detail: `today is ${today}` },
    ]);
  if (givenOn < (publishedFrom(report) ?? givenOn))
    throw new DomainError("invalidInput", "an act cannot be given before the report", [
      { name: "givenOn", value: givenOn, detail: publicationText(report) },
    ]);
  requireDated(acting);
  const author = authorOf(acting);
  return { id: newId(), givenOn, recordedAt: at, actor: actor.name, author, ...(source && { source }) };
}

/**
 * D17: who submits an act gives it today. What was given on an earlier day is recorded with its source, by an editor for
 * an addressee, or by the issuing body for a finding or decision of its own.
 */
function requireDated({ givenOn, today, actor, source }: Acting): void {
  if (givenOn === today) return;
  if (actor.role === "respondent")
    throw new DomainError("invalidInput", "what an addressee submits is given today (D17)", [
      { name: "givenOn", value: givenOn, detail: "an editor records what was given earlier, with its source" },
    ]);
  if (source === undefined)
    throw new DomainError("invalidInput", "what was given on an earlier day needs its source (D17)", [
      { name: "source", detail: `where it was published or said on ${givenOn}` },
    ]);
}

/** The entry of a type with an id on this follow-up; a retracted entry is not found. */
export function requireEntry<Type extends Entry["type"]>(
  { case: { entries } }: ActContext,
  type: Type,
  name: string,
  id: Id,
): Extract<Entry, { type: Type }> {
  const found = entries.find((entry) => entry.id === id);
  if (found?.type === type && !isRetracted(entries, id)) return found as Extract<Entry, { type: Type }>;
  throw new DomainError("invalidInput", `there is no such entry on this follow-up`, [
    {
      name,
      value: id,
      detail:
        found === undefined
          ? "no entry has this id"
          : found.type === type
            ? "that entry was retracted"
            : `that entry is a ${words(found.type)}`,
    },
  ]);
}

/** Whether the entry was retracted, and the retraction was not retracted later. */
export function isRetracted(entries: readonly Entry[], id: Id): boolean {
  return retractedIds(entries).has(id);
}

/** The id of an entry and of all entries that it corrects. */
export function versionIds({ case: { entries } }: { case: Pick<ActContext["case"], "entries"> }, id: Id): Id[] {
  const correctedOf = new Map(entries.map((each) => [each.id, each.corrects]));
  const line = new Set([id]);
  for (const each of line) {
    const corrected = correctedOf.get(each);
    if (corrected !== undefined) line.add(corrected);
  }
  return [...line];
}
