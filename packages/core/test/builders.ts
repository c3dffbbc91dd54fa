import type { Day, Entry, FollowUpCase } from "../src/index.ts";

type Given<T extends Entry["type"]> = Omit<Extract<Entry, { type: T }>, "id" | "type" | "recordedAt" | "givenOn">;

let count = 0;

/** An entry that was given and recorded on a day, unless it says otherwise. */
export function given<T extends Entry["type"]>(
  type: T,
  givenOn: Day,
  rest: Given<T> & { id?: string; recordedAt?: string },
): Extract<Entry, { type: T }> {
  count += 1;
  return { id: `entry-${count}`, recordedAt: `${givenOn}T12:00:00Z`, givenOn, ...rest, type } as Extract<
    Entry,
    { type: T }
  >;
}

/** A response that accepts, rejects and so on. */
export const answered = (on: Day, position: Extract<Entry, { type: "response" }>["position"]) =>
  given("response", on, { position });

export const promised = (on: Day, due: Day, id = "promise") =>
  given("commitment", on, { id, description: "A circular is sent to all zones.", due: { on: due, precision: "day" } });

export const claimed = (on: Day, asOf: Day = on, id?: string) =>
  given("progressUpdate", on, {
    ...(id === undefined ? {} : { id }),
    reportingYear: Number(asOf.slice(0, 4)),
    asOf,
    level: "fullyImplemented",
    claim: true,
    evidence: [{ kind: "document", title: "The circular", confidential: false }],
  });

export const updated = (on: Day, reportingYear: number) =>
  given("progressUpdate", on, { reportingYear, asOf: on, level: "underWay", claim: false, evidence: [] });

export const found = (
  on: Day,
  level: Extract<Entry, { type: "assessment" }>["level"],
  asOf: Day = on,
  reportingYear = Number(asOf.slice(0, 4)),
) =>
  given("assessment", on, {
    reportingYear,
    asOf,
    level,
    method: "documentsReviewed",
    assessor: "A. Lambert",
    secondReader: "B. Peeters",
    evidence: [],
  });

export const closed = (on: Day, closureReason: Extract<Entry, { type: "closure" }>["closureReason"]) =>
  given("closure", on, { closureReason, reason: "as found" });

export const movedTo = (
  on: Day,
  to: Day,
  target: Extract<Entry, { type: "deadlineChange" }>["target"] = { kind: "commitment", commitment: "promise" },
  decision: "granted" | "refused" = "granted",
) =>
  given("deadlineChange", on, {
    target,
    decision,
    to: { on: to, precision: "day" },
    reason: "the council of state asked for changes",
    requestedBy: "ministry",
    requestedOn: on,
    decidedBy: "minister",
  });

/** One follow-up of the Ministry of Justice, from a report published on 18 October 2022. */
export function aFollowUp(
  entries: readonly Entry[] = [],
  change: Partial<Omit<FollowUpCase, "entries" | "report" | "followUp" | "recommendation">> & {
    recommendation?: Partial<FollowUpCase["recommendation"]>;
    report?: Partial<FollowUpCase["report"]>;
    followUp?: Partial<FollowUpCase["followUp"]>;
  } = {},
): FollowUpCase {
  const { report, followUp, recommendation, ...rest } = change;
  return {
    followUp: { id: "follow-up", recommendation: "recommendation", addressee: "justice", role: "lead", ...followUp },
    recommendation: { id: "recommendation", themes: ["training"], ...recommendation },
    report: {
      id: "report",
      issuingBody: "centre",
      reportingYear: 2021,
      status: "published",
      publishedOn: "2022-10-18",
      ...report,
    },
    entries,
    cycles: [],
    changes: [],
    replacedBy: [],
    asked: { times: 1 },
    ...rest,
  };
}

/**
 * The cycle about a year: about 2022 it opens in February 2023, with updates due at the end of March and assessments at
 * the end of June.
 */
export const roundOf = (year: number) => ({
  id: `round-${year}`,
  issuingBody: "centre",
  year,
  opensOn: `${year + 1}-02-01`,
  updatesDueOn: `${year + 1}-03-31`,
  assessmentsDueOn: `${year + 1}-06-30`,
});
