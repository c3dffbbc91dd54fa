import { z } from "zod";
import { Id } from "../source.ts";
import { ShortText } from "../text/bounded-text.ts";
import { DraftedAct, DraftState } from "./act-draft.ts";

/** Which drafts are asked for, among those that the reader sees. */
export const DraftFilter = z.strictObject({
  followUp: z.array(Id).optional(),
  act: z.array(DraftedAct).optional(),
  state: z.array(DraftState).optional(),
  holder: z.array(ShortText).optional().describe("Who has it, by id or name."),
});
export type DraftFilter = z.infer<typeof DraftFilter>;
