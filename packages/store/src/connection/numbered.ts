const translations = new Map<string, string>();

/** Turns `?` into $1, $2 …; a question mark inside a quoted literal or name stays. */
export function numbered(text: string): string {
  const known = translations.get(text);
  if (known !== undefined) return known;
  let next = 0;
  const result = text.replace(/'(?:[^']|'')*'|"[^"]*"|\?/g, (part) => (part === "?" ? `$${++next}` : part));
  if (translations.size >= 2000) translations.clear();
  translations.set(text, result);
  return result;
}
