const candidates = [",", ";", "\t", "|"];

/** The header's text: up to the first line end outside quotes, or undefined when the text does not reach it. */
export function headerText(text: string): string | undefined {
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const sign = text[at];
    if (sign === '"') quoted = !quoted;
    else if (!quoted && (sign === "\n" || sign === "\r")) return text.slice(0, at);
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
