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

/** The file as it was written, before zod fills in defaults. */
export const worldText = readFileSync(new URL("../../../examples/world/world.yaml", import.meta.url), "utf8");

export const world: RecordFile = RecordFile.parse(parse(worldText));

/** The case of every follow-up of the example world, by its id. */
export const worldCases: ReadonlyMap<string, FollowUpCase> = casesOf(world);

/**
 * The standing of a follow-up of the example world on a day. Throws when there is no such follow-up, or it is not yet
 * published.
 */
export function worldStanding(followUp: string, asOf: Day): Standing {
  const followUpCase = worldCases.get(followUp);
  const found = followUpCase && standing(followUpCase, asOf, defaultSettings);
  if (found === undefined) throw new Error(`${followUp} has no standing on ${asOf}`);
  return found;
}
