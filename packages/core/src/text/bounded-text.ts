import { z } from "zod";

/** A text that every database, file and answer can hold. The pattern tells clients only that NUL is not allowed. */
const sound = z
  .string()
  // biome-ignore lint/suspicious/noControlCharactersInRegex: that is the character that no text has.
  .regex(/^[^\x00]*$/, "has the character NUL (U+0000), which no text can hold")
  .refine((text) => !/\p{Cs}/u.test(text), "has half a character (a lone surrogate), which no text can hold");

/** The largest number of characters in a name and in a text. */
export const mostSigns = { name: 2_000, text: 200_000 } as const;

/** A name, a reference, a title, an address. */
export const ShortText = sound.max(mostSigns.name);

/** What somebody wrote: about forty pages at most. */
export const LongText = sound.max(mostSigns.text);
