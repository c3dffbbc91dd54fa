import { readFileSync } from "node:fs";
import { parse } from "yaml";
import {
  casesOf,
  type Day,
  defaultSettings,
  type FollowUpCase,
  RecordFile,
  type Standing,
  standing,
} from "../src/index.ts";

/** The file as it was written, before zod fills in what is left out. */
export const worldText = readFileSync(new URL("../../../examples/world/world.yaml", import.meta.url), "utf8");

export const world: RecordFile = RecordFile.parse(parse(worldText));

/** The case of every follow-up of the example world, by its id. */
export const worldCases: ReadonlyMap<string, FollowUpCase> = casesOf(world);

/** How a follow-up of the example world stands on a day. Throws when there is none, or it is not yet published. */
export function worldStanding(followUp: string, asOf: Day): Standing {
  const followUpCase = worldCases.get(followUp);
  const found = followUpCase && standing(followUpCase, asOf, defaultSettings);
  if (found === undefined) throw new Error(`${followUp} has no standing on ${asOf}`);
  return found;
}
