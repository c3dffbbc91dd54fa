import type { Brief } from "../briefing/brief.ts";
import { briefText } from "../briefing/wording/brief-text.ts";
import type { Document, DocumentLanguage, Section } from "../document/document.ts";
import { paragraph, recordText, strong, text } from "../document/inlines.ts";
import { writtenDay } from "../document/written-day.ts";
import { textIn } from "../localized-text.ts";
import type { Day } from "../time/day.ts";
import { typeset, typesetAll } from "../wording/typeset.ts";

type Words = { title: string; subtitle: (day: string, count: number) => string };

const words: Readonly<Record<DocumentLanguage, Words>> = {
  en: {
    title: "Briefing on recommendations",
    subtitle: (day, count) =>
      `${count === 1 ? "One recommendation" : `${count} recommendations`}, the situation on ${day}`,
  },
  nl: {
    title: "Briefing over aanbevelingen",
    subtitle: (day, count) => `${count === 1 ? "Eén aanbeveling" : `${count} aanbevelingen`}, de toestand op ${day}`,
  },
  fr: typesetAll("fr", {
    title: "Note sur des recommandations",
    subtitle: (day: string, count: number) =>
      `${count === 1 ? "Une recommandation" : `${count} recommandations`}, la situation au ${day}`,
  }),
  de: {
    title: "Kurzfassung zu Empfehlungen",
    subtitle: (day, count) => `${count === 1 ? "Eine Empfehlung" : `${count} Empfehlungen`}, Stand am ${day}`,
  },
};

/** Each recommendation as it was asked, three sentences on what became of it, and a question that follows from the record. */
export function briefingDocument(briefs: readonly Brief[], asOf: Day, language: DocumentLanguage): Document {
  const issuers = [...new Set(briefs.map(({ issuingBody }) => textIn(issuingBody.name, language)))];
  return {
    ...{ language, day: asOf, title: words[language].title, issuer: issuers.join(", ") },
    subtitle: words[language].subtitle(writtenDay(language, asOf), briefs.length),
    sections: briefs.map((brief, index) => briefSection(brief, `recommendation-${index + 1}`, language)),
  };
}

function briefSection(brief: Brief, id: string, language: DocumentLanguage): Section {
  const { recommendation, report, text: said } = brief;
  const { sentences, question } = briefText(brief, language, (on, precision) => writtenDay(language, on, precision));
  const title = recommendation.title && textIn(recommendation.title, language, report.authenticLanguages);
  return {
    ...{ id, sections: [] },
    title: [recommendation.reference, title].filter(Boolean).join(" "),
    blocks: [
      ...(said === undefined
        ? []
        : [{ kind: "quote" as const, content: [recordText(said, language, report.authenticLanguages)] }]),
      ...sentences.map((sentence) => paragraph(text(typeset(language, sentence)))),
      paragraph(strong(typeset(language, question))),
    ],
  };
}
