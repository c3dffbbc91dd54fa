import type { Section } from "../../document/document.ts";
import { paragraph, text } from "../../document/inlines.ts";
import { saidOr } from "../../not-public-yet.ts";
import type { Day } from "../../time/day.ts";
import type { Precision } from "../../time/due-date.ts";
import type { ChapterPromise } from "../facts/promises.ts";
import type { Telling } from "../wording/telling.ts";

/** What became of every promise on record. */
export function promises(telling: Telling): Section {
  const { facts, wording, day, label, name, reason } = telling;
  const { promises: all, to } = facts;
  const { heads, promises: words, promiseStates } = wording;
  const count = (state: ChapterPromise["state"]) => all.filter((each) => each.state === state).length;
  const date = (on: Day | undefined, precision: Precision | undefined) =>
    text(on === undefined ? wording.withoutDate : day(on, precision));
  const stateText = ({ state }: ChapterPromise) =>
    state === "overdue" || state === "open" || state === "ended"
      ? promiseStates[state]
      : label("commitmentOutcome", state);
  const counts = {
    ...{ total: all.length, met: count("met"), overdue: count("overdue"), open: count("open") },
    ...{ replaced: count("replaced"), abandoned: count("abandoned"), ended: count("ended") },
    moved: all.filter(({ moves }) => moves > 0).length,
    moves: all.reduce((sum, { moves }) => sum + moves, 0),
  };
  return {
    id: "promises",
    title: words.title,
    sections: [],
    blocks: [
      all.length === 0
        ? paragraph(text(words.none))
        : paragraph(text(words.lead(counts)), reason("D27", "changes", { from: "0001-01-01", to, kind: "promised" })),
      ...telling.listing(
        {
          id: "promises-table",
          caption: [text(words.table), reason("D5", "overdue", { asOf: to, kind: "commitment" })],
          columns: [
            { label: heads.recommendation, weight: 3, rowHeader: true },
            { label: heads.responsible, weight: 3 },
            { label: heads.promise, weight: 4 },
            { label: heads.firstDue, weight: 2 },
            { label: heads.due, weight: 2 },
            { label: heads.moves, weight: 1.6, align: "end" },
            { label: heads.state, weight: 2 },
          ],
        },
        all,
        (promise) => [
          [text(promise.recommendation.reference)],
          name(promise.responsible),
          [text(saidOr(promise.description, telling.language))],
          [date(promise.originalDue, promise.originalDuePrecision)],
          [date(promise.due, promise.duePrecision)],
          [text(String(promise.moves))],
          [text(stateText(promise))],
        ],
      ),
    ],
  };
}
