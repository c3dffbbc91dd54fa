import { searchableText } from "./searchable-text.ts";

/** The candidate that was probably meant: at most a third of its letters differ. Undefined when none is so near. */
export function nearest(wrong: string, candidates: readonly string[]): string | undefined {
  const plain = searchableText(wrong).trim();
  let best: string | undefined;
  let smallest = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    const other = searchableText(candidate).trim();
    // At least as many letters differ as it has more: a long text is not compared letter by letter.
    if ((plain.length - other.length) * 3 > candidate.length + 1) continue;
    const distance = editDistance(plain, other);
    if (distance < smallest && distance * 3 <= candidate.length + 1) [best, smallest] = [candidate, distance];
  }
  return best;
}

/** "; did you mean X?", or nothing. */
export function didYouMean(wrong: string, candidates: readonly string[]): string {
  const meant = nearest(wrong, candidates);
  return meant === undefined ? "" : `; did you mean ${meant}?`;
}

/** The number of letters to insert, delete, replace, or swap with their neighbour (optimal string alignment). */
export function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, place) => place);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let cost = least((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = least(cost, (beforeLast[j - 2] ?? 0) + 1, cost);
      row.push(cost);
    }
    [beforeLast, last] = [last, row];
  }
  return last[b.length] ?? 0;
}

function least(...costs: readonly number[]): number {
  return costs.toSorted((a, b) => a - b)[0] ?? 0;
}
