/** What became of promises, as numbers. */
export type PromiseCounts = {
  total: number;
  met: number;
  overdue: number;
  open: number;
  replaced: number;
  abandoned: number;
  ended: number;
  moved: number;
  moves: number;
};

type Days = { from: string; to: string };

/** The words and sentences of the chapter in one language. Codes of the record have their labels elsewhere. */
export type ChapterWording = {
  title: (year: number) => string;
  subtitle: (days: Days) => string;
  /** Behind a figure: the rule by which it is counted, and the list that it is the length of. */
  reason: { rule: string; list: string };
  heads: Readonly<
    Record<
      | "recommendation"
      | "responsible"
      | "position"
      | "says"
      | "found"
      | "state"
      | "timeliness"
      | "what"
      | "due"
      | "firstDue"
      | "days"
      | "moves"
      | "promise"
      | "times"
      | "firstAsked"
      | "age"
      | "followUps"
      | "overdue"
      | "longest"
      | "movement"
      | "before"
      | "after"
      | "rate"
      | "tooYoung"
      | "leftOut"
      | "year"
      | "day"
      | "difference",
      string
    >
  >;
  /** Numerator, denominator, and a share in percent where there is one. */
  share: (numerator: number, denominator: number, percent: string | undefined) => string;
  years: (years: number) => string;
  withoutDate: string;
  none: string;
  cut: (shown: number, all: number) => string;
  brief: {
    title: string;
    followed: (facts: {
      body: string;
      day: string;
      followUps: number;
      reports: number;
      open: number;
      closed: number;
    }) => string;
    answered: (facts: { answered: number; due: number }) => string;
    done: (facts: { done: number; judged: number; notAssessed: number }) => string;
    overdue: (facts: { total: number; before: number; long: number; from: string }) => string;
    /** Where no addressee is late. */
    onlyOwn: string;
    voices: (divergent: number, unverified: number) => string;
    rates: string;
  };
  year: {
    title: string;
    lead: (facts: Days & { before: number; after: number }) => string;
    moved: string;
    levels: string;
    levelsAlternative: (facts: Days & { told: string }) => string;
    changes: (facts: { from: string; told: string }) => string;
  };
  said: {
    title: string;
    lead: (facts: { stated: number; accepted: number; declined: number; awaiting: number; unknown: number }) => string;
    byResponsible: string;
    /** So many organizations of which no rate can be told. */
    untold: (count: number) => string;
    positions: string;
  };
  found: {
    title: string;
    lead: (facts: { assessed: number; all: number }) => string;
    byYear: string;
    byYearAlternative: (told: string) => string;
    moved: (from: string) => string;
    nothingMoved: (from: string) => string;
  };
  promises: { title: string; lead: (counts: PromiseCounts) => string; none: string; table: string };
  promiseStates: Readonly<Record<"overdue" | "open" | "ended", string>>;
  voices: {
    title: string;
    lead: (divergent: number) => string;
    none: string;
    unverified: (count: number) => string;
    table: string;
  };
  overdue: {
    title: string;
    lead: (facts: { total: number; before: number; from: string }) => string;
    kinds: (told: string) => string;
    none: (day: string) => string;
    owing: string;
    table: string;
    own: (body: string) => string;
    ownLead: (body: string, count: number) => string;
    ownNone: (body: string) => string;
    ownTable: string;
  };
  repeats: { title: string; lead: (count: number, longest: string | undefined) => string; none: string; table: string };
  each: {
    title: string;
    lead: (facts: { listed: number; closedBefore: number; from: string }) => string;
    withoutTheme: string;
    table: (theme: string) => string;
  };
};
