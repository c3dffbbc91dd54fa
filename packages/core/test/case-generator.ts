import fc from "fast-check";
import {
  addDays,
  type Day,
  type Entry,
  endOfPeriod,
  type FollowUpCase,
  Level,
  type OrganizationChange,
  Position,
  type ReportingCycle,
  Role,
  type Settings,
  settingsOf,
  settingsOn,
} from "../src/index.ts";
import { contradictions } from "../src/organization/contradictions.ts";

/** They change within the generated days, so that periods begin under both. */
export const generatedSettings: Settings = settingsOf([
  {
    id: "settings",
    from: "2020-01-15",
    changes: {
      verificationPeriod: { amount: 6, unit: "months" },
      periodRules: "calendar",
      staleAfter: { amount: 10, unit: "months" },
      responsePeriod: { amount: 3, unit: "months" },
      dueSoonDays: 14,
      longOverdueDays: 200,
      longOutstandingYears: 2,
    },
    reason: "Agreed with the government.",
    actor: "E. Maes",
    recordedAt: "2019-12-20T10:00:00Z",
  },
]);

const published = "2019-03-14";

/** Days close together, so that entries, due dates and cycles meet on the very same day. */
const dayOffset = fc.integer({ min: -3, max: 900 });
const offsets = fc.oneof(dayOffset, fc.constantFrom(0, 61, 62, 63, 365, 366, 367, 396, 397, 457, 458));

type Draft = {
  kind: string;
  offset: number;
  recorded: number;
  pick: number;
  pick2: number;
  flag: boolean;
  vague: boolean;
};

const draft: fc.Arbitrary<Draft> = fc.record({
  kind: fc.constantFrom(
    "response",
    "response",
    "commitment",
    "commitment",
    "outcome",
    "outcome",
    "deadlineChange",
    "deadlineChange",
    "update",
    "update",
    "claim",
    "claim",
    "withdraw",
    "assessment",
    "assessment",
    "contradiction",
    "closure",
    "reopening",
    "upheld",
    "role",
    "retract",
    "correct",
    "correct",
    "request",
    "observe",
  ),
  offset: offsets,
  recorded: fc.integer({ min: 0, max: 40 }),
  pick: fc.nat(1000),
  pick2: offsets,
  flag: fc.boolean(),
  vague: fc.boolean(),
});

function at<T>(all: readonly T[], pick: number): T {
  const one = all[pick % all.length];
  if (one === undefined) throw new Error("nothing to pick from");
  return one;
}

/**
 * The cycles of some years: each opens in February, with updates due at the end of March and assessments at the end of
 * June.
 */
function cyclesOf(years: readonly number[]): ReportingCycle[] {
  return years.map((year) => ({
    id: `cycle-${year}`,
    issuingBody: "centre",
    year,
    opensOn: `${year + 1}-02-01`,
    updatesDueOn: `${year + 1}-03-31`,
    assessmentsDueOn: `${year + 1}-06-30`,
  }));
}

/** What the cycles select: by a theme, or by an addressee. */
function selections(selected: readonly { offset: number; by: string }[]): Pick<ReportingCycle, "selections"> {
  if (selected.length === 0) return {};
  return {
    selections: selected.map(({ offset, by }) => ({
      on: addDays(published, offset),
      ...(by === "justice" ? { addressees: [by] } : { themes: [by] }),
      reason: "of weight",
    })),
  };
}

function entriesOf(drafts: readonly Draft[]): Entry[] {
  const entries: Entry[] = [];
  drafts.forEach((draft, index) => {
    const entry = entryOf(draft, index, entries);
    if (entry) entries.push(entry);
  });
  return entries;
}

function entryOf(draft: Draft, index: number, before: readonly Entry[]): Entry | undefined {
  const givenOn = addDays(published, draft.offset);
  const other = addDays(published, draft.pick2);
  const recordedAt = `${addDays(givenOn, draft.recorded)}T10:00:00Z`;
  // Some days are known only as "at the latest": before them nothing may be called overdue.
  const shownNone = { knownAfter: addDays(givenOn, -(draft.pick2 % 2) * 40 - 20) };
  const given = draft.vague && draft.flag ? { knownBy: givenOn, ...(draft.pick % 2 && shownNone) } : { givenOn };
  const base = { id: `e${index}`, recordedAt, ...given };
  const of = <T extends Entry["type"]>(type: T) =>
    before.filter((entry): entry is Extract<Entry, { type: T }> => entry.type === type);
  const year = Number(givenOn.slice(0, 4)) - (draft.pick % 2);
  const evidence = [{ kind: "document" as const, title: "a letter", confidential: false }];
  const due = { on: other, precision: "day" as const };
  switch (draft.kind) {
    case "response":
      return { ...base, type: "response", position: at(Position.options, draft.pick) };
    case "commitment":
      return { ...base, type: "commitment", description: "a promise", ...(draft.vague ? {} : { due }) };
    case "outcome": {
      const commitments = of("commitment");
      if (commitments.length === 0) return undefined;
      const commitment = at(commitments, draft.pick).id;
      // A later promise and its first version, so that no promise replaces itself.
      const later = commitments
        .slice((draft.pick % commitments.length) + 1)
        .find(({ corrects }) => corrects === undefined);
      const outcome = later && draft.flag ? "replaced" : at(["met", "replaced", "abandoned"] as const, draft.recorded);
      const replacedBy = outcome === "replaced" && later !== undefined ? { replacedBy: later.id } : {};
      return { ...base, type: "commitmentOutcome", commitment, outcome, ...replacedBy };
    }
    case "deadlineChange": {
      const commitments = of("commitment");
      const target =
        draft.pick % 3 === 0 && commitments.length > 0
          ? { kind: "commitment" as const, commitment: at(commitments, draft.pick).id }
          : draft.pick % 3 === 1
            ? { kind: "response" as const }
            : { kind: "implementation" as const };
      const decision = draft.pick % 5 === 0 ? ("refused" as const) : ("granted" as const);
      return {
        ...base,
        type: "deadlineChange",
        target,
        decision,
        to: due,
        reason: "a reason",
        requestedBy: "ministry",
        requestedOn: givenOn,
        decidedBy: "minister",
      };
    }
    case "update":
    case "claim": {
      const claim = draft.kind === "claim";
      const level = claim ? "fullyImplemented" : at(Level.options, draft.pick);
      return {
        ...base,
        type: "progressUpdate",
        reportingYear: year,
        asOf: draft.flag ? givenOn : addDays(givenOn, -40),
        level,
        claim,
        evidence,
      };
    }
    case "withdraw": {
      const claims = of("progressUpdate").filter(({ claim }) => claim);
      return claims.length === 0 ? undefined : { ...base, type: "claimWithdrawal", update: at(claims, draft.pick).id };
    }
    case "assessment":
      return {
        ...base,
        type: "assessment",
        reportingYear: year,
        asOf: draft.flag ? givenOn : addDays(givenOn, -60),
        level: draft.pick % 3 === 0 ? "fullyImplemented" : at(Level.options, draft.pick),
        method: "documentsReviewed",
        evidence,
      };
    case "contradiction": {
      // Another finding of the same day about the same situation, which may differ.
      const findings = of("assessment");
      if (findings.length === 0) return undefined;
      const { corrects: _, ...other } = at(findings, draft.pick);
      return { ...other, id: base.id, recordedAt, level: at(Level.options, draft.pick2 + 900) };
    }
    case "closure":
      return {
        ...base,
        type: "closure",
        closureReason: at(["implemented", "notImplemented", "overtakenByEvents", "alternativeAccepted"], draft.pick),
      };
    case "reopening":
      return { ...base, type: "reopening", reason: "again", ...(draft.vague ? { newDue: due } : {}) };
    case "upheld":
      return { ...base, type: "notCompetentUpheld", reason: "another body" };
    case "role":
      return { ...base, type: "roleChange", role: at(Role.options, draft.pick), reason: "named by mistake" };
    case "request":
      return {
        ...base,
        type: "deadlineRequest",
        target: { kind: "response" },
        to: due,
        reason: "a reason",
        requestedBy: "ministry",
      };
    case "observe":
      return { ...base, type: "observation", by: "an association", text: "it is not done", evidence: [] };
    case "retract":
      return before.length === 0
        ? undefined
        : { ...base, type: "retraction", retracts: at(before, draft.pick).id, reason: "wrong follow-up" };
    case "correct": {
      const target = before.length === 0 ? undefined : at(before, draft.pick);
      if (target === undefined || target.type === "retraction") return undefined;
      const again = entryOf({ ...draft, kind: draftKindOf(target), offset: draft.offset }, index, before);
      return again && again.type === target.type ? { ...again, corrects: target.id } : undefined;
    }
    default:
      return undefined;
  }
}

/** The kind of draft that makes an entry of the same type. */
function draftKindOf(target: Entry): string {
  const kinds: Record<Entry["type"], string> = {
    response: "response",
    commitment: "commitment",
    commitmentOutcome: "outcome",
    deadlineRequest: "request",
    deadlineRequestWithdrawal: "",
    deadlineChange: "deadlineChange",
    deadlineContest: "",
    progressUpdate: "update",
    claimWithdrawal: "withdraw",
    assessment: "assessment",
    closure: "closure",
    reopening: "reopening",
    notCompetentUpheld: "upheld",
    roleChange: "role",
    evidence: "",
    observation: "observe",
    successorDecision: "",
    answerPublication: "publish",
    retraction: "retract",
  };
  return kinds[target.type];
}

/** Changes of the addressee and of the issuing body, in the middle of everything else. */
const change = fc.record({
  shape: fc.constantFrom("merger", "split", "transfer", "centre", "dissolved", "planned"),
  offset: offsets,
});

function changeOf({ shape, offset }: { shape: string; offset: number }, index: number): OrganizationChange {
  const to = (organization: string, ...themes: string[]) => ({ organization, themes });
  const shapes: Record<string, Pick<OrganizationChange, "type" | "originals" | "results">> = {
    merger: { type: "merged", originals: ["justice", "interior"], results: [to("home")] },
    split: { type: "split", originals: ["justice"], results: [to("courts", "prosecution"), to("care", "victims")] },
    transfer: { type: "competenceTransferred", originals: ["justice"], results: [to("care", "victims")] },
    centre: { type: "split", originals: ["centre"], results: [to("myria", "victims"), to("unia")] },
    dissolved: { type: "dissolved", originals: ["care"], results: [] },
    planned: { type: "renamed", originals: ["justice"], results: [to("home")] },
  };
  const { type, originals, results } = shapes[shape] ?? { type: "dissolved", originals: ["home"], results: [] };
  return {
    id: `change-${index}`,
    type,
    originals,
    results,
    recordedAt: "2018-01-01T00:00:00Z",
    ...(shape === "planned" ? {} : { on: addDays(published, offset) }),
  };
}

/** The changes that contradict none of the earlier ones. */
function withoutContradictions(changes: readonly OrganizationChange[]): OrganizationChange[] {
  const taken: OrganizationChange[] = [];
  for (const change of changes) if (contradictions([], [...taken, change]).length === 0) taken.push(change);
  return taken;
}

function decisionOf({ of, offset, later }: { of: "addressee" | "issuingBody"; offset: number; later: boolean }): Entry {
  const givenOn = addDays(published, offset);
  return {
    id: "decided",
    type: "successorDecision",
    givenOn,
    recordedAt: `${givenOn}T11:00:00Z`,
    change: "change-0",
    successor: of === "addressee" ? "courts" : "unia",
    of,
    ...(later ? { from: addDays(givenOn, 30) } : {}),
  };
}

/**
 * A newer recommendation with the same addressee, another one, or its successor; asked to act, for information, or to
 * act only later.
 */
const replaced = fc.record({
  on: offsets,
  published: offsets,
  addressee: fc.constantFrom("justice", "justice", "home", "care", "courts"),
  role: fc.constantFrom("lead" as const, "lead" as const, "joint" as const, "forInformation" as const),
  changes: fc.array(fc.record({ offset: offsets, role: fc.constantFrom(...Role.options) }), { maxLength: 2 }),
  themes: fc.subarray(["victims", "prosecution"]),
});

function replacementOf({
  on,
  published: later,
  addressee,
  role,
  changes,
  themes,
}: typeof replaced extends fc.Arbitrary<infer Of> ? Of : never) {
  return {
    id: "link",
    type: "repeats" as const,
    on: addDays(published, on),
    recordedAt: "2020-01-01T00:00:00Z",
    newer: {
      addressee,
      role,
      themes,
      report: { reportingYear: 2019, publishedOn: addDays(published, later) },
      entries: changes.map(({ offset, role: changed }, index): Entry => {
        const givenOn = addDays(published, offset);
        const [id, recordedAt] = [`newer-role-${index}`, `${givenOn}T10:00:00Z`];
        return { id, type: "roleChange", role: changed, reason: "named by mistake", givenOn, recordedAt };
      }),
    },
  };
}

/** The newer follow-up as a case of its own. */
export function newerCases(followUpCase: FollowUpCase): FollowUpCase[] {
  const { followUp, recommendation, report, changes, cycles, asked, replacedBy } = followUpCase;
  return replacedBy.flatMap(({ newer }) => {
    if (newer === undefined) return [];
    const { addressee, role, themes, entries } = newer;
    const first = [asked.first, newer.report.publishedOn].filter((day) => day !== undefined).sort()[0];
    const firstDue = recommendation.implementationDue?.on;
    return [
      {
        followUp: { id: `${followUp.id}-newer`, recommendation: `${recommendation.id}-newer`, addressee, role },
        recommendation: { id: `${recommendation.id}-newer`, themes: [...themes] },
        report: { id: `${report.id}-newer`, issuingBody: report.issuingBody, status: "published", ...newer.report },
        entries,
        cycles,
        changes,
        replacedBy: [],
        asked: { times: 2, ...(first && { first }), ...(firstDue && { firstDue }) },
      },
    ];
  });
}

/** Any follow-up with any history: answered or not, promises moved, claims found wanting, corrections, reopenings. */
export const followUpCases: fc.Arbitrary<FollowUpCase> = fc
  .record({
    drafts: fc.array(draft, { maxLength: 14 }),
    years: fc.subarray([2018, 2019, 2020]),
    implementationDue: fc.option(offsets, { nil: undefined }),
    role: fc.constantFrom("lead" as const, "lead" as const, "joint" as const, "forInformation" as const),
    verification: fc.integer({ min: 0, max: 7 }).map((number) => number > 0),
    period: fc.constantFrom("default", "none", "days", "transmission"),
    publishedKnown: fc.integer({ min: 0, max: 9 }),
    replaced: fc.option(replaced, { nil: undefined, freq: 4 }),
    themes: fc.subarray(["victims", "prosecution"]),
    selected: fc.array(
      fc.record({
        offset: offsets,
        by: fc.constantFrom("victims" as const, "prosecution" as const, "justice" as const),
      }),
      { maxLength: 2 },
    ),
    changes: fc.array(change, { maxLength: 3 }),
    decided: fc.option(
      fc.record({
        of: fc.constantFrom("addressee" as const, "issuingBody" as const),
        offset: offsets,
        later: fc.boolean(),
      }),
      { nil: undefined },
    ),
  })
  .map(
    ({
      drafts,
      years,
      implementationDue,
      role,
      period,
      verification,
      publishedKnown,
      themes,
      selected,
      changes,
      decided,
      replaced,
    }) => ({
      followUp: { id: "fu", recommendation: "rec", addressee: "justice", role },
      recommendation: {
        id: "rec",
        themes,
        ...(implementationDue === undefined
          ? {}
          : { implementationDue: { on: addDays(published, implementationDue), precision: "day" as const } }),
      },
      report: {
        id: "report",
        issuingBody: "centre",
        reportingYear: 2018,
        status: "published" as const,
        ...(publishedKnown === 0 ? {} : { publishedOn: publishedKnown > 7 ? endOfYear(published) : published }),
        ...(publishedKnown > 7 ? { publishedOnPrecision: "year" as const } : {}),
        ...(verification ? {} : { verificationPeriod: "none" as const }),
        ...(period === "none" ? { responsePeriod: "none" as const } : {}),
        ...(period === "days"
          ? {
              responsePeriod: {
                amount: 56,
                unit: "days" as const,
                rules: "calendar" as const,
                from: "publication" as const,
              },
            }
          : {}),
        ...(period === "transmission"
          ? { responsePeriod: { amount: 2, unit: "months" as const, from: "transmissionToParliament" as const } }
          : {}),
      },
      entries: [...entriesOf(drafts), ...(decided === undefined ? [] : [decisionOf(decided)])],
      cycles: [
        ...cyclesOf(years).map((cycle) => ({ ...cycle, ...selections(selected) })),
        ...cyclesOf(years).map((cycle) => ({ ...cycle, id: `${cycle.id}-successor`, issuingBody: "myria" })),
      ],
      changes: withoutContradictions(changes.map(changeOf)),
      replacedBy: replaced === undefined ? [] : [replacementOf(replaced)],
      asked: {
        times: 1,
        ...(publishedKnown === 0 ? {} : { first: publishedKnown > 7 ? endOfYear(published) : published }),
      },
    }),
  );

/** Every day on which something happens or falls due, the days around it, and some others. */
export function daysWorthAsking(followUpCase: FollowUpCase): Day[] {
  const { report, recommendation, entries, cycles, changes } = followUpCase;
  const days = new Set<Day>([published, "2018-01-01", "2020-02-29", "2030-01-01"]);
  const add = (day: Day | undefined) => {
    if (day === undefined) return;
    for (const by of [-31, -30, -1, 0, 1, 365, 366]) days.add(addDays(day, by));
  };
  add(report.publishedOn);
  if (report.publishedOn) {
    add(endOfPeriod(report.publishedOn, settingsOn(generatedSettings, report.publishedOn).responsePeriod, "eu1182"));
    add(endOfPeriod(report.publishedOn, { amount: 56, unit: "days" }, "calendar"));
  }
  for (const { on } of [...changes, ...followUpCase.replacedBy]) add(on);
  for (const { newer } of followUpCase.replacedBy) {
    add(newer?.report.publishedOn);
    for (const { givenOn } of newer?.entries ?? []) add(givenOn);
  }
  add(recommendation.implementationDue?.on);
  for (const entry of entries) {
    add(entry.givenOn ?? entry.knownBy);
    add(entry.knownAfter);
    if (entry.type === "commitment") add(entry.due?.on);
    if (entry.type === "deadlineChange") add(entry.to?.on);
    if (entry.type === "reopening") add(entry.newDue?.on);
    if (entry.type === "progressUpdate" && entry.claim && entry.givenOn) {
      const { verificationPeriod, periodRules } = settingsOn(generatedSettings, entry.givenOn);
      add(endOfPeriod(entry.givenOn, verificationPeriod, periodRules));
    }
  }
  for (const { opensOn, updatesDueOn, assessmentsDueOn } of cycles)
    [opensOn, updatesDueOn, assessmentsDueOn].forEach(add);
  return [...days];
}

function endOfYear(day: Day): Day {
  return `${day.slice(0, 4)}-12-31`;
}
