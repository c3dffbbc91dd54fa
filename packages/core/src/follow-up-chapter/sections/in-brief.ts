import type { Section } from "../../document/document.ts";
import { paragraph, text } from "../../document/inlines.ts";
import { textIn } from "../../localized-text.ts";
import type { Rate } from "../../progress/progress.ts";
import { percent, type Telling } from "../wording/telling.ts";

/** The whole in some sentences, and the rates of both days. */
export function inBrief(telling: Telling): Section {
  const { facts, wording, day, days, reason } = telling;
  const { after, issuingBody, to, reports, overdue, overdueBefore, followUps } = facts;
  const { brief, voices } = wording;
  const all = after?.followUps ?? 0;
  const closed = after?.byLifecycle.closed ?? 0;
  const rate = (name: Rate["name"]) => after?.rates.find((each) => each.name === name);
  const [responded, implemented] = [rate("responded"), rate("implemented")];
  const body = textIn(issuingBody.name, telling.language);
  const progress = { asOf: to, groupBy: "all" };
  const owing = followUps.filter(({ role }) => role !== "forInformation");
  const divergent = owing.filter((each) => each.divergent).length;
  const unverified = owing.filter((each) => each.unverified).length;
  return {
    id: "in-brief",
    title: brief.title,
    sections: [],
    blocks: [
      paragraph(
        text(
          brief.followed({
            ...{ body, day: day(to), followUps: all, reports: reports.length },
            ...{ open: all - closed, closed },
          }),
        ),
        reason("R16", "progress", progress),
      ),
      paragraph(
        text(brief.answered({ answered: responded?.numerator ?? 0, due: responded?.denominator ?? 0 })),
        text(" "),
        text(
          brief.done({
            done: implemented?.numerator ?? 0,
            judged: implemented?.denominator ?? 0,
            notAssessed: implemented?.notAssessed ?? 0,
          }),
        ),
        reason("R13", "progress", progress),
      ),
      paragraph(
        text(
          brief.overdue({
            ...{ total: overdue.total, before: overdueBefore.total },
            ...{ long: overdue.totalsByAge.daysOver365 ?? 0, from: days.from },
          }),
        ),
        ...(overdue.total > 0 && overdue.totalsByKind.verification === overdue.total
          ? [text(` ${brief.onlyOwn}`)]
          : []),
        reason("D2", "overdue", { asOf: to }),
        text(" "),
        text(divergent === 0 ? `${voices.none} ${voices.unverified(unverified)}` : brief.voices(divergent, unverified)),
        reason("R30", "followUps", { asOf: to, divergent: "true" }),
      ),
      rates(telling),
    ],
  };
}

/** Each with numerator and denominator, and what its denominator counts (R13). */
function rates({ facts: { before, after, to }, wording, days, label, reason }: Telling) {
  const { heads, share, brief } = wording;
  const cell = (of: Rate | undefined) =>
    of === undefined || of.denominator === 0
      ? wording.none
      : share(of.numerator, of.denominator, percent(of.numerator, of.denominator));
  return {
    kind: "table" as const,
    id: "rates",
    caption: [text(brief.rates)],
    columns: [
      { label: heads.rate, weight: 3, rowHeader: true as const },
      { label: days.from, weight: 3, align: "end" as const },
      { label: days.to, weight: 3, align: "end" as const },
      { label: heads.tooYoung, weight: 2, align: "end" as const },
      { label: heads.leftOut, weight: 2, align: "end" as const },
    ],
    rows: (after?.rates ?? []).map((rate) => {
      const earlier = before?.rates.find(({ name }) => name === rate.name);
      const cohort = `${rate.cohort.slice(0, 1).toUpperCase()}${rate.cohort.slice(1)}. `;
      return [
        [text(label("rate", rate.name)), reason("R13", "progress", { asOf: to, groupBy: "all" }, text(cohort))],
        [text(cell(earlier))],
        [text(cell(rate))],
        [text(String(rate.tooYoung))],
        [text(String((rate.notAssessed ?? 0) + rate.undetermined))],
      ];
    }),
  };
}
