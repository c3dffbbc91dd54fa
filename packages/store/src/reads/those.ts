/** What is found for each text, without the texts for which nothing is. */
export function those<Found>(
  texts: readonly string[],
  find: (text: string) => readonly Found[],
): ReadonlyMap<string, readonly Found[]> {
  return new Map(texts.map((text) => [text, find(text)] as const).filter(([, found]) => found.length > 0));
}
