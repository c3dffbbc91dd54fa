import { plainText } from "./plain-text.ts";

const plainAscii = /^[\t\n\x20-\x7e]*$/;
const apostrophes = /[\u0060\u00b4\u02b9\u02bc\u2018\u2019\u201b]/g;
/**
 * A letter with accents, in the scripts where people leave accents out when they search. In other scripts such a mark
 * is part of the letter.
 */
const accented = /([\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}])\p{M}+/gu;
const joiners = /[\u200c\u200d]/g;

/** Ligatures and special letters, each written in full: sharp s, œ and æ; and the final form of sigma. */
const inFull: Readonly<Record<string, string>> = {
  "\u00df": "ss",
  "\u0153": "oe",
  "\u00e6": "ae",
  "\u03c2": "\u03c3",
};
const oneSign = /[\u00df\u0153\u00e6\u03c2]/g;
const dotlessI = /\u0131/g;

/**
 * A text in small letters, in which two ways to write the same are one: œ and oe, ß and ss, ﬁ and fi; straight and
 * typographic apostrophes.
 */
export function lowerCaseText(text: string): string {
  if (plainAscii.test(text)) return text.toLowerCase().replaceAll("`", "'");
  const decomposed = plainText(text).replace(apostrophes, "'").normalize("NFKD").toLowerCase();
  return decomposed.replace(oneSign, (sign) => inFull[sign] ?? sign).normalize("NFC");
}

/**
 * A text as people search for it: in small letters, and without the accents of Latin, Greek and Cyrillic letters. The
 * marks of other scripts stay, because they make another word.
 */
export function searchableText(text: string): string {
  if (plainAscii.test(text)) return text.toLowerCase().replaceAll("`", "'");
  return lowerCaseText(text)
    .normalize("NFD")
    .replace(accented, "$1")
    .replace(oneSign, (sign) => inFull[sign] ?? sign)
    .replace(dotlessI, "i")
    .replace(joiners, "")
    .normalize("NFC");
}
