import { contentKey } from "./compared-entry.ts";
import type { GivenEntry } from "./edition.ts";

/**
 * Which promises without a day another row of the same file gives of an earlier day already, such as the rows of two
 * years: they are one promise, as they would be in two files. Answers their places, each with that of the first.
 */
export function promisedAgain(given: readonly GivenEntry[]): { place: number; first: number }[] {
  const undated = [...given.entries()]
    .flatMap(([place, { entry }]) =>
      entry.type === "commitment" && entry.givenOn === undefined && entry.knownBy !== undefined
        ? [{ place, key: contentKey(entry), knownBy: entry.knownBy }]
        : [],
    )
    .sort((one, other) => (one.knownBy < other.knownBy ? -1 : one.knownBy > other.knownBy ? 1 : 0));
  const firsts = new Map<string, number>();
  return undated.flatMap(({ place, key }) => {
    const first = firsts.get(key);
    if (first !== undefined) return [{ place, first }];
    firsts.set(key, place);
    return [];
  });
}
