import type { Day, Id } from "@heed/core";
import { responsibleOn, successionOf } from "@heed/core/organization/succession";
import { sayIn } from "../messages/say.ts";
import type { Format } from "../options/options.ts";
import type { Tracker } from "../process/tracker.ts";
import { write, writeError } from "../process/write.ts";
import { nameAndCode } from "./organization-names.ts";

/**
 * Where an organization that --responsible names was followed by another one before the day, says which, so that
 * an empty answer does not look like a clean one. On stderr unless people read the answer.
 */
export async function tellSuccessors(
  tracker: Tracker,
  responsible: readonly Id[] | undefined,
  asOf: Day,
  { format, lang }: { format: Format; lang?: string },
): Promise<void> {
  const lines: string[] = [];
  for (const id of responsible ?? []) {
    const line = await successorText(tracker, id, responsible ?? [], asOf, lang);
    if (line !== undefined) lines.push(`${line}\n`);
  }
  if (lines.length === 0) return;
  if (format === "table") await write(`\n${lines.join("")}`);
  else writeError(lines.join(""));
}

async function successorText(
  { reads }: Tracker,
  id: Id,
  asked: readonly Id[],
  asOf: Day,
  lang: string | undefined,
): Promise<string | undefined> {
  const nameOf = async (each: Id) => {
    const found = await reads.organization(each);
    return found === undefined ? each : nameAndCode(found, lang);
  };
  const { successors, or } = sayIn(lang);
  const intervals = successionOf(id, [], await reads.organizationChanges());
  const { state, organization, candidates, since } = responsibleOn(id, intervals, asOf);
  if (state === "answers") {
    if (asked.includes(organization)) return undefined;
    return successors.answers(since, await nameOf(organization), await nameOf(id));
  }
  if (state === "unassigned") return successors.dissolved(await nameOf(id), since);
  const names = await Promise.all(candidates.filter((each) => each !== id).map(nameOf));
  return successors.undecided(since, names.join(or), await nameOf(id));
}
