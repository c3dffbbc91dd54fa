/** What is found for each text, leaving out texts for which nothing is found. */
export function foundFor<Found>(
  texts: readonly string[],
  find: (text: string) => readonly Found[],
): ReadonlyMap<string, readonly Found[]> {
  return new Map(texts.map((text) => [text, find(text)] as const).filter(([, found]) => found.length > 0));
}
