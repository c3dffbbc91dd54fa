import type { Block, Document, DocumentLanguage, Section } from "../../document/document.ts";
import { paragraph, text } from "../../document/inlines.ts";
import { textIn } from "../../localized-text.ts";
import { typesetAll } from "../../wording/typeset.ts";
import type { ChapterFacts } from "../facts/chapter-facts.ts";
import { type ChapterAddresses, tellingOf } from "../wording/telling.ts";
import { de } from "./de.ts";
import { en } from "./en.ts";
import { fr } from "./fr.ts";
import { nl } from "./nl.ts";
import type { SummaryWording } from "./told.ts";

const wordings: Readonly<Record<DocumentLanguage, SummaryWording>> = { en, nl, de, fr: typesetAll("fr", fr) };

/** Who is most behind: more would not fit on the page. */
const mostNamed = 5;

/** The chapter on one page, in plain language: from the same facts, so that its figures are the chapter's. */
export function summaryDocument(
  facts: ChapterFacts,
  language: DocumentLanguage,
  addresses: ChapterAddresses = {},
): Document {
  const { after, overdue, owing, followUps, issuingBody, year, to } = facts;
  const { days, reason } = tellingOf(facts, language, addresses);
  const words = wordings[language];
  const body = textIn(issuingBody.name, language);
  const all = after?.followUps ?? 0;
  const closed = after?.byLifecycle.closed ?? 0;
  const counts = {
    ...{ all, closed, open: all - closed },
    done: after?.byAssessed.fullyImplemented ?? 0,
    notJudged: after?.byAssessed.notAssessed ?? 0,
    ...{ late: overdue.total, long: overdue.totalsByAge.daysOver365 ?? 0 },
    divergent: followUps.filter(({ role, divergent }) => role !== "forInformation" && divergent).length,
  };
  const progress = reason("R16", "progress", { asOf: to, groupBy: "all" });
  const late: Block[] =
    overdue.total === 0
      ? [paragraph(text(words.late.none))]
      : [
          paragraph(text(words.late.text(counts)), reason("D2", "overdue", { asOf: to })),
          {
            kind: "list",
            ordered: false,
            items: owing
              .slice(0, mostNamed)
              .map(({ organization, overdue: count }) => [
                text(words.late.who(textIn(organization.name, language), count)),
              ]),
          },
        ];
  const section = (id: string, title: string, ...blocks: Block[]): Section => ({ id, title, blocks, sections: [] });
  return {
    ...{ language, issuer: body, day: to, title: words.title(year), subtitle: days.to },
    sections: [
      section("what", words.what.title, paragraph(text(words.what.text(body, days.to)))),
      section(
        "done",
        words.done.title,
        paragraph(text(words.done.asked(counts)), progress),
        paragraph(text(words.done.found(body, counts)), progress),
      ),
      section("late", words.late.title, ...late),
      section(
        "voices",
        words.voices.title,
        paragraph(text(words.voices.text(body, counts)), reason("R30", "followUps", { asOf: to, divergent: "true" })),
      ),
    ],
  };
}
