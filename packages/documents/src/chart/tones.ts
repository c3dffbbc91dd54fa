/** From what is least done (orange) to what is most (blue), and grey: told apart by who confuses red and green, and in grey print. */
const tones = [
  ["7a2e00", "ffffff"],
  ["a34a00", "ffffff"],
  ["c96a12", "000000"],
  ["e39a4f", "000000"],
  ["f3c994", "000000"],
  ["cfe0ee", "000000"],
  ["93bede", "000000"],
  ["4f93c4", "000000"],
  ["0b4f8a", "ffffff"],
  ["6d5a86", "ffffff"],
  ["b7bcc2", "000000"],
] as const;

/** The colour of a tone and that of words on it, as six hexadecimal digits. */
export function toneOf(tone: number): { fill: string; words: string } {
  const [fill, words] = tones[tone] ?? ["b7bcc2", "000000"];
  return { fill, words };
}
