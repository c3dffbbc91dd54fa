import { z } from "zod";
import { actionStates } from "../acting/action-rule.ts";
import { Id } from "../source.ts";
import { ReadableText } from "../text/bounded-text.ts";
import { commonInput } from "./act.ts";
import { decidesLateness, requireStillOwn } from "./decisive.ts";
import { recordingAct } from "./follow-up-act.ts";
import { requireAmendable } from "./require-amendable.ts";

export const NewRetraction = z
  .strictObject({ ...commonInput, retracts: Id, reason: ReadableText })
  .meta({ id: "NewRetraction" });

/** Retracts an entry that was made on the wrong follow-up (R52). */
export const retract = recordingAct("retraction", {
  input: NewRetraction,
  actions: { retract: { roles: ["respondent", "editor", "assessor"], states: actionStates, becomes: "derivedAgain" } },
  amends: true,
  content(given, acting) {
    const entry = requireAmendable(acting, "retract", "retracts", given.retracts);
    if (decidesLateness(entry, acting.case.entries)) requireStillOwn(acting, entry, ["retracts"]);
    return given;
  },
  operation: {
    id: "retractEntry",
    collection: "retractions",
    summary: "An entry made on the wrong follow-up is retracted",
  },
  command: {
    noun: "entry",
    verb: "retract",
    about: "Retract an entry that was made on the wrong follow-up",
    options: { retracts: ["--entry <id>", "the entry", "entry"], reason: ["--reason <text>", "why"] },
  },
});
