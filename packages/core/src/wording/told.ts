import type { Reason, ReasonCode } from "../follow-up/reason.ts";
import type { Label } from "../label.ts";
import type { RefDataList } from "../ref-data/labels.ts";
import type { Day } from "../time/day.ts";
import { Precision } from "../time/due-date.ts";
import { type GivenForm, givenForm } from "../time/shown-date.ts";
import { labelWithin } from "./label-within.ts";

export type Values = Readonly<Record<string, string | number>>;

/** Writes a day, or the period that it ends, as readers of a language do. */
export type DateWriter = (on: Day, precision?: Precision) => string;

/** What a language says of the reasons: when something was given, and a sentence for each code. */
export type Wording = {
  given: (form: GivenForm, date: DateWriter) => string;
  sentences: Readonly<Record<ReasonCode, (told: Told) => string>>;
};

/** The values of one reason, in the form in which a sentence takes them. */
export type Told = {
  values: Values;
  /** A date in it, as far as it is known. */
  shown: (name: string) => string;
  /** The very day of a date, whatever its precision. */
  day: (name: string) => string;
  /** When something was given: "on 17 March 2024", "by March 2024". */
  when: (name: string) => string;
  /** The labels of one code or several, within a sentence. */
  label: (list: RefDataList, codes: string | number | undefined) => string;
};

export function toldOf({ facts, dates }: Reason, language: keyof Label, { given }: Wording, date: DateWriter): Told {
  const values: Values = { ...facts, ...dates };
  const precisionOf = (name: string) => Precision.optional().parse(values[`${name}Precision`]);
  const dayOf = (name: string) => (values[name] === undefined ? undefined : String(values[name]));
  return {
    values,
    shown: (name) => date(String(values[name]), precisionOf(name)),
    day: (name) => date(String(values[name])),
    when: (name) =>
      given(
        givenForm({
          on: dayOf(name),
          by: dayOf(`${name}By`),
          byPrecision: precisionOf(`${name}By`),
          after: dayOf(`${name}After`),
        }),
        date,
      ),
    label: (list, codes) =>
      String(codes)
        .split(", ")
        .map((code) => labelWithin(list, code, language))
        .join(", "),
  };
}
