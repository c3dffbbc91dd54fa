import type { Assessment } from "../follow-up/entries/assessment.ts";
import type { Commitment } from "../follow-up/entries/commitment.ts";
import type { Entry } from "../follow-up/entries/entry.ts";
import { type LiveEntry, liveEntries } from "../follow-up/entries/live-entries.ts";
import type { ProgressUpdate } from "../follow-up/entries/progress-update.ts";
import type { Response } from "../follow-up/entries/response.ts";
import type { Label } from "../label.ts";
import { textIn } from "../localized-text.ts";
import { saidOr, wordsOf } from "../not-public-yet.ts";
import type { FollowUpDetail } from "../read-models/follow-up-detail.ts";
import type { ObligationItem } from "../read-models/obligation-item.ts";
import type { Settings } from "../settings/settings.ts";
import { shownDay } from "../tables/shown-day.ts";
import type { Day } from "../time/day.ts";
import { labelOf } from "../wording/label-within.ts";
import type { ReferenceColumn } from "./columns/columns.ts";
import { workbookWords } from "./words/words.ts";
import type { ReferenceCell } from "./workbook.ts";

type Said = {
  detail: FollowUpDetail;
  owed: readonly ObligationItem[];
  today: Day;
  language: keyof Label;
  settings: Settings;
};

/** A cell of a workbook holds no more; the whole stands in the record. */
const longest = 30_000;

/** What a row tells of its follow-up. */
export function referenceCells({
  detail,
  owed,
  today,
  language,
  settings,
}: Said): Record<ReferenceColumn, ReferenceCell> {
  const { recommendation, report, case: followUpCase } = detail;
  const { title, text, textAbsent } = recommendation;
  const shown = (texts: Parameters<typeof textIn>[0]) => textIn(texts, language, report.authenticLanguages);
  const live = liveEntries(followUpCase.entries, settings).filter(({ from }) => from <= today);
  const cells: Record<ReferenceColumn, ReferenceCell> = {
    reference: recommendation.reference,
    report: reportName(detail, language),
    text: lines([title && shown(title), text ? shown(text) : textAbsent]),
    owed: lines(owed.map((each) => owedLine(each, language))),
    due: dueCell(owed, language),
    said: lines(saidBefore(live, language)),
    found: lines(foundLast(live, language)),
  };
  for (const [name, cell] of Object.entries(cells))
    if (typeof cell === "string" && cell.length > longest)
      cells[name as ReferenceColumn] = `${cell.slice(0, longest)}…`;
  return cells;
}

/** Such as `2013: Trafficking in human beings`. */
export function reportName({ report }: Pick<FollowUpDetail, "report">, language: keyof Label): string {
  const title = report.title && textIn(report.title, language, report.authenticLanguages);
  return title ? `${report.reference}: ${title}` : report.reference;
}

function owedLine({ kind, due, duePrecision, commitment, missedYears }: ObligationItem, language: keyof Label): string {
  const what = [
    labelOf("overdueKind", kind, language),
    ...(missedYears.length > 0 ? [`(${missedYears.join(", ")})`] : []),
    ...(commitment ? [`“${saidOr(commitment.description, language)}”`] : []),
  ].join(" ");
  const day = shownDay(due, duePrecision, language);
  return day === "" ? what : workbookWords(language).by(what, day);
}

/** By when the first of them is due. */
function dueCell(owed: readonly ObligationItem[], language: keyof Label): ReferenceCell {
  const [first] = owed.filter(({ due }) => due !== undefined);
  if (first?.due === undefined) return "";
  return (first.duePrecision ?? "day") === "day"
    ? { day: first.due }
    : shownDay(first.due, first.duePrecision, language);
}

/** Its last position, its last report, and its promises. */
function saidBefore(live: readonly LiveEntry[], language: keyof Label): string[] {
  const response = last<Response>(live, "response");
  const update = last<ProgressUpdate>(live, "progressUpdate");
  const promises = live.filter((each): each is LiveEntry<Commitment> => each.entry.type === "commitment");
  return [
    ...(response
      ? [
          dated(
            response,
            labelOf("position", response.entry.position, language),
            wordsOf(response.entry, response.entry.reason, language),
          ),
        ]
      : []),
    ...(update
      ? [
          dated(
            update,
            `${update.entry.reportingYear}: ${labelOf("reportedLevel", update.entry.level ?? "notReported", language)}`,
            wordsOf(update.entry, update.entry.narrative, language),
          ),
        ]
      : []),
    ...promises.map((each) => {
      const { due } = each.entry;
      const description = saidOr(each.entry.description, language);
      const day = shownDay(due?.on, due?.precision, language);
      const { by, promised } = workbookWords(language);
      return dated(each, promised, day === "" ? description : by(description, day));
    }),
  ];
}

function foundLast(live: readonly LiveEntry[], language: keyof Label): string[] {
  const finding = last<Assessment>(live, "assessment");
  if (finding === undefined) return [];
  const { level, rationale } = finding.entry;
  return [dated(finding, labelOf("assessedLevel", level, language), rationale)];
}

function last<Of extends Entry>(live: readonly LiveEntry[], type: Of["type"]): LiveEntry<Of> | undefined {
  return live.findLast((each): each is LiveEntry<Of> => each.entry.type === type);
}

function dated({ entry }: LiveEntry, what: string, why: string | undefined): string {
  const day = entry.givenOn === undefined ? "" : `${entry.givenOn} · `;
  return why === undefined ? `${day}${what}` : `${day}${what}: ${why}`;
}

function lines(all: readonly (string | undefined)[]): string {
  return all.filter((each) => each !== undefined && each !== "").join("\n");
}
