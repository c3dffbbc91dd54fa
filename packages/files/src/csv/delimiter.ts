const candidates = [",", ";", "\t", "|"];

/**
 * The text of the header, or of another record by its number from 1 (an empty line counts as a record). It ends at the
 * first line end outside quotes; undefined when the text ends before that.
 */
export function headerText(text: string, number = 1): string | undefined {
  let quoted = false;
  let start = 0;
  let left = number;
  for (let at = 0; at < text.length; at++) {
    const sign = text[at];
    if (sign === '"') quoted = !quoted;
    else if (!quoted && (sign === "\n" || sign === "\r")) {
      left -= 1;
      if (left === 0) return text.slice(start, at);
      if (sign === "\r" && text[at + 1] === "\n") at += 1;
      start = at + 1;
    }
  }
  return undefined;
}

/**
 * The delimiter that occurs most often in the header outside quotes: comma, semicolon, tab or bar. A comma if none
 * occurs.
 */
export function delimiterOf(header: string): string {
  const plain = header.replace(/"[^"]*"?/g, "");
  let best = ",";
  let most = 0;
  for (const candidate of candidates) {
    const count = plain.split(candidate).length - 1;
    if (count > most) [best, most] = [candidate, count];
  }
  return best;
}
