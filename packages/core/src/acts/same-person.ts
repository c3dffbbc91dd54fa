import { lookAlikeName, searchableName } from "../organization/organization.ts";

/**
 * Whether two names may be one person's: the same words in any order, without differences of case and accents, where an
 * initial stands for a word and a word may be missing. "A. Lambert", "Lambert, Anne" and "LAMBERT" may be the same
 * person, so that another spelling does not make a second person. An initial stands for a word only beside a word in
 * full that is the same; otherwise a list of letters would be everybody's name. A letter of another script that looks like a
 * Latin one is that letter.
 */
export function maybeSamePerson(a: string, b: string): boolean {
  return maybeSame(searchableName(a), searchableName(b)) || maybeSame(lookAlikeName(a), lookAlikeName(b));
}

function maybeSame(a: string, b: string): boolean {
  const [short, long] = [wordsOf(a), wordsOf(b)].sort((one, other) => one.length - other.length) as [
    string[],
    string[],
  ];
  // A name without a word names nobody, so it is not everybody.
  if (short.length === 0) return a.trim() === b.trim();
  const isInFull = (word: string) => word.length > 1 && long.includes(word);
  const mayAbbreviate = short.some(isInFull);
  return short.every((word) => {
    const place = placeOf(word, long, mayAbbreviate);
    if (place >= 0) long.splice(place, 1);
    return place >= 0;
  });
}

/** A whole word is preferred to an initial of it. */
function placeOf(word: string, among: readonly string[], mayAbbreviate: boolean): number {
  const whole = among.indexOf(word);
  if (whole >= 0 || !mayAbbreviate) return whole;
  return among.findIndex((each) => (word.length === 1 || each.length === 1) && each[0] === word[0]);
}

function wordsOf(name: string): string[] {
  return name
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== "")
    .sort((a, b) => b.length - a.length);
}
