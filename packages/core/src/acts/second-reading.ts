import { PersonName, ReadableText } from "../text/bounded-text.ts";

/** Who read it besides the assessor, or why nobody could (R35). */
export const secondReading = {
  secondReader: PersonName.optional(),
  singleReader: ReadableText.optional().describe("Why there is only one reader."),
};
