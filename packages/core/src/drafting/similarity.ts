/** How much a word tells of what a text is about: the rarer, the more. */
export type WordWeights = (word: string) => number;

/**
 * The weight of a word that `found` of `all` texts have; a word that no text has yet weighs as one that a single text has
 * (inverse document frequency, smoothed).
 */
export function weightOf(found: number, all: number): number {
  let weight = 1;
  for (let share = (all + 1) / (found + 1); share >= 2; share /= 2) weight += 1;
  return weight;
}

/** How much of what two texts say, by the weight of their words, both say: 0 to 1 (the cosine of the two). */
export function similarity(one: readonly string[], other: readonly string[], weight: WordWeights): number {
  const others = new Set(other);
  const sum = (words: readonly string[]) => words.reduce((total, word) => total + weight(word) ** 2, 0);
  const both = (sum(one) * sum(other)) ** 0.5;
  return both === 0 ? 0 : sum(one.filter((word) => others.has(word))) / both;
}
