import { readFileSync } from "node:fs";
import { parse } from "yaml";
import {
  askedOf,
  type Day,
  defaultSettings,
  type FollowUpCase,
  lineageOf,
  RecordFile,
  replacingLinks,
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
  links,
}: RecordFile): Map<string, FollowUpCase> {
  const cases = new Map<string, FollowUpCase>();
  for (const { entries, ...followUp } of followUps) {
    const recommendation = recommendations.find(({ id }) => id === followUp.recommendation);
    const report = reports.find(({ id }) => id === recommendation?.report);
    if (recommendation === undefined || report === undefined) throw new Error(`${followUp.id} refers to nothing`);
    const issuingBody = recommendation.issuingBody ?? report.issuingBody;
    const lineage = lineageOf(issuingBody, organizationChanges);
    const cycles = reportingCycles.filter((cycle) => lineage.has(cycle.issuingBody));
    const replacedBy = links
      .filter(({ type, to }) => replacingLinks.includes(type) && to === recommendation.id)
      .flatMap(({ from, ...link }) => {
        const { themes = [], report: of } = recommendations.find(({ id }) => id === from) ?? {};
        const asking = reports.find(({ id }) => id === of);
        if (asking === undefined) throw new Error(`${link.id} refers to nothing`);
        return followUps
          .filter((newer) => newer.recommendation === from)
          .map((newer) => ({ ...link, newer: { ...newer, themes, report: asking } }));
      });
    const daysOf = (id: string) => {
      const asked = recommendations.find((each) => each.id === id);
      const { publishedOn: on, publishedOnPrecision: precision = "day" } =
        reports.find((each) => each.id === asked?.report) ?? {};
      return {
        published: on === undefined ? undefined : { on, precision },
        implementationDue: asked?.implementationDue,
      };
    };
    const asked = askedOf(recommendation.id, links, daysOf);
    const changes = organizationChanges;
    cases.set(followUp.id, { followUp, recommendation, report, entries, cycles, changes, replacedBy, asked });
  }
  return cases;
}
