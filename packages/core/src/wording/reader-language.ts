import type { Label } from "../label.ts";

/** The languages in which Heed has words of its own. */
export const languages: readonly (keyof Label)[] = ["en", "fr", "nl", "de"];

/** The language in which labels and sentences are given to who asks for a language: English where they are not in it. */
export function readerLanguage(asked: string | undefined): keyof Label {
  return languages.find((each) => each === asked) ?? "en";
}
