import type { DocumentLanguage, Inline } from "../document/document.ts";
import { emphasis, strong, text } from "../document/inlines.ts";
import { writtenDay } from "../document/written-day.ts";
import type { Entry } from "../follow-up/entries/entry.ts";
import type { Evidence } from "../follow-up/entries/evidence.ts";
import { type LiveEntry, liveEntries } from "../follow-up/entries/live-entries.ts";
import { isWithheld, unpublished } from "../follow-up/entries/unpublished.ts";
import { notPublicYet, saidOr, wordsOf } from "../not-public-yet.ts";
import type { FollowUpDetail } from "../read-models/follow-up-detail.ts";
import type { Settings } from "../settings/settings.ts";
import type { Day } from "../time/day.ts";
import { labelOf } from "../wording/label-within.ts";
import { colon, semicolons } from "../wording/typeset.ts";
import { replyWords } from "./reply-words.ts";

/**
 * What an addressee said and did by a day, an item for each entry that stands, in the order in which they count. Words that wait for
 * their publication are there for who may read them, and are marked, as they are handed on (R60).
 */
export function measuresTaken(
  { case: { entries } }: FollowUpDetail,
  { asOf, settings, language }: { asOf: Day; settings: Settings; language: DocumentLanguage },
): Inline[][] {
  const said = liveEntries(entries, settings).filter(({ from }) => from <= asOf);
  const waiting = unpublished(entries);
  const isMarked = (entry: Entry) => waiting.has(entry.id) && !isWithheld(entry);
  return said.flatMap((each) => {
    const told = toldBy(each, language);
    const mark = emphasis(` (${notPublicYet[language]})`);
    return told === undefined
      ? []
      : [
          [
            strong(writtenDay(language, each.from, each.precision)),
            text(colon(language)),
            ...told,
            ...(isMarked(each.entry) ? [mark] : []),
          ],
        ];
  });
}

function toldBy({ entry }: LiveEntry, language: DocumentLanguage): Inline[] | undefined {
  const words = replyWords[language];
  const named = (name: string, value: string) => `${name}${colon(language)}${value}`;
  const then = (words: string | undefined) => {
    const said = wordsOf(entry, words, language);
    return said === undefined ? [] : [text(`. ${said}`)];
  };
  switch (entry.type) {
    case "response":
      return [text(named(words.position, labelOf("position", entry.position, language))), ...then(entry.reason)];
    case "commitment":
      return [
        text(
          words.promised(
            saidOr(entry.description, language),
            entry.due && writtenDay(language, entry.due.on, entry.due.precision),
          ),
        ),
      ];
    case "commitmentOutcome":
      return [text(labelOf("commitmentOutcome", entry.outcome, language)), ...then(entry.reason)];
    case "progressUpdate": {
      const level = entry.level && labelOf("reportedLevel", entry.level, language);
      return [
        text(level === undefined ? words.level(entry.reportingYear) : named(words.level(entry.reportingYear), level)),
        ...then(entry.narrative),
        ...evidenceTold(entry.evidence, language),
      ];
    }
    default:
      return undefined;
  }
}

/** Confidential evidence is for those alone who read it in the record (R59). */
function evidenceTold(all: readonly Evidence[], language: DocumentLanguage): Inline[] {
  const evidence = all.filter(({ confidential }) => !confidential);
  if (evidence.length === 0) return [];
  const titles = semicolons(
    language,
    evidence.map(({ title }) => title),
  );
  return [text(" "), emphasis(`${replyWords[language].evidence}${colon(language)}${titles}`)];
}
