import { z } from "zod";
import { Id } from "../../source.ts";
import { entryBase } from "./entry-base.ts";
import { entryKind } from "./entry-kind.ts";

/** The issuing body publishes what an addressee answered (R60). It is never taken back: what was public has been read. */
export const AnswerPublication = z
  .strictObject({ ...entryBase, type: z.literal("answerPublication"), answer: Id })
  .meta({ id: "AnswerPublication", description: "What an addressee answered is public from this act on." });
export type AnswerPublication = z.infer<typeof AnswerPublication>;

export const answerPublicationKind = entryKind(AnswerPublication, {
  side: "issuingBody",
  references: ({ answer }) => [{ key: "answer", id: answer }],
});
