import type { Id, ReportingCycle } from "@heed/core";
import type { Choice } from "../../asked/choices.ts";
import type { DeskAsked } from "../desk-asked.ts";
import type { OwnBodies } from "../own-bodies.ts";

/** More cycles than a body has in a century. */
const most = 200;

/** The cycles of the issuing bodies for which somebody works, the newest first. */
export async function readOwnCycles({ reads }: DeskAsked, { bodies }: OwnBodies): Promise<readonly ReportingCycle[]> {
  const { items } = await reads.reportingCycles({ limit: most });
  return items.filter(({ issuingBody }) => bodies === undefined || bodies.includes(issuingBody));
}

/** For which bodies somebody may open a cycle: the own ones, or all that issued a report. */
export async function readBodies(asked: DeskAsked, { bodies }: OwnBodies): Promise<Choice[]> {
  const { reads, say, today } = asked;
  const issuing = bodies ?? (await issuers(asked));
  const known = await reads.organizationsById(issuing);
  return [...known.values()]
    .filter(({ dissolutionDate }) => dissolutionDate === undefined || dissolutionDate > today)
    .map(({ id, name }) => ({ value: id, text: say.text(name).text }));
}

async function issuers({ reads, reader }: DeskAsked): Promise<Id[]> {
  const { items } = await reads.reports(reader, {}, {});
  return [...new Set(items.map(({ issuingBody }) => issuingBody))];
}
