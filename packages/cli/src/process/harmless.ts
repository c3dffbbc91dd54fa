import { terminalSafeText } from "@heed/core/text/harmless-text";
import pc from "picocolors";

/** The styles that our own tables and sentences use: bold, dim, red, green and yellow, and their ends. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: an escape sequence begins with one.
const ownStyle = /(\u001b\[(?:1|2|22|31|32|33|39)m)/;

/**
 * A text that is safe to print on a terminal: our own styles stay, and any other control sequence is shown as text, so
 * that the terminal does not obey it.
 */
export function harmless(text: string, stream: { isTTY?: boolean } = process.stdout): string {
  if (!pc.isColorSupported || stream === process.stderr) return terminalSafeText(text);
  return text
    .split(ownStyle)
    .map((piece) => (ownStyle.test(piece) ? piece : terminalSafeText(piece)))
    .join("");
}
