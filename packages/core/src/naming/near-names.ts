import { searchableName } from "../organization/organization.ts";
import { editDistance } from "../text/nearest.ts";

/** As many names as a person reads in one line. */
const maxNames = 5;

/** The longest name that is compared letter by letter. */
const longestName = 200;

/**
 * The names that were probably meant, nearest first: a third of the letters may differ, or one name contains the other.
 */
export function nearNames(wrong: string, names: readonly string[]): string[] {
  const asked = searchableName(wrong);
  if (asked === "" || asked.length > longestName) return [];
  // A code is often the name in small letters: list only one of them.
  const distinct = [...new Map(names.toReversed().map((name) => [searchableName(name), name])).values()].reverse();
  return distinct
    .flatMap((name) => {
      const distance = distanceOf(asked, searchableName(name));
      return distance === undefined ? [] : [{ name, distance }];
    })
    .sort((a, b) => a.distance - b.distance)
    .slice(0, maxNames)
    .map(({ name }) => name);
}

/** "; did you mean 2011-03, or 2011-04?" for an unknown name; an empty text when nothing is near. */
export function meantText(wrong: string, names: readonly string[]): string {
  const near = nearNames(wrong, names);
  return near.length === 0 ? "" : `; did you mean ${near.join(", or ")}?`;
}

function distanceOf(asked: string, name: string): number | undefined {
  const longer = name.length - asked.length;
  if (asked.length >= 3 && name.includes(asked)) return longer;
  const isNear = (distance: number) => distance * 3 <= asked.length + 1;
  if (name.length > longestName || !isNear(longer) || !isNear(-longer)) return undefined;
  const distance = editDistance(asked, name);
  return isNear(distance) ? distance : undefined;
}
