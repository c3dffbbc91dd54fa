import { z } from "zod";
import { byEditor } from "../acting/action-rule.ts";
import { parseInput } from "../acting/parse-input.ts";
import { requireInState } from "../acting/require-in-state.ts";
import { DomainError } from "../domain-error.ts";
import type { Report } from "../report/report.ts";
import { Day } from "../time/day.ts";
import { withoutAbsent } from "../without-absent.ts";
import type { Draft } from "./draft.ts";
import { type RegisterAct, type RegisterContext, requireNotInFuture } from "./register-act.ts";
import { requireDaysInOrder, requireDueAfter } from "./report-days.ts";
import { requireDraft } from "./require-draft.ts";

export const NewPublication = z
  .strictObject({
    publishedOn: Day.optional().describe("Today when absent."),
    transmittedToGovernmentOn: Day.optional(),
    transmittedToParliamentOn: Day.optional(),
    transmittedToFieldOn: Day.optional(),
  })
  .meta({ id: "NewPublication", description: "When the report was published, and transmitted to whom." });

export const publishAct = {
  name: "publish",
  on: "report",
  roles: byEditor.roles,
  states: ["draft"],
  becomes: "open",
  input: NewPublication,
  makes: "report",
  operation: {
    id: "publishReport",
    method: "post",
    path: "/reports/{id}/publications",
    summary: "The draft becomes public, and its follow-ups open",
  },
  command: {
    noun: "report",
    verb: "publish",
    about: "The draft becomes public, and its follow-ups open",
    done: "Published",
    names: { thing: "<reference>" },
    options: {
      publishedOn: ["--on <day>", "the day of publication (default: today)"],
      transmittedToGovernmentOn: ["--to-government <day>", "the day of transmission to the government"],
      transmittedToParliamentOn: ["--to-parliament <day>", "the day of transmission to parliament"],
      transmittedToFieldOn: ["--to-field <day>", "the day of transmission to the field"],
    },
  },
} as const satisfies RegisterAct;

/** Publishes a draft: its follow-ups are open (table of actions). */
export function publish(context: RegisterContext, { report, recommendations }: Draft, input: unknown): Report {
  const { publishedOn = context.today, ...transmitted } = parseInput(NewPublication, input);
  requireInState(publishAct.name, publishAct, "draft", context.actor.role);
  requireDraft(report, "it cannot be published again; correct it instead");
  requireNotInFuture(context.today, { publishedOn, ...transmitted });
  if (recommendations.length === 0)
    throw new DomainError("invalidStateTransition", "a report is published with its recommendations, and it has none");
  requireDueAfter(publishedOn, recommendations);
  const published: Report = { ...report, status: "published", publishedOn, ...withoutAbsent(transmitted) };
  requireDaysInOrder(published);
  return published;
}
