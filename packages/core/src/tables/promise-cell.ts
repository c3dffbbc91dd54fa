import { saidOr } from "../not-public-yet.ts";
import { readerLanguage } from "../wording/reader-language.ts";

/** What was promised, as one reads it; a program finds nothing where it is not public yet (R60). */
export function promiseCell(
  { commitment }: { commitment?: { description?: string | undefined } | undefined },
  language: string | undefined,
): string {
  if (commitment === undefined) return "";
  return language === undefined
    ? (commitment.description ?? "")
    : saidOr(commitment.description, readerLanguage(language));
}
