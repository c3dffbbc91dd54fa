import { readFileSync } from "node:fs";
import { parse } from "yaml";
import {
  type Day,
  defaultSettings,
  type FollowUpCase,
  lineageOf,
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

function casesOf({
  followUps,
  recommendations,
  reports,
  reportingCycles,
  organizationChanges,
}: RecordFile): Map<string, FollowUpCase> {
  const cases = new Map<string, FollowUpCase>();
  for (const { entries, ...followUp } of followUps) {
    const recommendation = recommendations.find(({ id }) => id === followUp.recommendation);
    const report = reports.find(({ id }) => id === recommendation?.report);
    if (recommendation === undefined || report === undefined) throw new Error(`${followUp.id} refers to nothing`);
    const issuingBody = recommendation.issuingBody ?? report.issuingBody;
    const lineage = lineageOf(issuingBody, organizationChanges);
    const cycles = reportingCycles.filter((cycle) => lineage.has(cycle.issuingBody));
    cases.set(followUp.id, { followUp, recommendation, report, entries, cycles, changes: organizationChanges });
  }
  return cases;
}
