import { z } from "zod";
import { afterPublication, byEditor } from "../acting/action-rule.ts";
import { DomainError } from "../domain-error.ts";
import { withAmendedBy } from "../follow-up/entries/amended-by.ts";
import { publishable } from "../follow-up/entries/publishable.ts";
import { unpublished } from "../follow-up/entries/unpublished.ts";
import { Id } from "../source.ts";
import { commonInput } from "./act.ts";
import { inputFault } from "./fault.ts";
import { recordingAct } from "./follow-up-act.ts";

export const NewAnswerPublication = z.strictObject({ ...commonInput, answer: Id }).meta({ id: "NewAnswerPublication" });

/** The issuing body publishes what an addressee answered: from then on everybody may read it (R60). */
export const publishAnswer = recordingAct("answerPublication", {
  input: NewAnswerPublication,
  actions: { publishAnswer: { ...byEditor, states: afterPublication } },
  isPossible: ({ case: { entries } }) => publishable(entries).size > 0,
  content(given, { case: { entries } }) {
    if (!entries.some(({ id }) => id === given.answer))
      throw new DomainError("invalidInput", "there is no such entry on this follow-up", [
        { name: "answer", value: given.answer, detail: "no entry has this id" },
      ]);
    if (!unpublished(entries).has(given.answer))
      throw new DomainError("invalidStateTransition", "what that entry says is public already", [
        { name: "answer", value: given.answer, detail: "it does not wait for its publication" },
      ]);
    // It could not be taken back, so that nobody publishes other words than those that hold.
    const { correctedBy, retractedBy } = withAmendedBy(entries).find(({ id }) => id === given.answer) ?? {};
    if (correctedBy !== undefined || retractedBy !== undefined)
      throw new DomainError("invalidStateTransition", "that version of the answer holds no more", [
        {
          name: "answer",
          value: given.answer,
          detail:
            retractedBy === undefined
              ? `it was corrected since, by the entry ${correctedBy}`
              : `it was retracted since, by the entry ${retractedBy}`,
        },
      ]);
    return given;
  },
  faults({ answer, givenOn = "" }, { case: { entries } }) {
    const submitted = entries.find(({ id }) => id === answer)?.givenOn ?? "";
    if (givenOn >= submitted) return [];
    return [
      inputFault("givenOn", "an answer cannot be published before it was given", givenOn, `given on ${submitted}`),
    ];
  },
  operation: {
    id: "publishAnswer",
    collection: "answerPublications",
    summary: "What an addressee answered is public from now on",
  },
  command: {
    noun: "entry",
    verb: "publish",
    about: "Publish what an addressee answered, where answers wait for their publication",
    options: { answer: ["--entry <id>", "the answer that waits", "entry"] },
  },
});
