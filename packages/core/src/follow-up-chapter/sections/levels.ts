import type { Chart } from "../../document/document.ts";
import { AssessedLevel } from "../../follow-up/levels.ts";
import { type RefDataList, refData } from "../../ref-data/labels.ts";
import type { Telling } from "../wording/telling.ts";

/** From what is least done to what is most; what nobody assessed has a grey of its own. */
const tones: Readonly<Record<AssessedLevel, number>> = {
  contraryAction: 0,
  noEvidence: 1,
  notStarted: 2,
  announced: 3,
  underWay: 4,
  partiallyImplemented: 5,
  substantiallyImplemented: 6,
  alternativeAction: 7,
  fullyImplemented: 8,
  noLongerApplicable: 9,
  notAssessed: 10,
};

type Counts = Readonly<Partial<Record<string, number>>>;

/** The levels that occur, each with its number in every category. */
export function levelSeries({ label }: Pick<Telling, "label">, counts: readonly Counts[]): Chart["series"] {
  return AssessedLevel.options
    .filter((level) => counts.some((each) => (each[level] ?? 0) > 0))
    .map((level) => ({
      label: label("assessedLevel", level),
      tone: tones[level],
      values: counts.map((each) => each[level] ?? 0),
    }));
}

/** Codes with a number, in words and in the order of their list: "Not started: 3; Announced: 1". */
export function countsText(
  { label, colon, beside }: Pick<Telling, "label" | "colon" | "beside">,
  list: RefDataList,
  counts: Counts,
): string {
  const known = Object.keys(refData[list]).filter((code) => (counts[code] ?? 0) > 0);
  return beside(known.map((code) => `${label(list, code)}${colon}${counts[code]}`));
}
