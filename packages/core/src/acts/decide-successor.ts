import { z } from "zod";
import { afterPublication, byEditor } from "../acting/action-rule.ts";
import { openDecision } from "../follow-up/replay/responsibility.ts";
import { Id } from "../source.ts";
import { ReadableText } from "../text/bounded-text.ts";
import { Day } from "../time/day.ts";
import { commonInput } from "./act.ts";
import { refused } from "./fault.ts";
import { recordingAct } from "./follow-up-act.ts";
import { requireDecidable } from "./successor.ts";

export const NewSuccessorDecision = z
  .strictObject({
    ...commonInput,
    change: Id,
    successor: Id,
    of: z.enum(["addressee", "issuingBody"]).default("addressee"),
    from: Day.optional(),
    reason: ReadableText.optional(),
  })
  .meta({ id: "NewSuccessorDecision" });

/** An editor decides who is responsible after a split or a transfer that does not decide by itself (R14). */
export const decideSuccessor = recordingAct("successorDecision", {
  input: NewSuccessorDecision,
  actions: {
    decideSuccessor: {
      ...byEditor,
      states: afterPublication,
      otherwise: { becomes: "derivedAgain", when: "a newer recommendation asks that successor, or another one before" },
    },
  },
  isPossible: ({ case: followUpCase, settings }) =>
    followUpCase.changes.some(({ id }) =>
      (["addressee", "issuingBody"] as const).some(
        (side) => openDecision(followUpCase, side, id, settings) !== undefined,
      ),
    ),
  content: (given) => given,
  faults: (entry, acting) => refused(() => requireDecidable(acting, entry)),
  operation: {
    id: "decideSuccessor",
    collection: "successorDecisions",
    summary: "Who is responsible after a change of organizations",
  },
  command: {
    noun: "follow-up",
    verb: "decide-successor",
    about: "The editor decides who is responsible after a change that does not decide by itself",
    options: {
      change: ["--change <id>", "the change of organizations", "organizationChange"],
      successor: [
        "--successor <name>",
        "the successor, by id, code or name; after a dissolution any organization that exists",
        "organization",
      ],
      of: ["--side <side>", "whether the successor is that of the addressee or of the issuing body"],
      from: ["--from <day>", "a later day than that of the change; needed after a dissolution"],
      reason: ["--reason <text>", "why"],
    },
  },
});
