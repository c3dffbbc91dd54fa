import { z } from "zod";
import { evidenceOption } from "../acting/act-texts.ts";
import { afterPublication, byEditor } from "../acting/action-rule.ts";
import { newEvidenceList } from "../follow-up/entries/evidence.ts";
import { PersonName, ReadableText } from "../text/bounded-text.ts";
import { commonInput } from "./act.ts";
import { recordingAct } from "./follow-up-act.ts";

export const NewObservation = z
  .strictObject({ ...commonInput, by: PersonName, text: ReadableText, evidence: newEvidenceList.default([]) })
  .meta({ id: "NewObservation" });

/** An editor records what a third party says. */
export const observe = recordingAct("observation", {
  input: NewObservation,
  actions: { observe: { ...byEditor, states: afterPublication } },
  content: (given) => given,
  operation: { id: "recordObservation", collection: "observations", summary: "What a third party says" },
  command: {
    noun: "observation",
    verb: "add",
    about: "What a third party says",
    options: {
      by: ["--by <name>", "who says it"],
      text: ["--text <text>", "what it says"],
      ...evidenceOption,
    },
  },
});
