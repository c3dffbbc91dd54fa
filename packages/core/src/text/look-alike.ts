import { searchableText } from "./searchable-text.ts";

/**
 * Small letters of other scripts, and other forms of Latin ones, by the Latin letter that they look like: those of Latin, Greek
 * and Cyrillic in Unicode's list of confusable characters (UTS #39), in either case.
 */
const looksLike: Readonly<Record<string, string>> = {
  ...{ a: "аαɑᴀ", b: "вβьʙ", c: "сᴄ", d: "ԁᴅ", e: "еεᴇ", g: "ɡԍɢ", h: "нһʜ", i: "іιɩɪ", j: "јϳᴊ", k: "кκĸᴋ" },
  ...{ l: "ӏʟ", m: "мμᴍ", n: "ηɴ", o: "оοᴏ", p: "рρᴘ", q: "ԛ", r: "гʀ", s: "ѕꜱ", t: "тτᴛ", u: "υᴜ", v: "ѵνᴠ" },
  ...{ w: "ԝᴡ", x: "хχ", y: "уүγʏ", z: "ζᴢ" },
};
const latinOf = new Map(
  Object.entries(looksLike).flatMap(([latin, others]) => [...others].map((each) => [each, latin])),
);
const notAscii = /[^\x20-\x7e]/gu;

/** Greek capitals that look like another Latin letter than their small form. */
const capitals: Readonly<Record<string, string>> = { Η: "H", Ν: "N", Υ: "Y" };

/** As searchableText(), with Latin letters in place of those that look like them: a name in disguise is the same name. */
export function lookAlikeText(text: string): string {
  const named = searchableText(text.replace(/[ΗΝΥ]/gu, (sign) => capitals[sign] ?? sign));
  return named.replace(notAscii, (sign) => latinOf.get(sign) ?? sign);
}
