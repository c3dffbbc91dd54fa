import type { z } from "zod";
import { DomainError, type Issue } from "../domain-error.ts";
import { type Action, type ActionRole, type ActionRule, type ActionState, actions } from "../follow-up/actions.ts";
import type { FollowUpCase } from "../follow-up/case/case.ts";
import type { Author } from "../follow-up/entries/author.ts";
import type { Entry } from "../follow-up/entries/entry.ts";
import { retractedIds } from "../follow-up/entries/retracted.ts";
import { responsibilityOf } from "../follow-up/replay/responsibility.ts";
import { type Standing, standing } from "../follow-up/standing/standing.ts";
import type { Organization } from "../organization/organization.ts";
import { responsibleOn } from "../organization/succession.ts";
import { publicationText, publishedFrom } from "../report/publication-day.ts";
import type { Settings } from "../settings/settings.ts";
import type { Id, Instant } from "../source.ts";
import { Source } from "../source.ts";
import { invalidCharacterWithin } from "../text/invalid-character.ts";
import { Day } from "../time/day.ts";
import type { FindBodies } from "./named-body.ts";

/**
 * Who acts, in a role: a respondent for one or more organizations, an editor or assessor for the issuing bodies in
 * `organizations`, or for all of them when it is empty. The id identifies an actor; the name is for people to read.
 */
export type Actor = { id: Id; name: string; role: ActionRole; organizations: readonly Id[] };

/** Everything an act uses besides its input. core has no clock and makes no ids. */
export type ActContext = {
  case: FollowUpCase;
  actor: Actor;
  at: Instant;
  /** The calendar day of `at` in the installation's time zone (D10). */
  today: Day;
  settings: Settings;
  newId: () => Id;
  /** The organizations that the input names besides those of the follow-up, as they stand; by id. */
  organizations?: ReadonlyMap<Id, Organization>;
  /** Finds the organizations that a text of the input names; none when it is absent. */
  findBodies?: FindBodies;
  /** Who answers for the organization that is responsible today, where that is a collective one (R40). */
  coordinators?: readonly Id[];
  /** The actor submits the act personally, for instance through the service: such an act cannot be dated back (D17). */
  submitted?: boolean;
};

/** What every act may say besides its own content. */
export const commonInput = {
  givenOn: Day.optional().describe("The day it reached the other side; today when absent."),
  source: Source.optional().describe("Needed when an editor records it for the addressee."),
};

/** Parses the input of an act. Errors: invalidInput, or unknownInput for an unknown key, with the place. */
export function parseInput<Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> {
  const noText = invalidCharacterWithin(input);
  if (noText !== undefined)
    throw new DomainError("invalidInput", "the act cannot be read", [
      { name: noText.path.join("."), detail: noText.detail },
    ]);
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  const unknown = parsed.error.issues.every(({ code }) => code === "unrecognized_keys");
  throw new DomainError(
    unknown ? "unknownInput" : "invalidInput",
    "the act cannot be read",
    parsed.error.issues.flatMap(issuesOf),
  );
}

function issuesOf(issue: z.core.$ZodIssue): Issue[] {
  const place = issue.path.map(String);
  if (issue.code === "unrecognized_keys")
    return issue.keys.map((key) => ({ name: [...place, key].join("."), detail: "there is no such property" }));
  return [{ name: place.join("."), detail: issue.message }];
}

/** The state of a follow-up on the day of the act. */
export function actionStateOf(followUpCase: FollowUpCase, today: Day, settings: Settings): ActionState {
  return standing(followUpCase, today, settings)?.lifecycle ?? "draft";
}

/**
 * Checks that this actor may do the action now. Answers the standing of the follow-up. Errors: invalidStateTransition;
 * missingPermission.
 */
export function requireAllowed(action: Action, context: ActContext, source?: Source): Standing | undefined {
  const { case: followUpCase, actor, today, settings } = context;
  const now = standing(followUpCase, today, settings);
  const { onBehalf } = requireInState(action, now?.lifecycle ?? "draft", actor.role);
  if (onBehalf && source === undefined)
    throw new DomainError("invalidInput", "what an editor records for the addressee needs its source", [
      { name: "source", detail: "where the addressee said it" },
    ]);
  requireOwn(context);
  return now;
}

/** Checks the table of actions. Errors: invalidStateTransition; missingPermission. */
export function requireInState(action: Action, state: ActionState, role: ActionRole): { onBehalf: boolean } {
  const rule: ActionRule = actions[action];
  if (!rule.states.includes(state))
    throw new DomainError(
      "invalidStateTransition",
      `${words(action)} is not possible while it is ${words(state)}; it is while ${rule.states.map(words).join(" or ")}`,
    );
  const onBehalf = !rule.roles.includes(role) && rule.onBehalf === true && role === "editor";
  if (!rule.roles.includes(role) && !onBehalf)
    throw new DomainError("missingPermission", `${words(action)} is not for the role ${role}`);
  return { onBehalf };
}

/**
 * A respondent acts for its own organization, for what that organization inherited, and for collective ones that it
 * coordinates (R40); an editor or assessor of a body acts on what that body issued or inherited.
 */
function requireOwn(context: ActContext): void {
  if (!isOwnFollowUp(context)) throw new DomainError("missingPermission", "the follow-up is another organization's");
}

export function isOwnFollowUp(context: ActContext): boolean {
  const { role, organizations } = context.actor;
  const { addressee, issuingBody } = responsibleNow(context);
  const { coordinators = [] } = context;
  if (role === "respondent")
    return [addressee.organization, ...coordinators].some((each) => organizations.includes(each));
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

/** The author of an entry that an action records. */
export function authorOf(action: Action, context: ActContext): Author {
  const { actor } = context;
  const { roles, onBehalf }: ActionRule = actions[action];
  const spoken = onBehalf === true && actor.role === "editor" && !roles.includes("editor");
  const side = actor.role === "respondent" || spoken ? "addressee" : "issuingBody";
  return {
    id: actor.id,
    side,
    organization: responsibleNow(context)[side].organization,
    ...(spoken && { onBehalf: true }),
  };
}

/** The common fields of a new entry. It cannot be given in the future, or before there was anything to answer. */
export function entryBase(
  action: Action,
  context: ActContext,
  { givenOn = context.today, source }: { givenOn?: Day | undefined; source?: Source | undefined },
): { id: Id; givenOn: Day; recordedAt: Instant; actor: string; author: Author; source?: Source } {
  const { newId, at, actor, today, submitted } = context;
  const { report } = context.case;
  if (givenOn > today)
    throw new DomainError("invalidInput", "an act cannot be given on a day that has not come", [
      { name: "givenOn", value: givenOn, detail: `today is ${today}` },
    ]);
  if (givenOn < (publishedFrom(report) ?? givenOn))
    throw new DomainError("invalidInput", "an act cannot be given before the report", [
      { name: "givenOn", value: givenOn, detail: publicationText(report) },
    ]);
  if (submitted === true && actor.role === "respondent" && givenOn !== today)
    throw new DomainError("invalidInput", "what an addressee submits is given today (D17)", [
      { name: "givenOn", value: givenOn, detail: "an editor records what was given earlier, with its source" },
    ]);
  const author = authorOf(action, context);
  return { id: newId(), givenOn, recordedAt: at, actor: actor.name, author, ...(source && { source }) };
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

function words(code: string): string {
  return code.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}
