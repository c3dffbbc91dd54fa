import type { LocalizedText } from "../localized-text.ts";
import type { DraftingRemark } from "../read-models/drafting-remark.ts";
import { languages } from "../wording/reader-language.ts";
import { demandWords } from "./demand-words.ts";
import { demandsIn } from "./demands-in.ts";
import { isWithoutVerifiable } from "./without-verifiable.ts";

/** What the words of a text leave to be looked at, in each language whose words are known. */
export function textRemarks(text: LocalizedText): readonly DraftingRemark[] {
  return languages.flatMap((language): DraftingRemark[] => {
    const words = text[language];
    if (words === undefined) return [];
    const demands = demandsIn(words, language);
    const vague = demands.filter((demand) => isWithoutVerifiable(demand, language));
    return [
      ...(demands.length > 1 ? [{ code: "severalDemands", language, passages: demands } as const] : []),
      ...(vague.length === demands.length ? [{ code: "nothingVerifiable", language, passages: vague } as const] : []),
    ];
  });
}

/** Whether a text says by when something is to be done, or how often, in any of the languages whose words are known. */
export function hasTime(text: LocalizedText): boolean {
  return languages.some((language) => demandWords[language].time.test(text[language] ?? ""));
}
