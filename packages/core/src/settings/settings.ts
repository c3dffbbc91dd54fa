import { z } from "zod";
import { Id, Instant } from "../source.ts";
import { ReadableName, ReadableText, ShortText } from "../text/bounded-text.ts";
import { Day, dayIn, firstDay } from "../time/day.ts";
import { Period, PeriodRules } from "../time/period.ts";

const yearsOrMore = z.int().min(1).max(100);
const daysOrMore = z.int().min(0).max(36_525);

export const PublicationOfAnswers = z.enum(["atSubmission", "byAct"]);
export type PublicationOfAnswers = z.infer<typeof PublicationOfAnswers>;

/** The settings that the rules leave to an installation, as they apply on one day. */
export const SettingValues = z
  .strictObject({
    timeZone: ShortText.describe("Of the installation's calendar days (D10)."),
    responsePeriod: Period.describe("For an answer, where the report sets none (D1)."),
    periodRules: PeriodRules.describe("How a period is counted, where the report does not tell (D10)."),
    verificationPeriod: Period.describe("For the issuing body to verify a claim outside a cycle (D23)."),
    staleAfter: Period.describe("Without a deadline and an entry, until it is stale (D7)."),
    dueSoonDays: daysOrMore.describe("The number of days before its due date from which something is due soon (D2)."),
    longOverdueDays: daysOrMore.min(1).describe("After more than this number of days something is long overdue (D8)."),
    longOutstandingYears: yearsOrMore.describe("After the first asking (D8)."),
    lookBackYears: yearsOrMore.describe("A follow-up is too young to judge before (R13; GAO)."),
    remindBeforeDays: daysOrMore.describe("This number of days before its due date the first reminder goes out (D13)."),
    remindAgainAfterDays: daysOrMore
      .min(1)
      .describe("This number of days after its due date the second reminder goes out (D13)."),
    escalateAfterDays: daysOrMore
      .min(1)
      .describe("This number of days after its due date a letter to parliament is prepared (D13)."),
    publicationOfAnswers: PublicationOfAnswers.describe(
      "Whether what an addressee answers is public from its submission, or from an act of the issuing body that publishes it (R60). It holds for what is recorded from its day on.",
    ),
  })
  .meta({ id: "Settings", description: "The settings that the rules leave to an installation, on one day." });
export type SettingValues = z.infer<typeof SettingValues>;

export const defaultSettingValues: SettingValues = {
  timeZone: "Europe/Brussels",
  responsePeriod: { amount: 2, unit: "months" },
  periodRules: "eu1182",
  verificationPeriod: { amount: 12, unit: "months" },
  staleAfter: { amount: 15, unit: "months" },
  dueSoonDays: 30,
  longOverdueDays: 365,
  longOutstandingYears: 5,
  lookBackYears: 4,
  remindBeforeDays: 14,
  remindAgainAfterDays: 30,
  escalateAfterDays: 90,
  publicationOfAnswers: "atSubmission",
};

/** A dated entry (D15): each setting that it names applies from its day until another change of the same setting. */
export const SettingChange = z
  .strictObject({
    id: Id,
    from: Day.describe("The first day on which it applies."),
    changes: SettingValues.partial(),
    reason: ReadableText,
    actor: ReadableName.describe("Who recorded it."),
    recordedAt: Instant,
  })
  .meta({ id: "SettingChange", description: "A change of the settings, from a day on." });
export type SettingChange = z.infer<typeof SettingChange>;

/** All recorded changes of the settings, prepared so that any day can be asked for. */
export type Settings = {
  /** The number of changes when the settings were read: a write can check whether there are more now. */
  version: number;
  /** In the order of their days; the first applies from the first day of the calendar. */
  periods: readonly { from: Day; values: SettingValues }[];
};

/** The settings from their recorded changes. Of two changes from one day, the one recorded later counts. */
export function settingsOf(changes: readonly SettingChange[]): Settings {
  let values = defaultSettingValues;
  const periods = [{ from: firstDay, values }];
  const inOrder = [...changes].sort((a, b) => compare(a.from, b.from) || compare(a.recordedAt, b.recordedAt));
  for (const { from, changes: changed } of inOrder) {
    values = { ...values, ...changed };
    periods.push({ from, values });
  }
  return { version: changes.length, periods: periods };
}

export const defaultSettings: Settings = settingsOf([]);

/**
 * The settings on a day. A period runs by the settings of the day on which it began, so a change moves no date of an
 * earlier period.
 */
export function settingsOn({ periods }: Settings, day: Day): SettingValues {
  return periods.findLast(({ from }) => from <= day)?.values ?? defaultSettingValues;
}

/** The calendar day of a moment in the installation's time zone (D10). */
export function dayOf(settings: Settings, at: Instant): Day {
  return dayIn(timeZoneAt(settings, at), at);
}

/**
 * The installation's time zone at a moment. A change applies when its first day has begun in its own zone, so that the
 * day of a moment always has the settings of that zone.
 */
export function timeZoneAt({ periods }: Settings, at: Instant): string {
  const [first = { values: defaultSettingValues }, ...later] = periods;
  // Reading the calendar takes time, and almost no installation moves.
  if (later.every(({ values }) => values.timeZone === first.values.timeZone)) return first.values.timeZone;
  const held = later.findLast(({ from, values }) => from <= dayIn(values.timeZone, at)) ?? first;
  return held.values.timeZone;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
