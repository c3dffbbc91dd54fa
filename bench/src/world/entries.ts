import {
  type AssessedLevel,
  addDays,
  type ClosureReason,
  type Day,
  type Entry,
  type Level,
  type Position,
} from "@heed/core";
import type { NewEntry } from "@heed/core/mapping/reading/import-row";
import type { Chance } from "./chance.ts";
import { instant, worldToday } from "./organizations.ts";
import { languages, sentence } from "./words.ts";

export type ToFollow = { publishedOn: Day; reportingYear: number; due?: Day };

/** What the two sides of one follow-up say, in order; `today` is the end. */
type Talk = {
  dice: Chance;
  add: (givenOn: Day, entry: NewEntry) => string;
};

const positions: readonly (readonly [Position, number])[] = [
  ["accepted", 55],
  ["acceptedInPart", 12],
  ["acceptedInPrinciple", 11],
  ["noted", 8],
  ["rejected", 8],
  ["notCompetent", 3],
  ["answeredNotStated", 3],
];
const declining: readonly Position[] = ["noted", "rejected", "notCompetent"];

/** In the order in which work progresses. */
const course: readonly Level[] = [
  "notStarted",
  "announced",
  "underWay",
  "partiallyImplemented",
  "substantiallyImplemented",
  "fullyImplemented",
];

/** Of what is older, 95 of 100 are closed. */
const closedWithinYears = 5;
const closedShare = 0.95;

/**
 * Everything that was said on one follow-up until today: a response, commitments, yearly updates and assessments, and a
 * closure.
 */
export function entriesOf(dice: Chance, { publishedOn, reportingYear, due }: ToFollow): Entry[] {
  const entries: Entry[] = [];
  const talk: Talk = {
    dice,
    add: (givenOn, entry) => {
      const id = dice.id();
      if (givenOn <= worldToday) entries.push({ id, recordedAt: instant(givenOn), ...entry, givenOn } as Entry);
      return id;
    },
  };
  const end = endOf(dice, publishedOn);
  const position = dice.is(0.86) ? dice.weighted(positions) : undefined;
  if (position !== undefined) respond(talk, publishedOn, position, end?.on);
  const works = position === undefined || !declining.includes(position);
  if (works && position !== undefined && dice.is(0.5)) promise(talk, publishedOn, due, end?.on);
  const level = works
    ? yearlyRounds(talk, publishedOn, reportingYear, end?.on)
    : { reached: undefined, on: publishedOn };
  if (end !== undefined) close(talk, end.on, level, position);
  else if (level.reached === "fullyImplemented" && dice.is(0.8))
    close(talk, addDays(level.on, dice.int(5, 60)), level, position);
  return entries.sort((a, b) => compare(a.recordedAt, b.recordedAt));
}

function endOf(dice: Chance, publishedOn: Day): { on: Day } | undefined {
  const on = addDays(publishedOn, dice.int(300, closedWithinYears * 365));
  const old = addDays(publishedOn, closedWithinYears * 365 + 2) <= worldToday;
  return dice.is(old ? closedShare : 0.15) && on <= worldToday ? { on } : undefined;
}

function respond({ dice, add }: Talk, publishedOn: Day, position: Position, end: Day | undefined): void {
  const on = addDays(publishedOn, dice.int(15, 150));
  if (end !== undefined && on >= end) return;
  const reason = dice.is(0.3) ? { reason: sentence(dice, dice.pick(languages)) } : {};
  add(on, { type: "response", position, ...reason });
}

/** A promise for a day. It may be moved on request, kept, replaced, or broken and then overdue. */
function promise({ dice, add }: Talk, publishedOn: Day, due: Day | undefined, end: Day | undefined): void {
  const promisedOn = addDays(publishedOn, dice.int(150, 260));
  const until = end ?? worldToday;
  if (promisedOn >= until) return;
  let on = due !== undefined && dice.is(0.3) ? due : addDays(promisedOn, dice.int(120, 900));
  const commitment = add(promisedOn, {
    type: "commitment",
    description: sentence(dice, dice.pick(languages)),
    due: { on, precision: "day" },
  });
  if (dice.is(0.25)) {
    const askedOn = addDays(on, -dice.int(10, 60));
    const decidedOn = addDays(askedOn, dice.int(5, 50));
    const to = addDays(on, dice.int(60, 400));
    if (decidedOn < until && askedOn > promisedOn) {
      const granted = dice.is(0.8);
      add(decidedOn, {
        type: "deadlineChange",
        target: { kind: "commitment", commitment },
        decision: granted ? "granted" : "refused",
        from: on,
        to: { on: to, precision: "day" },
        reason: sentence(dice, dice.pick(languages)),
        requestedBy: "the addressee",
        requestedOn: askedOn,
        decidedBy: "the parliamentary committee",
      });
      if (granted) on = to;
    }
  }
  const outcome = dice.weighted([
    ["met", 50],
    ["broken", 38],
    ["replaced", 8],
    ["abandoned", 4],
  ] as const);
  if (outcome === "broken") return;
  const toldOn = addDays(on, dice.int(-60, 200));
  if (toldOn >= until || toldOn <= promisedOn) return;
  if (outcome !== "replaced") {
    add(toldOn, { type: "commitmentOutcome", commitment, outcome });
    return;
  }
  const replacedBy = add(toldOn, {
    type: "commitment",
    description: sentence(dice, dice.pick(languages)),
    due: { on: addDays(toldOn, dice.int(120, 700)), precision: "day" },
  });
  add(toldOn, { type: "commitmentOutcome", commitment, outcome, replacedBy });
}

type Reached = { reached: Level | undefined; on: Day };

/** Up to eight yearly updates and assessments; they stop at a complete finding or at the end. */
function yearlyRounds({ dice, add }: Talk, publishedOn: Day, reportingYear: number, end: Day | undefined): Reached {
  const until = end ?? worldToday;
  let step = dice.int(0, 2);
  let last: Reached = { reached: undefined, on: publishedOn };
  const rounds = dice.int(0, 8);
  for (let round = 1; round <= rounds; round++) {
    const year = reportingYear + round;
    const updatedOn = addDays(`${year + 1}-01-10`, dice.int(0, 110));
    if (updatedOn >= until) break;
    step = Math.min(
      course.length - 1,
      step +
        dice.weighted([
          [0, 43],
          [1, 45],
          [2, 12],
        ] as const),
    );
    const level = course[step] as Level;
    const told = dice.is(0.75);
    if (told) {
      const claim = level === "fullyImplemented" && dice.is(0.9);
      add(updatedOn, {
        type: "progressUpdate",
        reportingYear: year,
        asOf: `${year}-12-31`,
        level,
        claim,
        evidence: claim ? [{ kind: "document", title: "Circular", confidential: false }] : [],
        ...(dice.is(0.4) && { narrative: sentence(dice, dice.pick(languages)) }),
      });
    }
    const assessedOn = addDays(updatedOn, dice.int(20, 120));
    if (!dice.is(0.8) || assessedOn >= until || assessedOn < publishedOn) continue;
    // Now and then the issuing body finds less than the addressee reports.
    const found = Math.max(0, step - (dice.is(0.3) ? 1 : 0));
    const assessed = course[found] as Exclude<AssessedLevel, "notAssessed">;
    add(assessedOn, {
      type: "assessment",
      reportingYear: year,
      asOf: `${year}-12-31`,
      level: assessed,
      method: dice.pick(["statementOnly", "documentsReviewed", "interview"]),
      assessor: `assessor-${dice.int(1, 25)}`,
      evidence: [],
      ...(dice.is(0.3) && { rationale: sentence(dice, dice.pick(languages)) }),
    });
    last = { reached: assessed, on: assessedOn };
    if (assessed === "fullyImplemented") break;
  }
  return last;
}

function close({ dice, add }: Talk, on: Day, { reached }: Reached, position: Position | undefined): void {
  const closureReason: ClosureReason =
    reached === "fullyImplemented"
      ? "implemented"
      : position !== undefined && declining.includes(position)
        ? "notImplemented"
        : dice.weighted([
            ["notImplemented", 50],
            ["endOfFollowUp", 30],
            ["overtakenByEvents", 15],
            ["alternativeAccepted", 5],
          ]);
  add(on, { type: "closure", closureReason, assessor: "assessor-1", secondReader: "assessor-2" });
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
