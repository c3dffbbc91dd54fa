import { type ActName, acts, Entry, Id } from "@heed/core";
import type { OperationText } from "@heed/core/acting/act-texts";
import type { FollowUpAct } from "@heed/core/acts/follow-up-act";
import { z } from "zod";
import { entryHref } from "../contract/base-path.ts";
import { FollowUpRef } from "../contract/common.ts";
import { type Context, type Operation, operation } from "../contract/operation.ts";
import { idParameter } from "../contract/parameters.ts";
import { followUpRef, warningsOf } from "../schemas/present.ts";
import { Warnings } from "../schemas/register.ts";

export const ActAnswer = z
  .strictObject({
    followUp: FollowUpRef,
    version: z.int().describe("For the next If-Match."),
    entries: z.array(Entry).readonly(),
    warnings: Warnings,
  })
  .meta({ id: "ActAnswer", description: "The entries that an act made." });

/** What an act made on a follow-up, as it is answered. */
export function actAnswerOf(followUp: Id, { warnings, ...made }: Awaited<ReturnType<Context["perform"]>>) {
  return { followUp: followUpRef(followUp), ...made, ...warningsOf(warnings) };
}

const secured = { tag: "acts", output: ActAnswer, secured: true } as const;

const all = Object.entries(acts) as [ActName, FollowUpAct][];

/** An act adds an entry to a collection under the follow-up, or changes an entry. */
export const actOperations: readonly Operation[] = [
  ...all.flatMap(([act, { input, operation: text }]) => ("collection" in text ? [adding(act, input, text)] : [])),
  ...all.flatMap(([act, { operation: text }]) => ("changes" in text ? [changing(act, text)] : [])),
];

function adding(
  act: ActName,
  input: z.ZodObject,
  { id, collection, summary }: Extract<OperationText, { collection: string }>,
) {
  return operation({
    ...secured,
    id,
    method: "post",
    path: `/followUps/{id}/${collection}`,
    summary,
    params: idParameter,
    input,
    async handle({ perform, ifMatch }, { id: followUp }, body) {
      const made = await perform({
        followUp,
        act,
        input: body,
        ...(ifMatch !== undefined && { expectedVersion: ifMatch }),
      });
      const [entry] = made.entries;
      return {
        body: actAnswerOf(followUp, made),
        ...(entry && { location: entryHref(followUp, entry.id) }),
      };
    },
  });
}

function changing(act: ActName, { id, changes, summary }: Extract<OperationText, { changes: unknown }>) {
  return operation({
    ...secured,
    id,
    method: "patch",
    path: "/followUps/{id}/entries/{entry}",
    summary,
    params: idParameter.extend({ entry: Id.describe("The entry to correct.") }),
    input: changes,
    async handle({ perform, ifMatch }, { id: followUp, entry }, body) {
      const made = await perform({
        followUp,
        act,
        input: { corrects: entry, change: body },
        ...(ifMatch !== undefined && { expectedVersion: ifMatch }),
      });
      return { body: actAnswerOf(followUp, made) };
    },
  });
}
