import type { Entry, EntryType } from "../follow-up/entries/entry.ts";
import type { Assumed, NewEntry } from "../mapping/reading/import-row.ts";
import type { Id, Source } from "../source.ts";
import type { Day } from "../time/day.ts";
import { assumedFrom, comparedOf, contentKey, situationOn } from "./compared-entry.ts";
import { canBeOfOneDay, daysBetween, tellsItsDay } from "./days-between.ts";
import { differences } from "./differences.ts";
import { type Known, type KnownLine, knownLines } from "./known-line.ts";
import { inOrder, type Showing } from "./showing.ts";
import { ShownDays } from "./shown-days.ts";

/** An entry as one edition of a source gives it. */
export type GivenEntry = { entry: NewEntry; assumed: readonly Assumed[] };

/** One follow-up in a new edition of a source, with what is known about it. */
export type EditionOfFollowUp = {
  /** All entries that this source ever brought, and what acts made of them, in the order of recording. */
  known: readonly Known[];
  /** When later editions showed these again, by the id of the first entry of each line of corrections. */
  shownAgain: ReadonlyMap<Id, readonly Showing[]>;
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

type Told = { place: number; type: EntryType; detail: string };

/** What a new edition says about one follow-up. `place` is the position of the entry in `given`. */
export type EditionAnswer = {
  /** The entries that were said before: nothing is recorded for them. */
  known: ReadonlySet<number>;
  /** The known entries that this edition shows once more, by the ids of their first entries. */
  again: readonly (Showing & { root: Id })[];
  /** The new entries whose days this comparison tells more nearly. */
  dated: ReadonlyMap<number, NewEntry>;
  corrections: readonly { place?: number; entry: EditionCorrection }[];
  /** What a later edition had shown again after something else, and which counted as the same until now. */
  returned: readonly NewEntry[];
  /** The given entries that contradict a known one, with the difference. */
  conflicts: readonly Told[];
  /** The given entries that a newer edition contradicts, with the difference: what the newer one says stays. */
  older: readonly Told[];
  /** The given entries that say the same as a known one, and cannot be it because of their day. */
  others: readonly Told[];
  /** The types of which the source no longer shows anything. */
  gone: readonly EntryType[];
};

/**
 * Compares what a new edition of a source says about a follow-up with what earlier editions said. An answer without a
 * day is the same answer in every edition until one shows something else; its day lies between the last edition that did
 * not show it and the first one that did.
 */
export function compareEdition(edition: EditionOfFollowUp): EditionAnswer {
  return new Comparison(edition).answer();
}

/** A known line with those of its showings that were not interrupted by something else. */
type Line = Omit<KnownLine, "showings"> & {
  type: EntryType;
  all: readonly Showing[];
  showings: readonly Showing[];
  /** The showings on the other side of something else. */
  apart: readonly (readonly Showing[])[];
  shownBy?: Given;
  /** The edition says something else instead, or another day. */
  contradicted?: true;
};

type Given = GivenEntry & { place: number; type: EntryType; showing: Showing; key: string };

class Comparison {
  private readonly edition: EditionOfFollowUp;
  private readonly given: Given[];
  private readonly lines: Line[];
  private readonly shown = new Map<EntryType, ShownDays>();
  private readonly open: Set<Given>;
  private readonly conflicts: Told[] = [];
  private readonly older: Told[] = [];
  private readonly again: (Showing & { root: Id })[] = [];

  constructor(edition: EditionOfFollowUp) {
    this.edition = edition;
    this.given = edition.given.map((each, place) => this.givenOf(each, place));
    this.open = new Set(this.given);
    const known = knownLines(edition.known, edition.shownAgain);
    for (const { key, showings, tip } of known) this.shownOf(tip.type).note(key, showings);
    for (const { key, showing, type } of this.given) this.shownOf(type).note(key, [showing]);
    this.lines = known.map((line) => this.lineOf(line));
  }

  answer(): EditionAnswer {
    this.takeKnown();
    if (this.edition.whole) this.takeContradicting();
    const known = new Set(this.given.filter((each) => !this.open.has(each)).map(({ place }) => place));
    const { conflicts, older, again } = this;
    const none = { known, again: [], dated: new Map(), corrections: [], returned: [], others: [], gone: [] };
    if (conflicts.length > 0) return { ...none, conflicts, older };
    const corrections = this.lines.flatMap((line) => {
      const entry = line.standing && this.corrected(line);
      return entry ? [{ ...(line.shownBy && { place: line.shownBy.place }), entry }] : [];
    });
    return {
      ...{ known, again, dated: this.dated(), corrections, returned: this.returned() },
      ...{ conflicts, older, others: this.others(), gone: this.gone() },
    };
  }

  private givenOf({ entry, assumed }: GivenEntry, place: number): Given {
    const { givenOn, knownBy = "", source, type } = entry;
    const day = givenOn ?? this.edition.shownTypes.get(type) ?? source?.on ?? knownBy;
    const key = contentKey(entry, [...assumed, ...assumedFrom(entry, [givenOn, knownBy])]);
    return { entry, assumed, place, type, key, showing: { day, knownBy: givenOn ?? knownBy } };
  }

  private lineOf(line: KnownLine): Line {
    const { tip, key, showings: all } = line;
    const parts = this.shownOf(tip.type).divided(key, all);
    const day = tip.givenOn ?? tip.knownBy ?? "";
    const own = parts.find((part) => (part.at(-1)?.day ?? "") >= day) ?? parts.at(-1) ?? [];
    return { ...line, type: tip.type, all, showings: own, apart: parts.filter((part) => part !== own) };
  }

  private shownOf(type: EntryType): ShownDays {
    const shown = this.shown.get(type) ?? new ShownDays({ replaces: type !== "commitment" });
    this.shown.set(type, shown);
    return shown;
  }

  /** Finds for each given entry the known one that it is. */
  private takeKnown(): void {
    this.take((line, given) => {
      if (!isSame(line, given)) return false;
      const { givenOn } = given.entry;
      if (givenOn !== undefined) return line.lastFromSource.givenOn === givenOn;
      return line.lastFromSource.givenOn === undefined && this.canBe(line, given);
    });
    // The same words, where only one of the two gives the day.
    this.take((line, given) => isSame(line, given, "onAnyDay") && this.canBe(line, given));
  }

  private take(isIt: (line: Line, given: Given) => boolean): void {
    for (const given of this.open) {
      const found = this.lines.filter((line) => line.type === given.type && isIt(line, given));
      const free = found.filter((line) => !line.shownBy);
      const line = nearest(free.length > 0 ? free : found, given.showing.day);
      if (line === undefined) continue;
      this.open.delete(given);
      line.shownBy ??= given;
      if (given.entry.givenOn !== undefined || line.showings.some(({ day }) => day === given.showing.day)) continue;
      line.showings = inOrder([...line.showings, given.showing]);
      this.again.push({ root: line.root, ...given.showing });
    }
  }

  /** Whether a given entry can be a known one that says the same: by its day, and with nothing else shown between. */
  private canBe(line: Line, given: Given): boolean {
    const { givenOn } = line.tip;
    const isDated = given.entry.givenOn !== undefined;
    if (isDated && givenOn !== undefined) return false;
    return canBeOfOneDay(line.tip, given.entry) && this.isUninterrupted(line, given);
  }

  private isUninterrupted({ type, showings }: Line, { key, showing: { day } }: Given): boolean {
    const shown = this.shownOf(type);
    const before = showings.findLast((each) => each.day <= day);
    const after = showings.find((each) => each.day >= day);
    if (before === undefined && after === undefined) return true;
    return (
      (before !== undefined && shown.otherBetween(key, before.day, day) === undefined) ||
      (after !== undefined && shown.otherBetween(key, day, after.day) === undefined)
    );
  }

  private takeContradicting(): void {
    for (const given of this.open) {
      const against = this.contradicted(given);
      if (against === undefined) continue;
      this.open.delete(given);
      const { place, type, entry } = given;
      const detail = differences(comparedOf(against.lastFromSource), comparedOf(entry)).join("; ");
      if (isOlder(this.edition, entry, against.lastFromSource)) {
        this.older.push({ place, type, detail });
        continue;
      }
      against.shownBy = given;
      against.contradicted = true;
      if (!this.edition.acceptCorrections) this.conflicts.push({ place, type, detail });
    }
  }

  /**
   * The known entry that a given one contradicts: the same words with another day, or other words with the same day,
   * when the edition no longer shows the known entry.
   */
  private contradicted(given: Given): Line | undefined {
    const rest = this.lines.filter(({ shownBy, standing, type }) => !shownBy && standing && type === given.type);
    const { givenOn } = given.entry;
    const isOfItsDay = ({ lastFromSource, all }: Line) =>
      givenOn === undefined
        ? lastFromSource.givenOn === undefined && all[0]?.day === given.showing.day
        : lastFromSource.givenOn === givenOn;
    const hasAnotherDay = (line: Line) =>
      tellsItsDay(line.lastFromSource) && tellsItsDay(given.entry) && this.isUninterrupted(line, given);
    return rest.find((line) => isSame(line, given) && hasAnotherDay(line)) ?? rest.find(isOfItsDay);
  }

  /** The entry that replaces a known one after this edition; undefined when it stays as it is. */
  private corrected(line: Line): EditionCorrection | undefined {
    const { tip, lastFromSource, shownBy, dates } = line;
    const { id: _, recordedAt: __, actor: ___, ...kept } = tip;
    const days = this.daysOf(line);
    const source = shownBy && newerWords(lastFromSource.source, shownBy.entry.source);
    const isOther = line.contradicted && shownBy && !isSame(line, shownBy);
    const changed = isOther ? withoutDays(shownBy.entry) : undefined;
    if (days === undefined && source === undefined && changed === undefined) return undefined;
    const { givenOn, knownBy, knownByPrecision, knownAfter, correctsDay, ...rest } = kept;
    const ofDay = days
      ? { ...days, ...this.situationOf(days.givenOn ?? days.knownBy, tip, dates, shownBy), correctsDay: true }
      : { givenOn, knownBy, knownByPrecision, knownAfter, correctsDay };
    const entry = { ...rest, ...ofDay, ...changed, ...(source && { source }), corrects: tip.id };
    return Object.fromEntries(Object.entries(entry).filter(([, value]) => value !== undefined)) as EditionCorrection;
  }

  private situationOf(day: Day | undefined, tip: Entry, dates: readonly Day[], shownBy: Given | undefined): object {
    const assumed = assumedFrom(tip, dates);
    const told = shownBy && [...shownBy.assumed, ...assumedFrom(shownBy.entry, [shownBy.entry.givenOn])];
    const follows = assumed.filter((each) => told === undefined || told.includes(each));
    if (day === undefined || follows.length === 0) return {};
    return { ...situationOn(day, follows), asOfPrecision: undefined };
  }

  /** The days of a known entry, as exactly as this edition gives them; undefined when it tells nothing new. */
  private daysOf(line: Line): Partial<Pick<Entry, "givenOn" | "knownBy" | "knownAfter">> | undefined {
    const { tip, shownBy, showings } = line;
    const told = shownBy?.entry;
    if (told?.givenOn !== undefined) return told.givenOn === tip.givenOn ? undefined : { givenOn: told.givenOn };
    if (tip.givenOn !== undefined || tip.knownBy === undefined) return undefined;
    // Another month or year, where that is accepted.
    if (line.contradicted && told !== undefined && tellsItsDay(told)) return daysOfEntry(told);
    const days = daysBetween({ ...this.evidence(line.type, line.key), showings, known: tip, told });
    return days.knownBy === tip.knownBy && days.knownAfter === tip.knownAfter ? undefined : days;
  }

  private evidence(type: EntryType, key: string) {
    const { shownBefore, shownTypes } = this.edition;
    const today = shownTypes.get(type);
    return { key, shown: this.shownOf(type), listed: [...(shownBefore.get(type) ?? []), ...(today ? [today] : [])] };
  }

  /** The new entries whose days lie otherwise than the file alone tells. */
  private dated(): Map<number, NewEntry> {
    const dated = new Map<number, NewEntry>();
    for (const { entry, place, type, key, showing } of this.open) {
      if (entry.givenOn !== undefined || entry.knownBy === undefined) continue;
      const days = daysBetween({ ...this.evidence(type, key), showings: [showing], told: entry });
      if (days.knownBy === entry.knownBy && days.knownAfter === entry.knownAfter) continue;
      const { knownBy: _, knownByPrecision: __, knownAfter: ___, ...rest } = entry;
      const assumed = days.knownBy === entry.knownBy ? [] : assumedFrom(entry, [entry.knownBy]);
      const situation = days.knownBy === undefined ? {} : situationOn(days.knownBy, assumed);
      dated.set(place, { ...rest, ...days, ...situation } as NewEntry);
    }
    return dated;
  }

  /** What was shown again after something else that only this edition tells of: it is an entry of its own. */
  private returned(): NewEntry[] {
    return this.lines.flatMap((line) =>
      line.standing ? line.apart.flatMap((part) => this.returnedIn(line, part) ?? []) : [],
    );
  }

  private returnedIn({ type, key, lastFromSource, dates }: Line, part: readonly Showing[]): NewEntry | undefined {
    const days = new Set(part.map(({ day }) => day));
    const isKnown = this.lines.some(
      (each) => each.type === type && each.key === key && each.showings.some(({ day }) => days.has(day)),
    );
    const [first] = part;
    if (isKnown || first === undefined) return undefined;
    const { id: _, recordedAt: __, actor: ___, corrects: ____, correctsDay: _____, ...said } = lastFromSource;
    const { name, said: words } = lastFromSource.source ?? {};
    const isOfEdition = this.edition.shownBefore.get(type)?.includes(first.day);
    const source = name && { name, ...(isOfEdition && { on: first.day }), ...(words && { said: words }) };
    const given = daysBetween({ ...this.evidence(type, key), showings: part });
    const situation = situationOn(given.knownBy ?? first.day, assumedFrom(lastFromSource, dates));
    return { ...withoutDays(said), ...given, ...situation, ...(source && { source }) } as NewEntry;
  }

  private others(): Told[] {
    return [...this.open].flatMap((given) => {
      const { place, type, entry } = given;
      const other = this.lines.find(
        (line) =>
          line.type === type &&
          line.standing &&
          (line.tip.givenOn === undefined) !== (entry.givenOn === undefined) &&
          isSame(line, given, "onAnyDay") &&
          !canBeOfOneDay(line.tip, entry) &&
          this.isUninterrupted(line, given),
      );
      if (other === undefined) return [];
      return [{ place, type, detail: `${dayText(entry)}, and known ${dayText(other.tip)}` }];
    });
  }

  private gone(): EntryType[] {
    if (!this.edition.whole) return [];
    return [...this.edition.shownTypes].flatMap(([type, day]) =>
      !this.given.some((each) => each.type === type) && this.lines.some((line) => isGone(line, type, day))
        ? [type]
        : [],
    );
  }
}

/**
 * Compares without days and sources. A value that the mapping only assumed from the edition's day is left out; `onAnyDay`
 * leaves out what is the same as assumed, also where a row gives the day.
 */
function isSame({ lastFromSource, dates, key }: Line, given: Given, how?: "onAnyDay"): boolean {
  if (how === "onAnyDay" && key === given.key) return true;
  const assumed = assumedFrom(lastFromSource, dates).filter((each) => given.assumed.includes(each));
  return contentKey(lastFromSource, assumed) === contentKey(given.entry, assumed);
}

/** The line that was shown last on or before a day, or else first after it. */
function nearest(lines: readonly Line[], day: Day): Line | undefined {
  const lastBefore = ({ showings }: Line) => showings.findLast((each) => each.day <= day)?.day ?? "";
  const firstAfter = ({ showings }: Line) => showings[0]?.day ?? "";
  const [first] = [...lines].sort(
    (one, other) => compare(lastBefore(other), lastBefore(one)) || compare(firstAfter(one), firstAfter(other)),
  );
  return first;
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

function dayText({ givenOn, knownBy }: Entry | NewEntry): string {
  return givenOn === undefined ? `by ${knownBy}` : `on ${givenOn}`;
}

function daysOfEntry({ knownBy, knownByPrecision, knownAfter }: NewEntry) {
  return { knownBy, knownByPrecision, knownAfter };
}

function withoutDays<Each extends object>(entry: Each): object {
  const { givenOn: _, knownBy: __, knownByPrecision: ___, knownAfter: ____, ...content } = entry as Partial<Entry>;
  return content;
}

/** The words of the source, when this edition has different ones. */
function newerWords(known: Source | undefined, given: Source | undefined): Source | undefined {
  if (given === undefined || differences(known?.said ?? {}, given.said ?? {}).length === 0) return undefined;
  const isEarlier = known?.on !== undefined && given.on !== undefined && given.on < known.on;
  return isEarlier ? undefined : given;
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
