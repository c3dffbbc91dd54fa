import { groupedBy } from "../grouped-by.ts";

/** What a row, or a known recommendation, says beside what both have in common; each thing as one text. */
export type Saying = {
  /** What only tells recommendations apart that ask the same of the same: their themes. */
  asks: readonly string[];
  /** What was said of it. */
  answers: readonly string[];
  /** The source's own words. */
  words: readonly string[];
};

/** More pairs than this are not compared one by one: those that say the same were found before. */
const mostPairs = 250_000;

/**
 * Which known recommendation each row is, where all of them ask the same of the same: first the one that says the same, then
 * the nearest; between equals their order decides. Answers the place in `known`, or undefined for a row that is new.
 */
export function pairRows(given: readonly Saying[], known: readonly Saying[]): (number | undefined)[] {
  const paired: (number | undefined)[] = given.map(() => undefined);
  const free = new Set(known.keys());
  const take = (row: number, place: number | undefined) => {
    if (place === undefined || paired[row] !== undefined || !free.delete(place)) return;
    paired[row] = place;
  };
  const same = groupedBy(known.keys(), (place) => textOf(known[place] as Saying));
  for (const [row, each] of given.entries()) take(row, same.get(textOf(each))?.shift());
  const rows = [...given.keys()].filter((row) => paired[row] === undefined);
  const places = [...free];
  if (rows.length * places.length > mostPairs) for (const [index, row] of rows.entries()) take(row, places[index]);
  else for (const { row, place } of nearestFirst(given, known, rows, places)) take(row, place);
  return paired;
}

function nearestFirst(given: readonly Saying[], known: readonly Saying[], rows: number[], places: number[]) {
  const pairs = rows.flatMap((row, index) =>
    places.map((place, other) => {
      const [one, two] = [given[row] as Saying, known[place] as Saying];
      const distance = [
        unshared(one.asks, two.asks),
        unshared(one.answers, two.answers),
        unshared(one.words, two.words),
        index < other ? other - index : index - other,
      ];
      return { row, place, distance };
    }),
  );
  return pairs.sort((one, other) => {
    const at = one.distance.findIndex((each, place) => each !== other.distance[place]);
    return (one.distance[at] ?? 0) - (other.distance[at] ?? 0);
  });
}

/** How many things only one of two lists has. */
function unshared(one: readonly string[], other: readonly string[]): number {
  const rest = [...other];
  const own = one.filter((each) => {
    const at = rest.indexOf(each);
    if (at >= 0) rest.splice(at, 1);
    return at < 0;
  });
  return own.length + rest.length;
}

function textOf({ asks, answers, words }: Saying): string {
  return JSON.stringify([asks, answers, words].map((each) => [...each].sort()));
}
