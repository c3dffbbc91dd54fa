import type { Entry } from "../follow-up/entries/entry.ts";
import type { NewEntry } from "../mapping/reading/import-row.ts";
import { comparedOf, withoutDays } from "./compared-entry.ts";
import { type Comparison, type Given, isSame, isUninterrupted, type Line } from "./comparison.ts";
import { tellsItsDay } from "./days-between.ts";
import { differences, differencesOfTold } from "./differences.ts";
import type { Conflict, EditionOfFollowUp, Told } from "./edition.ts";

/**
 * Finds the given entries that contradict a known one. What a newer edition says otherwise stays, and so does what a person
 * corrected in Heed.
 */
export function takeContradicting(comparison: Comparison): { conflicts: Conflict[]; older: Told[] } {
  const { edition, open } = comparison;
  const found = { conflicts: [] as Conflict[], older: [] as Told[] };
  for (const given of open) {
    const against = contradicted(comparison, given);
    if (against === undefined) continue;
    open.delete(given);
    const { place, type, entry } = given;
    const detail = differences(comparedOf(against.lastFromSource), comparedOf(entry)).join("; ");
    if (isOlder(edition, entry, against.lastFromSource)) {
      against.isNewer = true;
      found.older.push({ place, type, detail });
      continue;
    }
    against.shownBy = given;
    if (against.correctedInHeed && !isSame(against, given)) {
      const { tip } = against;
      const others = differencesFromHeed(tip, given);
      if (others.length > 0) found.conflicts.push({ place, type, detail: others.join("; "), correctedInHeed: tip.id });
      continue;
    }
    against.contradicted = true;
    if (!edition.acceptCorrections) found.conflicts.push({ place, type, detail });
  }
  return found;
}

/**
 * The known entry that a given one contradicts: the same words with another day, or other words with the same day, when
 * the edition no longer shows the known entry.
 */
function contradicted(comparison: Comparison, given: Given): Line | undefined {
  const rest = comparison.lines.filter(({ shownBy, standing, type }) => !shownBy && standing && type === given.type);
  const { givenOn } = given.entry;
  const isOfItsDay = ({ lastFromSource, all }: Line) =>
    givenOn === undefined
      ? lastFromSource.givenOn === undefined && all[0]?.day === given.showing.day
      : lastFromSource.givenOn === givenOn;
  const hasAnotherDay = (line: Line) =>
    tellsItsDay(line.lastFromSource) && tellsItsDay(given.entry) && isUninterrupted(comparison, line, given);
  return rest.find((line) => isSame(line, given) && hasAnotherDay(line)) ?? rest.find(isOfItsDay);
}

/** What a row tells otherwise than the version in Heed: what it leaves blank, or only assumes from its day, says nothing. */
function differencesFromHeed(tip: Entry, { entry, assumed }: Given): string[] {
  const told: Record<string, unknown> = { ...withoutDays(comparedOf(entry)) };
  for (const field of assumed) delete told[field];
  return differencesOfTold(comparedOf(tip), told);
}

/** Whether a newer edition showed the known entry. An edition without a day counts as the newest. */
function isOlder({ shownTypes, shownBefore }: EditionOfFollowUp, { type, source }: NewEntry, known: Entry): boolean {
  const day = shownTypes.get(type) ?? source?.on;
  const days = [known.source?.on, ...(shownBefore.get(type) ?? [])];
  return day !== undefined && days.some((each) => each !== undefined && each > day);
}
