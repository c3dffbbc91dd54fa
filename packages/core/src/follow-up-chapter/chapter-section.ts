import type { Document, DocumentLanguage, Section } from "../document/document.ts";
import { textIn } from "../localized-text.ts";
import type { ChapterFacts } from "./facts/chapter-facts.ts";
import { eachRecommendation } from "./sections/each-recommendation.ts";
import { inBrief } from "./sections/in-brief.ts";
import { overdue } from "./sections/overdue.ts";
import { promises } from "./sections/promises.ts";
import { repeats } from "./sections/repeats.ts";
import { twoVoices } from "./sections/two-voices.ts";
import { whatWasFound } from "./sections/what-was-found.ts";
import { whatWasSaid } from "./sections/what-was-said.ts";
import { yearBefore } from "./sections/year-before.ts";
import { type ChapterAddresses, chapterWordings, tellingOf } from "./wording/telling.ts";

const parts = [
  inBrief,
  yearBefore,
  whatWasSaid,
  whatWasFound,
  promises,
  twoVoices,
  overdue,
  repeats,
  eachRecommendation,
] as const;

/** The chapter as one section, for a report that has others too. */
export function chapterSection(
  facts: ChapterFacts,
  language: DocumentLanguage,
  addresses: ChapterAddresses = {},
): Section {
  const telling = tellingOf(facts, language, addresses);
  return {
    id: "follow-up",
    title: telling.wording.title(facts.year),
    blocks: [],
    sections: parts.map((part) => part(telling)),
  };
}

/** The chapter as a document of its own. */
export function chapterDocument(
  facts: ChapterFacts,
  language: DocumentLanguage,
  addresses: ChapterAddresses = {},
): Document {
  const { days } = tellingOf(facts, language, addresses);
  const { title, sections } = chapterSection(facts, language, addresses);
  return {
    language,
    title,
    subtitle: chapterWordings[language].subtitle(days),
    issuer: textIn(facts.issuingBody.name, language),
    day: facts.to,
    sections,
  };
}
