import { actionStates, rolesOf } from "../../src/acting/action-rule.ts";
import { registerActs } from "../../src/acts/acts.ts";
import { type Amender, amendments, type EntryOwner } from "../../src/acts/amendments.ts";
import { takesSecondReader } from "../../src/drafts/act-draft.ts";
import { type DraftAct, draftActs } from "../../src/drafts/draft-acts.ts";
import { type EntryType, entryKinds } from "../../src/follow-up/entries/entry.ts";
import type { EntryKind } from "../../src/follow-up/entries/entry-kind.ts";
import { type ActionRule, type ActName, actions, acts } from "../../src/index.ts";
import type { RegisterAct } from "../../src/register/register-act.ts";
import { isSharedByAllBodies } from "../../src/register/register-kinds.ts";
import { words } from "../../src/text/words.ts";

/** docs/actions.md, from the tables that the acts follow. */
export function actionsPage(): string {
  return `# What may be done when, and by whom

This page is printed from the code ([acts.ts](../packages/core/src/acts/acts.ts) names
every act, and the act's own file says the rest); a test fails when it differs. The command line, the API and the library all ask
these tables.

## On a follow-up

Draft: the report is not published yet. Second reader: somebody who is not the assessor, or the reason why there is only one
reader (R7). For the respondent: an editor may record it on its behalf, with the source. Then: what the follow-up is after the
action, when it is given today. What is dated back counts from its day, with all that came after.

${table(
  ["action", ...actionStates.map(words), "who", "then"],
  Object.entries(actions).map(([action, rule]: [string, ActionRule]) => [
    `\`${action}\``,
    ...actionStates.map((state) => (rule.states.includes(state) ? "x" : "")),
    whoText(rule),
    thenText(rule),
  ]),
)}
A follow-up is an actor's own where the actor's organization answers for it: for a respondent the addressee or its successor. An editor or
assessor whose token names issuing bodies works for what these issued or inherited; without one, for all. An editor records the
decision on a later date, and names who decided: an organization of the record, or in words of the editor's own, which are marked.
It is never the requester under another name (D6).

## Who may amend whose entry

An entry is amended by its author's side; the table is [amendments.ts](../packages/core/src/acts/amendments.ts). Every entry keeps its
side, its organization and who recorded it. A correction keeps the side of what it corrects, and a retraction is an entry of who makes
it. A successor amends what its predecessor said.

${table(
  ["the entry is", "respondent who answers", "another respondent", "assessor", "editor"],
  Object.entries(amendments).map(([voice, may]: [string, readonly Amender[]]) => [
    voices[voice as EntryOwner],
    ...(["respondent", "anotherRespondent", "assessor", "editor"] as const).map((each) =>
      may.includes(each) ? "x" : "",
    ),
  ]),
)}
Of these, those who may do the act of an entry correct and retract it, and an editor may retract any:

${table(
  ["entry", "corrected by", "not corrected, but retracted and done anew"],
  (Object.entries(entryKinds) as [EntryType, EntryKind<never, string>][]).flatMap(([type, { fixed }]) =>
    type === "retraction" || fixed === undefined
      ? []
      : [[`\`${type}\``, recordersOf(type).join(", "), fixed.map((name) => `\`${name}\``).join(", ")]],
  ),
)}
A correction passes all that the act asks, and changes something. It gives the source of an entry that has none; where there is one it
stays. The second reader is not who corrects it. The addressee amends what
decides on its lateness (position; situation, level and year of an update; an outcome; the date asked for; retracting any of these,
a promise with or without a date, or a withdrawal) on the day on which it was given and recorded, until a finding, closure, reopening or decision is
recorded, or an editor corrects or retracts a version of it; afterwards an editor does, with the source. [Decision 0027](decisions/0027-a-right-is-of-today-and-a-correction-is-no-act.md) tells why.

An assessor or editor of another issuing body amends nothing. Nobody but an editor amends an entry whose side was not recorded: one
that a file brought, or of before sides were recorded, where neither its type nor the audit tells it.

## On the register

The level of a recommendation is set, and that withdrawn, on one with parts alone, by an assessor who works for the body that verifies its
follow-ups (R4). An editor whose right names issuing bodies works for what these issued or inherited; what all bodies share, such as organizations and settings,
is changed by an editor whose right names none.

${table(
  ["act", "on", "while it is", "who"],
  Object.values<RegisterAct>(registerActs)
    .filter(({ becomes }) => becomes === undefined)
    .map(({ name, on, states, roles }) => [
      `\`${name}\``,
      words(on),
      states?.map(words).join(", ") ?? "(new)",
      `${roles.join(", ")}${isSharedByAllBodies(on) ? " of all issuing bodies" : ""}`,
    ]),
)}
## On a draft of an act

Any act on a follow-up but a correction and a retraction can be prepared as a draft ([draft-acts.ts](../packages/core/src/drafts/draft-acts.ts)).
It counts nowhere until it is submitted. Only the organization of its author sees it: the respondents of the organization that answers,
or the editors and assessors of the issuing body, also for what an editor prepares for the addressee. For everybody else there is no such draft. Who may do the act itself may
write its draft, hand it over to somebody of that organization, submit it, and discard it. Nobody is refused for what is still missing: what the act needs is checked
when it is submitted. ${`\`${(Object.keys(acts) as ActName[]).filter(takesSecondReader).join("`, `")}\``} can be given to a second reader, who is another person, and whose
approval does the act. What an editor and an assessor close together is approved by the other of the two.

${table(
  ["act", "while it is", "who of the organization", "then"],
  Object.entries<DraftAct>(draftActs).map(([name, { states, by, becomes }]) => [
    `\`${name}\``,
    states?.map(words).join(", ") ?? "(new)",
    draftedBy[by],
    words(becomes),
  ]),
)}`;
}

const draftedBy: Record<DraftAct["by"], string> = {
  whoMayDoIt: "who may do the act",
  anybody: "anybody",
  anotherPerson: "somebody else than who asked for the reading",
};

/** The roles that may do the act by which such an entry is recorded; some may do only some of what it may be. */
function recordersOf(type: EntryType): string[] {
  const act = Object.entries(acts).find(([, each]) => "records" in each && each.records === type);
  if (act === undefined) return [];
  const [name, { actions: all }] = act;
  const rules: [string, ActionRule][] = Object.entries(all);
  return (["respondent", "assessor", "editor"] as const).flatMap((role) => {
    const may = rules.filter(([, rule]) => rolesOf(rule).includes(role)).map(([action]) => action);
    if (may.length === rules.length || may.length === 0) return may.length === 0 ? [] : [role];
    return [`${role} for ${may.map((action) => words(action).replace(name, "").trim()).join(" and ")}`];
  });
}

const voices: Record<EntryOwner, string> = {
  addressee: "the addressee's own",
  onBehalf: "the addressee's, recorded by an editor",
  issuingBody: "the issuing body's",
  unknown: "of an unknown side",
};

function whoText({ roles, onBehalf, secondReader }: ActionRule): string {
  return `${roles.join(", ")}${onBehalf ? ", editor for the respondent" : ""}${secondReader ? ", and a second reader" : ""}`;
}

function thenText({ becomes, otherwise }: ActionRule): string {
  const state = (each: ActionRule["becomes"]) => (each === undefined ? "the same" : words(each));
  return `${state(becomes)}${otherwise === undefined ? "" : `; ${state(otherwise.becomes)} where ${otherwise.when}`}`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |\n`;
  return line(head) + line(head.map(() => "---")) + rows.map(line).join("");
}
