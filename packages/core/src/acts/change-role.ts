import { z } from "zod";
import { afterPublication, byEditor } from "../acting/action-rule.ts";
import { DomainError } from "../domain-error.ts";
import { Role } from "../follow-up/follow-up.ts";
import { ReadableText } from "../text/bounded-text.ts";
import { commonInput } from "./act.ts";
import { recordingAct } from "./follow-up-act.ts";

export const NewRoleChange = z
  .strictObject({ ...commonInput, role: Role, reason: ReadableText })
  .meta({ id: "NewRoleChange" });

/** An editor changes the role of the addressee, for instance to forInformation, which owes nothing (R5). */
export const changeRole = recordingAct("roleChange", {
  input: NewRoleChange,
  actions: { changeRole: { ...byEditor, states: afterPublication } },
  content(given, { now }) {
    if (now?.role === given.role)
      throw new DomainError("invalidInput", "it is addressed in that role already", [
        { name: "role", value: given.role, detail: "the same as now" },
      ]);
    return given;
  },
  operation: {
    id: "changeRole",
    collection: "roleChanges",
    summary: "The editor changes the role in which it is addressed",
  },
  command: {
    noun: "follow-up",
    verb: "change-role",
    about: "The editor changes the role in which it is addressed",
    options: { role: ["--to <role>", "in which role, from that day"], reason: ["--reason <text>", "why"] },
  },
});
