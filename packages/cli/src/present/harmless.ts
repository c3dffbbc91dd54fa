import { harmlessText } from "@heed/core";
import pc from "picocolors";

/** The styles that our own tables and sentences have: bold, dim, red, green and yellow, and the end of each. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: an escape sequence begins with one.
const ownStyle = /(\u001b\[(?:1|2|22|31|32|33|39)m)/;

/** A text as a terminal may have it: our own styles, where it has colours, and of everything else what it shows and not what it obeys. */
export function harmless(text: string, stream: { isTTY?: boolean } = process.stdout): string {
  if (!pc.isColorSupported || stream === process.stderr) return harmlessText(text);
  return text
    .split(ownStyle)
    .map((piece) => (ownStyle.test(piece) ? piece : harmlessText(piece)))
    .join("");
}
