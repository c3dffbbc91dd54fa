const candidates = [",", ";", "\t", "|"];

/**
 * The header's text, or that of another record by its number from 1, an empty line being one: up to the line end outside quotes, or undefined when the
 * text does not reach it.
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

/** The sign among comma, semicolon, tab and bar that stands most often in the header outside quotes; a comma if none does. */
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
