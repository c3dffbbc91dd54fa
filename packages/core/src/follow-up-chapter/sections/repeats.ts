import type { Section } from "../../document/document.ts";
import { paragraph, text } from "../../document/inlines.ts";
import type { Telling } from "../wording/telling.ts";

/** Recommendations that had been asked before, and since when (R15). */
export function repeats(telling: Telling): Section {
  const { facts, wording, day, name, reason } = telling;
  const { repeated, followUps, to } = facts;
  const { repeats: words, heads } = wording;
  const byId = new Map(followUps.map((each) => [each.followUp, each]));
  const aged = repeated
    .map((item) => ({ ...item, since: byId.get(item.followUp) }))
    .sort((one, other) => (other.since?.daysSinceFirstAsked ?? 0) - (one.since?.daysSinceFirstAsked ?? 0));
  const oldest = aged[0]?.since;
  const firstDay = (of: typeof oldest) => of?.firstAsked && day(of.firstAsked, of.firstAskedPrecision);
  return {
    id: "repeats",
    title: words.title,
    sections: [],
    blocks: [
      paragraph(
        text(aged.length === 0 ? words.none : words.lead(aged.length, firstDay(oldest))),
        reason("R15", "changes", { from: "0001-01-01", to, kind: "askedAnew" }),
      ),
      ...telling.listing(
        {
          id: "asked-again",
          caption: [text(words.table)],
          columns: [
            { label: heads.recommendation, weight: 4, rowHeader: true },
            { label: heads.responsible, weight: 3 },
            { label: heads.times, weight: 1.4, align: "end" },
            { label: heads.firstAsked, weight: 2 },
            { label: heads.age, weight: 1.4, align: "end" },
          ],
        },
        aged,
        ({ recommendation, report, responsible, times, since }) => [
          telling.recommendation(recommendation, report),
          name(responsible),
          [text(times === undefined ? "" : `${times}×`)],
          [text(firstDay(since) ?? "")],
          [text(since?.daysSinceFirstAsked === undefined ? "" : wording.years(wholeYears(since.daysSinceFirstAsked)))],
        ],
      ),
    ],
  };
}

/** In years of 365.25 days, cut. */
function wholeYears(days: number): number {
  return Number.parseInt(String(days / 365.25), 10);
}
