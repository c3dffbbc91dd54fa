import { z } from "zod";
import { byEditor } from "../acting/action-rule.ts";
import { parseInput } from "../acting/parse-input.ts";
import type { Erratum, ReportingCycle } from "../cycle/reporting-cycle.ts";
import { Id } from "../source.ts";
import { ReadableText } from "../text/bounded-text.ts";
import { stateOf } from "./cycle-days.ts";
import { type RegisterAct, type RegisterContext, requireAllowedOnRegister } from "./register-act.ts";
import { bodyOption } from "./register-command.ts";

export const NewErratum = z
  .strictObject({ text: ReadableText, followUp: Id.optional().describe("Where it is about one of the snapshot.") })
  .meta({ id: "NewErratum", description: "What was found wrong in a frozen snapshot." });

export const addErratumAct = {
  name: "addErratum",
  on: "reportingCycle",
  roles: byEditor.roles,
  states: ["closed"],
  input: NewErratum,
  makes: "reportingCycle",
  operation: {
    id: "addErratum",
    method: "post",
    path: "/reportingCycles/{id}/errata",
    summary: "Add an error that was found later; the snapshot itself stays",
  },
  command: {
    noun: "cycle",
    verb: "erratum",
    about: "Add an error that was found in the snapshot; the snapshot itself stays",
    names: { thing: "<year>" },
    options: {
      ...bodyOption,
      text: ["--text <text>", "what is wrong"],
      followUp: ["--follow-up <id>", "the follow-up that it is about", "followUp"],
    },
  },
} as const satisfies RegisterAct;

/** Adds an error that was found later. It is shown beside the snapshot, which stays as it is (D30). */
export function addErratum(context: RegisterContext, cycle: ReportingCycle, input: unknown): ReportingCycle {
  const { text, followUp } = parseInput(NewErratum, input);
  requireAllowedOnRegister(addErratumAct, context, stateOf(cycle));
  const erratum: Erratum = {
    recordedAt: context.at,
    actor: context.actor.name,
    ...(followUp && { followUp }),
    text,
  };
  return { ...cycle, errata: [...(cycle.errata ?? []), erratum] };
}
