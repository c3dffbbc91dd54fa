import { AssuranceMethod } from "../../follow-up/entries/assessment.ts";
import type { Entry } from "../../follow-up/entries/entry.ts";
import type { Evidence } from "../../follow-up/entries/evidence.ts";
import { claimFallsShort, claimSaysDone } from "../../follow-up/entries/progress-update.ts";
import { AssessedLevel, ClosureReason, Level, Position } from "../../follow-up/levels.ts";
import type { Source } from "../../source.ts";
import { addDays, type Day } from "../../time/day.ts";
import type { Precision } from "../../time/due-date.ts";
import { firstDayOf } from "../../time/shown-date.ts";
import type { DateValue } from "../date-value.ts";
import type { EntryMapping } from "../entry-mapping.ts";
import { isConstant } from "../value.ts";
import { conditionIsTrue } from "./condition-is-true.ts";
import type { Assumed, MappedEntry } from "./import-row.ts";
import {
  readDateValue,
  readDayValue,
  readDueValue,
  refuseBeforeReport,
  undatedColumns,
  warnAfterEdition,
  warnAfterImport,
} from "./read-date-value.ts";
import {
  factHint,
  issueOf,
  type RowReading,
  readAddress,
  readBounded,
  readChoice,
  readWhole,
  reject,
} from "./read-value.ts";

/** Makes the source of something, with what the named columns say. */
export type SourceOf = (columns: readonly string[]) => Source;

const assessedLevels = AssessedLevel.exclude(["notAssessed"]).options;

type Of<Type extends EntryMapping["type"]> = Extract<EntryMapping, { type: Type }>;

/** The entry that a row has for one part of the mapping; undefined when it has none (R11: silence says nothing). */
export function mapEntry(mapping: EntryMapping, source: Source, reading: RowReading): MappedEntry | undefined {
  const entry = readEntry(mapping, source, reading);
  const day = entry?.givenOn ?? entry?.knownBy;
  const value = entry?.givenOn === undefined ? (mapping.knownBy ?? noValue) : mapping.givenOn;
  if (value !== undefined) refuseBeforeReport(value, day, reading, `the ${mapping.type}`);
  if (entry !== undefined) {
    warnAfterImport(value ?? noValue, firstPossibleDay(entry), reading, `the ${mapping.type} is given`);
    warnAfterEdition(value ?? noValue, firstPossibleDay(entry), reading, `the ${mapping.type} is given`);
  }
  if (entry?.type === "commitment" && mapping.type === "commitment" && mapping.due !== undefined)
    refuseBeforeReport(mapping.due, entry.due?.on, reading, "the due date");
  return entry;
}

/** The columns that are kept word for word with an entry: those that the mapping names, and its dates that are none. */
export function saidWith(mapping: EntryMapping, reading: RowReading): string[] {
  const { givenOn, knownBy } = mapping;
  const asOf = "asOf" in mapping ? mapping.asOf : undefined;
  const due = "due" in mapping ? mapping.due : undefined;
  return [...mapping.said, ...[givenOn, knownBy, asOf, due].flatMap((each) => undatedColumns(each, reading))];
}

function readEntry(mapping: EntryMapping, source: Source, reading: RowReading): MappedEntry | undefined {
  if (mapping.when !== undefined && !conditionIsTrue(mapping.when, reading)) return undefined;
  switch (mapping.type) {
    case "response": {
      const position = readChoice(mapping.position, Position.options, reading);
      if (position === undefined || position === "awaiting") return undefined;
      const reason = mapping.reason && readBounded(mapping.reason, reading, "text");
      return { type: "response", ...given(mapping, reading), position, ...(reason ? { reason } : {}), source };
    }
    case "commitment": {
      const description = readBounded(mapping.description, reading, "text");
      if (description === undefined) return undefined;
      const owner = mapping.owner && readBounded(mapping.owner, reading, "text");
      const due = readDueValue(mapping.due, reading);
      const rest = { ...(owner ? { owner } : {}), ...(due ? { due } : {}) };
      return { type: "commitment", ...given(mapping, reading), description, ...rest, source };
    }
    case "progressUpdate":
      return mapUpdate(mapping, source, reading);
    case "assessment":
      return mapAssessment(mapping, source, reading);
    case "closure": {
      const closureReason = readChoice(mapping.closureReason, ClosureReason.options, reading);
      if (closureReason === undefined) return undefined;
      const reason = mapping.reason && readBounded(mapping.reason, reading, "text");
      return { type: "closure", ...given(mapping, reading), closureReason, ...(reason ? { reason } : {}), source };
    }
  }
}

function mapUpdate(mapping: Of<"progressUpdate">, source: Source, reading: RowReading): MappedEntry | undefined {
  const level = mapping.level && readChoice(mapping.level, Level.options, reading);
  const narrative = mapping.narrative && readBounded(mapping.narrative, reading, "text");
  if (level === undefined && narrative === undefined) return undefined;
  if (claimFallsShort({ claim: mapping.claim, level })) reject(mapping.level ?? noValue, reading, level, claimSaysDone);
  return {
    type: "progressUpdate",
    ...given(mapping, reading),
    ...situation(mapping, reading),
    ...(level ? { level } : {}),
    ...(narrative ? { narrative } : {}),
    claim: mapping.claim,
    source,
  };
}

function mapAssessment(mapping: Of<"assessment">, source: Source, reading: RowReading): MappedEntry | undefined {
  const level = readChoice(mapping.level, assessedLevels, reading);
  if (level === undefined) return undefined;
  const rationale = mapping.rationale && readBounded(mapping.rationale, reading, "text");
  const assessor = mapping.assessor && readBounded(mapping.assessor, reading, "name");
  const method = mapping.method && readChoice(mapping.method, AssuranceMethod.options, reading);
  return {
    type: "assessment",
    ...given(mapping, reading),
    ...situation(mapping, reading),
    level,
    ...(rationale ? { rationale } : {}),
    ...(assessor ? { assessor } : {}),
    method: method ?? "notRecorded",
    source,
  };
}

/** The first day on which an entry can have been given; undefined when it has none. */
export function firstPossibleDay({
  givenOn,
  knownBy,
  knownByPrecision,
  knownAfter,
}: Pick<Entry, "givenOn" | "knownBy" | "knownByPrecision" | "knownAfter">): Day | undefined {
  if (givenOn !== undefined || knownBy === undefined || knownBy === "") return givenOn;
  return knownAfter === undefined ? firstDayOf(knownBy, knownByPrecision) : addDays(knownAfter, 1);
}

type GivenBy = { knownBy: Day; knownByPrecision?: Precision; knownAfter?: Day };

/**
 * D14: the day on which it was given, or the period in which it was given: a month or year, or everything before
 * a day.
 */
function given(mapping: EntryMapping, reading: RowReading): { givenOn: Day } | GivenBy {
  return limited(mapping, reading).day;
}

/**
 * What a file shows was given by the day of its edition, or of its import: a later `knownBy`, or the end of a month that
 * is not over, counts as that day. A period that only begins later is a mistake of the source, and stays.
 */
function limited(mapping: EntryMapping, reading: RowReading): { day: { givenOn: Day } | GivenBy; isLimited: boolean } {
  const day = toldDay(mapping, reading);
  const { edition, publishedOn = "" } = reading;
  const last = edition?.day ?? edition?.takenOn;
  const isLater = "knownBy" in day && last !== undefined && day.knownBy > last;
  if (!isLater || publishedOn > last || (day.knownAfter ?? "") >= last) return { day, isLimited: false };
  const { knownBy, knownByPrecision: _, ...rest } = day;
  const told = mapping.givenOn && "knownAfter" in day ? mapping.givenOn : mapping.knownBy;
  const of = edition?.day === undefined ? "import" : "edition";
  reading.warnings.push(
    issueOf(
      told ?? noValue,
      knownBy,
      `the ${mapping.type} is known by ${last}, the day of this ${of}, before the day that the row tells`,
    ),
  );
  return { day: { ...rest, knownBy: last }, isLimited: true };
}

function toldDay(mapping: EntryMapping, reading: RowReading): { givenOn: Day } | GivenBy {
  const rejectedBefore = reading.rejected.length;
  const told = mapping.givenOn && readDateValue(mapping.givenOn, reading);
  if (told && "on" in told) {
    const { on, precision } = told;
    if (precision === "day") return { givenOn: on };
    return { knownBy: on, knownByPrecision: precision, knownAfter: addDays(firstDayOf(on, precision), -1) };
  }
  const { on: knownBy, precision } = knownByOf(mapping, reading) ?? {};
  if (knownBy !== undefined && mapping.knownBy === undefined && reading.edition?.day === undefined)
    reading.warnings.push(
      issueOf(
        mapping.givenOn ?? noValue,
        undefined,
        `no day is given for the ${mapping.type}: it counts as known on ${knownBy}, the day of this import; --edition-day gives the day of the file`,
      ),
    );
  if (knownBy === undefined && reading.rejected.length === rejectedBefore)
    reject(
      mapping.givenOn ?? mapping.knownBy ?? { parts: [] },
      reading,
      undefined,
      `gives no day for the ${mapping.type}${dayHint(mapping, reading)}`,
    );
  return { knownBy: knownBy ?? "", ...(precision && precision !== "day" && { knownByPrecision: precision }) };
}

/** How the import may give a day that the row lacks. */
function dayHint({ givenOn, knownBy }: EntryMapping, reading: RowReading): string {
  const fact = factHint(givenOn, reading) || factHint(knownBy, reading);
  const ofFile = reading.edition?.day === undefined ? "; --edition-day gives that of the file" : "";
  return `${fact}${ofFile}`;
}

/**
 * A day that is written in the mapping belongs to the edition for which it was written: another edition has its own
 * day.
 */
function knownByOf({ knownBy }: EntryMapping, reading: RowReading): { on: Day; precision?: Precision } | undefined {
  const { day, takenOn } = reading.edition ?? {};
  const own =
    knownBy === undefined || (day !== undefined && isConstant(knownBy)) ? undefined : readDateValue(knownBy, reading);
  if (own && "on" in own) return own;
  const ofEdition = day ?? (knownBy === undefined ? takenOn : undefined);
  return ofEdition === undefined ? undefined : { on: ofEdition };
}

/** The day of the edition by which it shows the entries of this mapping; undefined when it is not known. */
export function shownOn({ knownBy }: EntryMapping, reading: RowReading): Day | undefined {
  if (reading.edition?.day !== undefined) return reading.edition.day;
  return knownBy !== undefined && isConstant(knownBy) ? readDayValue(knownBy, reading) : undefined;
}

/** The day of the edition is in no column. */
const noValue: DateValue = { parts: [], formats: [], vague: false };

type Situation = {
  asOf: Day;
  asOfPrecision?: Precision;
  reportingYear: number;
  evidence: Evidence[];
  assumed?: Assumed[];
};

function situation(mapping: Of<"progressUpdate"> | Of<"assessment">, reading: RowReading): Situation {
  const { day, isLimited } = limited(mapping, reading);
  const told = mapping.asOf && readDateValue(mapping.asOf, reading);
  const toldAsOf = told && "on" in told ? told.on : undefined;
  const asOf = toldAsOf ?? ("givenOn" in day ? day.givenOn : day.knownBy);
  const precision =
    told && "on" in told ? told.precision : "knownByPrecision" in day ? day.knownByPrecision : undefined;
  const toldYear = mapping.reportingYear && readWhole(mapping.reportingYear, reading);
  const reportingYear = toldYear ?? Number(asOf.slice(0, 4));
  const assumed: Assumed[] = [];
  const isOfEdition =
    isLimited ||
    ("knownBy" in day &&
      day.knownAfter === undefined &&
      (mapping.knownBy === undefined || isConstant(mapping.knownBy)));
  if (isOfEdition && toldAsOf === undefined) assumed.push("asOf");
  if (isOfEdition && toldAsOf === undefined && toldYear === undefined) assumed.push("reportingYear");
  const evidence = mapping.evidence.flatMap((each): Evidence[] => {
    const title = readBounded(each.title, reading, "name");
    const url = each.url && readAddress(each.url, reading);
    return title === undefined ? [] : [{ kind: each.kind, title, confidential: false, ...(url ? { url } : {}) }];
  });
  const asOfPrecision = precision === "day" ? undefined : precision;
  return {
    asOf,
    ...(asOfPrecision && { asOfPrecision }),
    reportingYear,
    evidence,
    ...(assumed.length > 0 && { assumed }),
  };
}
