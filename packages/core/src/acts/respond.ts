import { z } from "zod";
import { byAddressee, notClosed } from "../acting/action-rule.ts";
import { GivenPosition, isPositionToGive } from "../follow-up/levels.ts";
import { ReadableText } from "../text/bounded-text.ts";
import { commonInput } from "./act.ts";
import { inputFault } from "./fault.ts";
import { recordingAct } from "./follow-up-act.ts";

export const NewResponse = z
  .strictObject({
    ...commonInput,
    position: GivenPosition,
    reason: ReadableText.optional(),
  })
  .meta({ id: "NewResponse" });

/** The addressee gives or changes its position. */
export const respond = recordingAct("response", {
  input: NewResponse,
  actions: { respond: { ...byAddressee, states: notClosed } },
  content: (given) => given,
  faults: ({ position }) =>
    isPositionToGive(position)
      ? []
      : [inputFault("position", "that position cannot be given: only a file can leave it open (R64)", position)],
  operation: {
    id: "recordResponse",
    collection: "responses",
    summary: "The addressee gives or changes its position",
  },
  command: {
    noun: "response",
    verb: "record",
    about: "The addressee's position",
    options: {
      position: ["--position <position>", "whether it agrees"],
      reason: ["--reason <text>", "why"],
    },
  },
});
