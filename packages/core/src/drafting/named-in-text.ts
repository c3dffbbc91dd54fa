import type { LocalizedText } from "../localized-text.ts";
import { searchableName } from "../organization/organization.ts";
import type { Id } from "../source.ts";

/** Shorter names are codes and common words. */
export const shortestNamed = 5;
/** As many as a person reads through. */
const mostNamed = 5;

/** A name under which an organization is found, as `searchableName` makes it. */
export type SearchableName = { organization: Id; name: string };

/** A text in which names are looked for: in one line, as names are searched. */
export function searchableForNames(text: LocalizedText): string {
  return searchableName(Object.values(text).join(" "));
}

/**
 * The organizations whose name stands as words in a text, in the order of the text. A name within a longer one that stands there too
 * names nobody: "the police" of "the federal police".
 */
export function namedInText(text: LocalizedText, names: readonly SearchableName[]): readonly Id[] {
  const within = searchableForNames(text);
  const found = names
    .flatMap(({ organization, name }) => {
      const place = name.length < shortestNamed ? -1 : placeOf(name, within);
      return place < 0 ? [] : [{ organization, place, end: place + name.length }];
    })
    .sort((one, other) => one.place - other.place || other.end - one.end);
  const own = found.filter(
    ({ place, end }) =>
      !found.some((each) => each.place <= place && each.end >= end && each.end - each.place > end - place),
  );
  return [...new Set(own.map(({ organization }) => organization))].slice(0, mostNamed);
}

const letter = /[\p{L}\p{M}\p{N}]/u;

/** Where a name begins as words of its own; -1 where it does not stand. */
function placeOf(name: string, text: string): number {
  for (let place = text.indexOf(name); place >= 0; place = text.indexOf(name, place + 1)) {
    const [before = "", after = ""] = [text[place - 1], text[place + name.length]];
    if (!letter.test(before) && !letter.test(after)) return place;
  }
  return -1;
}
