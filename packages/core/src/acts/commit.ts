import { z } from "zod";
import { dayOrWords } from "../acting/act-texts.ts";
import { byAddressee } from "../acting/action-rule.ts";
import type { Actor } from "../acting/actor.ts";
import { canonical } from "../canonical.ts";
import { DomainError } from "../domain-error.ts";
import type { Commitment } from "../follow-up/entries/commitment.ts";
import { ReadableName, ReadableText } from "../text/bounded-text.ts";
import { DueDate } from "../time/due-date.ts";
import { commonInput } from "./act.ts";
import { dueFaults } from "./date-faults.ts";
import { recordingAct } from "./follow-up-act.ts";

export const NewCommitment = z
  .strictObject({
    ...commonInput,
    description: ReadableText,
    owner: ReadableName.optional(),
    due: DueDate.optional(),
  })
  .meta({ id: "NewCommitment" });

/** The addressee promises an action with a date. */
export const commit = recordingAct("commitment", {
  input: NewCommitment,
  actions: { commit: { ...byAddressee, states: ["open"] } },
  content: (given) => given,
  faults: ({ due, givenOn }, acting) => dueFaults(acting, "due", due?.on, givenOn),
  faultsOfSome: ({ due, givenOn }, context) => dueFaults(context, "due", due?.on, givenOn),
  requireCorrectable: (old, corrected, { actor }) => requireSameDueDate(actor, old, corrected),
  operation: { id: "recordCommitment", collection: "commitments", summary: "The addressee promises a dated action" },
  command: {
    noun: "commitment",
    verb: "record",
    about: "A dated action that the addressee promises",
    options: {
      description: ["--description <text>", "what it will do"],
      owner: ["--owner <name>", "who will do it"],
      due: ["--due <date>", `by when: ${dayOrWords}`],
    },
  },
});

/** D5, D6: the author of a promise cannot move its date by a correction; an editor may correct a mistake. */
function requireSameDueDate({ role }: Actor, old: Commitment, corrected: Commitment): void {
  if (role !== "respondent" || canonical(corrected.due ?? null) === canonical(old.due ?? null)) return;
  throw new DomainError("missingPermission", "the author of a promise cannot move its date (D5, D6)", [
    { name: "change.due", detail: "ask for a later date, or let an editor correct a mistake" },
  ]);
}
