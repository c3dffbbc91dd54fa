import type { Entry, EntryType } from "../follow-up/entries/entry.ts";
import { retractedIds } from "../follow-up/entries/retracted.ts";
import type { Assumed, NewEntry } from "../mapping/reading/import-row.ts";
import type { Source } from "../source.ts";
import type { Day } from "../time/day.ts";
import { differences } from "./differences.ts";

/** An entry as one edition of a source gives it. */
export type GivenEntry = { entry: NewEntry; assumed: readonly Assumed[] };

/** One follow-up in a new edition of a source, with what is known about it. */
export type EditionOfFollowUp = {
  /** All entries that this source ever brought, and what acts made of them, in the order of recording. */
  known: readonly { entry: Entry; imported: boolean }[];
  given: readonly GivenEntry[];
  /** The entry types that this edition shows, with the day of the edition when it is known. */
  shownTypes: ReadonlyMap<EntryType, Day | undefined>;
  /** The days of the earlier editions, by the entry types that they showed. */
  shownBefore: ReadonlyMap<EntryType, readonly Day[]>;
  /** True when each edition has everything its source knows: what is missing from it is gone. */
  whole: boolean;
  acceptCorrections: boolean;
};

/** An entry that replaces a known one. Its moment, id and actor are added when it is recorded. */
export type EditionCorrection = NewEntry & { corrects: string };

/** What a new edition says about one follow-up. `place` is the position of the entry in `given`. */
export type EditionAnswer = {
  /** The entries that were said before: nothing is recorded for them. */
  known: ReadonlySet<number>;
  /** The new entries that were given after a day on which the source did not show them. */
  after: ReadonlyMap<number, Day>;
  corrections: readonly { place?: number; entry: EditionCorrection }[];
  /** The given entries that contradict a known one, with the difference. */
  conflicts: readonly { place: number; type: EntryType; detail: string }[];
  /** The given entries that a newer edition contradicts, with the difference: what the newer one says stays. */
  older: readonly { place: number; type: EntryType; detail: string }[];
  /** The types of which the source no longer shows anything. */
  gone: readonly EntryType[];
};

/**
 * Compares what a new edition of a source says about a follow-up with what earlier editions said. An answer without a
 * day is the same answer in every edition; its day lies between the last edition that did not show it and the first
 * edition that did.
 */
export function compareEdition(edition: EditionOfFollowUp): EditionAnswer {
  const answer = {
    known: new Set<number>(),
    after: new Map<number, Day>(),
    corrections: [] as { place?: number; entry: EditionCorrection }[],
    conflicts: [] as { place: number; type: EntryType; detail: string }[],
    older: [] as { place: number; type: EntryType; detail: string }[],
    gone: [] as EntryType[],
  };
  const lines = linesOf(edition.known);
  const open = new Set(edition.given.keys());
  const take = (isSame: (line: Line, given: GivenEntry) => boolean) => {
    for (const place of open) {
      const given = edition.given[place];
      const line =
        given &&
        (lines.find((each) => !each.shownBy && isSame(each, given)) ?? lines.find((each) => isSame(each, given)));
      if (given === undefined || line === undefined) continue;
      open.delete(place);
      answer.known.add(place);
      line.shownBy ??= { ...given, place };
    }
  };
  take((line, given) => sameContent(line.lastFromSource, given) && line.lastFromSource.givenOn === given.entry.givenOn);
  // The same words, where only one of the two gives the day.
  take(
    (line, given) =>
      sameContent(line.lastFromSource, given) &&
      (line.lastFromSource.givenOn === undefined || given.entry.givenOn === undefined),
  );
  for (const place of open) {
    const given = edition.given[place];
    const against = given && edition.whole ? contradicted(lines, given) : undefined;
    if (given === undefined || against === undefined) continue;
    open.delete(place);
    answer.known.add(place);
    const detail = differences(comparedOf(against.lastFromSource), comparedOf(given.entry)).join("; ");
    if (isOlder(edition, given.entry, against.lastFromSource)) {
      answer.older.push({ place, type: given.entry.type, detail });
      continue;
    }
    against.shownBy = { ...given, place };
    if (edition.acceptCorrections) continue;
    answer.conflicts.push({ place, type: given.entry.type, detail });
  }
  if (answer.conflicts.length > 0) return answer;
  for (const line of lines) {
    const entry = line.standing && corrected(line, edition);
    if (entry) answer.corrections.push({ ...(line.shownBy && { place: line.shownBy.place }), entry });
  }
  for (const place of open) {
    const { givenOn, knownBy, knownAfter, type } = edition.given[place]?.entry ?? { type: "response" };
    const after = givenOn === undefined ? latestBefore(edition.shownBefore.get(type), knownBy) : undefined;
    if (after !== undefined && (knownAfter === undefined || after > knownAfter)) answer.after.set(place, after);
  }
  if (edition.whole)
    for (const [type, day] of edition.shownTypes)
      if (!edition.given.some(({ entry }) => entry.type === type) && lines.some((line) => isGone(line, type, day)))
        answer.gone.push(type);
  return answer;
}

/** A known entry with all its corrections. */
type Line = {
  tip: Entry;
  /** What the source said last; later corrections by acts are left out. */
  lastFromSource: Entry;
  /** The day of the first edition that had it, when it is known. */
  since: Day | undefined;
  /** It was not retracted. */
  standing: boolean;
  shownBy?: GivenEntry & { place: number };
};

function linesOf(known: EditionOfFollowUp["known"]): Line[] {
  const fallen = retractedIds(known.map(({ entry }) => entry));
  const lineOf = new Map<string, Line>();
  for (const { entry, imported } of known) {
    if (entry.type === "retraction") continue;
    const line = entry.corrects === undefined ? undefined : lineOf.get(entry.corrects);
    const standing = !fallen.has(entry.id);
    if (line === undefined)
      lineOf.set(entry.id, { tip: entry, lastFromSource: entry, since: entry.source?.on, standing });
    else {
      lineOf.set(entry.id, line);
      if (standing) line.tip = entry;
      if (imported) line.lastFromSource = entry;
    }
  }
  return [...new Set(lineOf.values())];
}

/** Compares without days and sources. A value that the mapping only assumed from the edition's day is left out too. */
function sameContent(said: Entry, { entry, assumed }: GivenEntry): boolean {
  if (said.type !== entry.type) return false;
  const day = said.givenOn ?? said.knownBy;
  const [one, other] = [comparedOf(said), comparedOf(entry)];
  for (const key of assumed) {
    const asAssumed = key === "asOf" ? day : Number(day?.slice(0, 4));
    if (one[key] === asAssumed) one[key] = other[key];
  }
  return differences({ ...one, ...undated }, { ...other, ...undated }).length === 0;
}

const undated = { givenOn: undefined, knownBy: undefined };

/** The fields of an entry that are compared. */
function comparedOf(entry: Entry | NewEntry): Record<string, unknown> {
  const { source: _, knownAfter: __, knownByPrecision: ___, correctsDay: ____, ...rest } = entry;
  const { id, recordedAt, actor, corrects, ...content } = rest as Partial<Entry>;
  if ("asOfPrecision" in content) delete content.asOfPrecision;
  return content;
}

/**
 * The known entry that a given one contradicts: the same words with another day, or other words with the same day, when
 * the edition no longer shows the known entry.
 */
function contradicted(lines: readonly Line[], given: GivenEntry): Line | undefined {
  const rest = lines.filter(
    ({ shownBy, standing, lastFromSource }) => !shownBy && standing && lastFromSource.type === given.entry.type,
  );
  const { givenOn, knownBy } = given.entry;
  return (
    rest.find(({ lastFromSource }) => sameContent(lastFromSource, given)) ??
    rest.find(({ lastFromSource }) =>
      givenOn === undefined
        ? lastFromSource.givenOn === undefined && lastFromSource.knownBy === knownBy
        : lastFromSource.givenOn === givenOn,
    )
  );
}

/** The entry that replaces a known one after this edition; undefined when it stays as it is. */
function corrected({ tip, lastFromSource, shownBy }: Line, edition: EditionOfFollowUp): EditionCorrection | undefined {
  const { id: _, recordedAt: __, actor: ___, ...kept } = tip;
  const bounds = boundsOf(tip, shownBy, edition);
  const source = shownBy && newerWords(lastFromSource.source, shownBy.entry.source);
  const changed = shownBy && !sameContent(lastFromSource, shownBy) ? withoutDays(shownBy.entry) : undefined;
  if (bounds === undefined && source === undefined && changed === undefined) return undefined;
  const { givenOn, knownBy, knownByPrecision, knownAfter, correctsDay, ...rest } = kept;
  const days = bounds ?? { givenOn, knownBy, knownByPrecision, knownAfter, correctsDay };
  const entry = { ...rest, ...changed, ...days, ...(source && { source }), corrects: tip.id };
  return Object.fromEntries(Object.entries(entry).filter(([, value]) => value !== undefined)) as EditionCorrection;
}

type Days = Pick<Entry, "givenOn" | "knownBy" | "knownByPrecision" | "knownAfter" | "correctsDay">;

/** The days of an entry, as exactly as this edition gives them; undefined when it tells nothing new. */
function boundsOf(tip: Entry, shownBy: GivenEntry | undefined, { shownTypes }: EditionOfFollowUp): Days | undefined {
  const told = shownBy?.entry;
  if (told?.givenOn !== undefined)
    return told.givenOn === tip.givenOn ? undefined : { givenOn: told.givenOn, correctsDay: true };
  if (tip.givenOn !== undefined || tip.knownBy === undefined) return undefined;
  const knownBy = earliest(tip.knownBy, told?.knownBy);
  const day = told === undefined ? shownTypes.get(tip.type) : undefined;
  const bounds = [tip.knownAfter, told?.knownAfter, day].filter((each) => each !== undefined && each < knownBy).sort();
  const knownAfter = bounds.at(-1);
  if (knownBy === tip.knownBy && knownAfter === tip.knownAfter) return undefined;
  const { knownByPrecision } = knownBy === tip.knownBy ? tip : (told ?? tip);
  return {
    knownBy,
    ...(knownByPrecision && { knownByPrecision }),
    ...(knownAfter && { knownAfter }),
    correctsDay: true,
  };
}

function withoutDays(entry: NewEntry): object {
  const { givenOn: _, knownBy: __, knownByPrecision: ___, knownAfter: ____, ...content } = entry;
  return content;
}

/** The words of the source, when this edition has different ones. */
function newerWords(known: Source | undefined, given: Source | undefined): Source | undefined {
  if (given === undefined || differences(known?.said ?? {}, given.said ?? {}).length === 0) return undefined;
  const isOlder = known?.on !== undefined && given.on !== undefined && given.on < known.on;
  return isOlder ? undefined : given;
}

function latestBefore(days: readonly Day[] = [], knownBy: Day | undefined): Day | undefined {
  return days
    .filter((day) => knownBy === undefined || day < knownBy)
    .sort()
    .at(-1);
}

function earliest(one: Day, other: Day | undefined): Day {
  return other !== undefined && other < one ? other : one;
}

/** Whether a newer edition showed the known entry. An edition without a day counts as the newest. */
function isOlder({ shownTypes, shownBefore }: EditionOfFollowUp, { type, source }: NewEntry, known: Entry): boolean {
  const day = shownTypes.get(type) ?? source?.on;
  const days = [known.source?.on, ...(shownBefore.get(type) ?? [])];
  return day !== undefined && days.some((each) => each !== undefined && each > day);
}

function isGone({ lastFromSource, since, standing, shownBy }: Line, type: EntryType, day: Day | undefined): boolean {
  if (day !== undefined && since !== undefined && since > day) return false;
  const known = lastFromSource.givenOn ?? lastFromSource.knownBy;
  return (
    lastFromSource.type === type && standing && !shownBy && (day === undefined || known === undefined || known <= day)
  );
}
