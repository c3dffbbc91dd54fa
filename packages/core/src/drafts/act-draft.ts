import { z } from "zod";
import { actionRoles } from "../acting/action-rule.ts";
import { type ActName, acts } from "../acts/acts.ts";
import type { FollowUpAct } from "../acts/follow-up-act.ts";
import { Id, Instant } from "../source.ts";
import { ReadableName, ReadableText } from "../text/bounded-text.ts";

/** What amends an entry is done at once: a draft of it would be about an entry that may change meanwhile. */
export type DraftedAct = Exclude<ActName, "correct" | "retract">;

const drafted = (Object.entries(acts) as [ActName, FollowUpAct][]).flatMap(([name, { amends }]) =>
  amends ? [] : [name as DraftedAct],
);
export const DraftedAct = z
  .enum(drafted as [DraftedAct, ...DraftedAct[]])
  .meta({ id: "DraftedAct", description: "An act of which a draft can be made." });

export const DraftState = z
  .enum(["draft", "secondReading"])
  .meta({ id: "DraftState", description: "Whether it is being written, or waits for its second reader." });
export type DraftState = z.infer<typeof DraftState>;

const Person = z.strictObject({
  id: Id.optional().describe("The id of a user or token; absent where only a name was given."),
  name: ReadableName,
});
export type DraftPerson = z.infer<typeof Person>;

/**
 * An act on a follow-up that somebody prepares. It is no entry: it counts nowhere, and only the organization of its author
 * sees it. What it says may be incomplete until it is submitted.
 */
export const ActDraft = z
  .strictObject({
    id: Id,
    followUp: Id,
    act: DraftedAct,
    input: z.record(z.string(), z.unknown()).describe("What the act will be given, as far as it is written."),
    side: z.enum(["addressee", "issuingBody"]).describe("Whose desk it lies on."),
    organization: Id.describe("The organization of its author: nobody else sees it."),
    state: DraftState,
    madeBy: Person,
    holder: Person.optional().describe("Who has it now; absent while any second reader may take it."),
    handedBy: z
      .strictObject({ ...Person.shape, id: Id, role: z.enum(actionRoles), organizations: z.array(Id).readonly() })
      .optional()
      .describe("Who handed it over last, or asked for the second reading: it is sent back to that person."),
    note: ReadableText.optional().describe("What was said when it was last handed over or sent back."),
    version: z.int().min(1),
    createdAt: Instant,
    changedAt: Instant,
  })
  .meta({ id: "ActDraft", description: "An act that somebody prepares, seen by its author's organization alone." });
export type ActDraft = z.infer<typeof ActDraft>;

/** Whether an act can have a second reader, so that its draft can be given to one. */
export function takesSecondReader(act: ActName): boolean {
  return "secondReader" in acts[act].input.shape;
}
