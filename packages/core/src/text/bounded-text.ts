import { z } from "zod";

/** A text that every database, file and answer can hold. The pattern tells clients only that NUL is not allowed. */
const validText = z
  .string()
  // biome-ignore lint/suspicious/noControlCharactersInRegex: that is the character that no text has.
  .regex(/^[^\x00]*$/, "has the character NUL (U+0000), which no text can hold")
  .refine((text) => !/\p{Cs}/u.test(text), "has half a character (a lone surrogate), which no text can hold");

/** The largest number of characters in a name and in a text. */
export const maxCharacters = { name: 2_000, text: 200_000 } as const;

/** A name, a reference, a title, an address. */
export const ShortText = validText.max(maxCharacters.name);

/** What somebody wrote: about forty pages at most. */
export const LongText = validText.max(maxCharacters.text);

/** A letter, a digit or another sign that a reader sees: no space, no mark alone, and nothing that shows nothing. */
const sign = /[^\s\p{Z}\p{M}\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]/u;

/** Whether a text has nothing that a reader sees. */
export function showsNothing(text: string): boolean {
  return !sign.test(text);
}

const showsSign = [
  (text: string) => text === "" || sign.test(text),
  "shows nothing to a reader: spaces and invisible characters are no text",
] as const;

/** A name, a reference or a title that says something. */
export const ReadableName = ShortText.min(1).refine(...showsSign);

/** What somebody wrote, such as a reason, and that says something. */
export const ReadableText = LongText.min(1).refine(...showsSign);

/** The name of a person or a body: who asked, who read it. */
export const PersonName = ReadableName.refine(
  (name) => !sign.test(name) || /\p{L}/u.test(name),
  "has no letter: it names nobody",
);

/** The name of who acts or decides; a body may also be named by its id or code. */
export const AuthorityName = ReadableName.refine(
  (name) => !sign.test(name) || /[\p{L}\p{N}]/u.test(name),
  "has no letter and no digit: it names nobody",
);
