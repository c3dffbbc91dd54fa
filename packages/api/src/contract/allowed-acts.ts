import type { ActsAllowedOn } from "@heed/core/read-models/tracker-store";
import { z } from "zod";
import type { Context } from "./operation.ts";

/** A part of the body of a thing that acts are done on. */
export const allowedActs = {
  allowedActs: z
    .array(z.string())
    .readonly()
    .optional()
    .describe(
      "With a token: what its person may do on it now, by the names of the table of actions (docs/actions.md). An act is judged by what it says only when it is done.",
    ),
};

/** Nothing is told to the public. */
export async function allowedActsOn(
  { reads, person, at }: Context,
  thing: ActsAllowedOn,
): Promise<{ allowedActs?: readonly string[] }> {
  return person === undefined ? {} : { allowedActs: await reads.allowedActs(person, thing, at) };
}
