import { plainText } from "./plain-text.ts";

const plainAscii = /^[\t\n\x20-\x7e]*$/;
const apostrophes = /[\u0060\u00b4\u02b9\u02bc\u2018\u2019\u201b]/g;
/** A letter of the scripts in which a reader leaves marks out when he searches; in others a mark is a letter's other half. */
const marked = /([\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}])\p{M}+/gu;
const joiners = /[\u200c\u200d]/g;

/** Two letters that are one sign, each written out: sharp s, œ and æ; and the end form of a sigma. */
const writtenOut: Readonly<Record<string, string>> = {
  "\u00df": "ss",
  "\u0153": "oe",
  "\u00e6": "ae",
  "\u03c2": "\u03c3",
};
const oneSign = /[\u00df\u0153\u00e6\u03c2]/g;
const dotlessI = /\u0131/g;

/** A text in small letters in which the two ways to write a sign are one: œ and oe, ß and ss, ﬁ and fi; straight and typographic apostrophes. */
export function caselessText(text: string): string {
  if (plainAscii.test(text)) return text.toLowerCase().replaceAll("`", "'");
  const decomposed = plainText(text).replace(apostrophes, "'").normalize("NFKD").toLowerCase();
  return decomposed.replace(oneSign, (sign) => writtenOut[sign] ?? sign).normalize("NFC");
}

/**
 * A text as somebody searches for it: caseless, and without the marks of Latin, Greek and Cyrillic letters. Those of other scripts
 * stay: they make another word.
 */
export function foldedText(text: string): string {
  if (plainAscii.test(text)) return text.toLowerCase().replaceAll("`", "'");
  return caselessText(text)
    .normalize("NFD")
    .replace(marked, "$1")
    .replace(oneSign, (sign) => writtenOut[sign] ?? sign)
    .replace(dotlessI, "i")
    .replace(joiners, "")
    .normalize("NFC");
}
