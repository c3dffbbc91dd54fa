import { z } from "zod";
import { byAddressee } from "../acting/action-rule.ts";
import { ReadableName, ReadableText } from "../text/bounded-text.ts";
import { DueDate } from "../time/due-date.ts";
import { commonInput } from "./act.ts";
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
  operation: { id: "recordCommitment", collection: "commitments", summary: "The addressee promises a dated action" },
  command: {
    noun: "commitment",
    verb: "record",
    about: "A dated action that the addressee promises",
    options: {
      description: ["--description <text>", "what it will do"],
      owner: ["--owner <name>", "who will do it"],
      due: ["--due <date>", "by when"],
    },
  },
});
