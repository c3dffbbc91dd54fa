import { z } from "zod";
import { afterPublication, byEditor } from "../acting/action-rule.ts";
import { DomainError } from "../domain-error.ts";
import { ReadableText } from "../text/bounded-text.ts";
import { commonInput } from "./act.ts";
import { recordingAct } from "./follow-up-act.ts";

export const NewNotCompetentUpheld = z
  .strictObject({ ...commonInput, reason: ReadableText })
  .meta({ id: "NewNotCompetentUpheld" });

/** The editor agrees that the addressee is the wrong body. */
export const upholdNotCompetent = recordingAct("notCompetentUpheld", {
  input: NewNotCompetentUpheld,
  actions: { upholdNotCompetent: { ...byEditor, states: afterPublication } },
  isPossible: ({ now }) => now?.position === "notCompetent",
  content(given, { now }) {
    if (now?.position !== "notCompetent")
      throw new DomainError("invalidStateTransition", "the addressee has not said that it is not competent");
    return given;
  },
  operation: {
    id: "upholdNotCompetent",
    collection: "notCompetentUpheld",
    summary: "The addressee is the wrong body",
  },
  command: {
    noun: "follow-up",
    verb: "uphold-not-competent",
    about: "The editor agrees that the addressee is the wrong body",
    options: { reason: ["--reason <text>", "why"] },
  },
});
