/** A number as it is printed before a recommendation: 3, 1.2, 115.1, 2b, 012/21. */
const number = String.raw`\d{1,4}(?:[./-]\d{1,4})*[a-z]?`;
const word = "(?:recommend?ation|recommandation|aanbeveling|empfehlung)";

/** "Recommendation 3: …", "Aanbeveling nr. 3. …", "R3. …". */
const worded = new RegExp(
  String.raw`^(?:${word}\s+(?:n[°ºor]\.?\s*|no\.\s*)?|[RE])(${number})\s*(?:[.):\u2013\u2014-]+|\n)?\s*(\S[\s\S]*)?$`,
  "iu",
);
/** "3. …", "3) …", "(3) …", "3 – …". */
const pointed = new RegExp(String.raw`^\(?(${number})\s*(?:[.):]|\s[\u2013\u2014-](?=\s))\s*(\S[\s\S]*)?$`, "u");
/** "115.1 Take …": only a number of several levels needs no sign after it. */
const levelled = /^(\d{1,4}(?:[./]\d{1,4})+[a-z]?)\s+(?=["“«„(]?\p{Lu})(\S[\s\S]*)$/u;

export type Numbered = {
  reference: string;
  /** What stands after the number; empty where nothing does. */
  text: string;
  /** The word "recommendation" stands before the number. */
  isWorded: boolean;
};

/** The number before a text, where it is that of a recommendation; undefined where none stands there. */
export function numberBefore(text: string): Numbered | undefined {
  const trimmed = text.trim();
  const byWord = worded.exec(trimmed);
  const found = byWord ?? levelled.exec(trimmed) ?? pointed.exec(trimmed);
  const [, reference, rest = ""] = found ?? [];
  return reference === undefined ? undefined : { reference, text: rest.trim(), isWorded: byWord !== null };
}

/** An item within a recommendation: a bullet, or a letter. */
export function isItem(text: string): boolean {
  return /^(?:[•‣▪◦–—*·-]|\(?(?:[a-z]|[ivx]{1,4})[.)])\s/u.test(text.trim());
}
