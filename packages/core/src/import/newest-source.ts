import type { Source } from "../source.ts";
import { differences } from "./differences.ts";

/**
 * The source of something when another edition has different words for it: the words of the newest edition, with those
 * of the other edition beside them. Undefined when nothing is new. An edition without a day counts as the newest.
 */
export function newestSource(known: Source | undefined, given: Source | undefined): Source | undefined {
  if (given?.name === undefined) return undefined;
  if (known?.name === undefined) return given.said && given;
  const { earlier = [], ...current } = known;
  const isSaid = (words: Source["said"] = {}) => differences(words, given.said ?? {}).length === 0;
  const isOlder = known.on !== undefined && given.on !== undefined && given.on < known.on;
  if (isSaid(known.said)) return undefined;
  if (!isOlder) return { ...given, earlier: [...earlier, sourceWords(current)] };
  if (earlier.some(({ on, said }) => on === given.on && isSaid(said))) return undefined;
  const later = earlier.findIndex(({ on }) => on !== undefined && given.on !== undefined && on > given.on);
  const place = later < 0 ? earlier.length : later;
  return { ...current, earlier: [...earlier.slice(0, place), sourceWords(given), ...earlier.slice(place)] };
}

function sourceWords({ on, file, row, said = {} }: Source): NonNullable<Source["earlier"]>[number] {
  return { ...(on && { on }), ...(file && { file }), ...(row && { row }), said };
}
