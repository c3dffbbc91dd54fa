import type { AssessedLevel, ClosureReason, Position } from "../follow-up/levels.ts";

/** A word of another body's vocabulary, ours for it, and what gets lost on the way to ours. */
type Row<Code> = { theirs: string; means: string; ours: Code; lost?: string };

/** The vocabulary of another body beside one of ours. */
export type Crosswalk = { title: string; source: string } & (
  | { answers: "position"; rows: readonly Row<Position>[] }
  | { answers: "assessed"; rows: readonly Row<AssessedLevel>[] }
  | { answers: "closureReason"; rows: readonly Row<ClosureReason>[] }
);

/** How other bodies speak of the same things, for who brings their files here or reads ours. */
export const crosswalks: Readonly<Record<string, Crosswalk>> = {
  upr: {
    title: "Universal Periodic Review",
    source: "UN Human Rights Council, resolution 5/1, annex, paragraphs 27 and 32",
    answers: "position",
    rows: [
      { theirs: "Supported", means: "it enjoys the support of the State", ours: "accepted" },
      {
        theirs: "Noted",
        means: "it is noted",
        ours: "noted",
        lost: "whether the State rejects it: a State that rejects notes",
      },
      {
        theirs: "Supported/Noted",
        means: "a part is supported",
        ours: "acceptedInPart",
        lost: "which part, unless it is in parts",
      },
      { theirs: "Pending", means: "the State will answer later", ours: "awaiting" },
    ],
  },
  ccpr: {
    title: "Follow-up grades of the Human Rights Committee",
    source: "UN Human Rights Committee, note on the procedure for follow-up to concluding observations (CCPR/C/161)",
    answers: "assessed",
    rows: [
      {
        theirs: "A",
        means: "reply or action largely satisfactory",
        ours: "fullyImplemented",
        lost: "largely is not fully",
      },
      { theirs: "B", means: "reply or action partially satisfactory", ours: "partiallyImplemented" },
      {
        theirs: "C",
        means: "reply or action not satisfactory",
        ours: "notStarted",
        lost: "whether a reply came that was not relevant",
      },
      { theirs: "D", means: "no cooperation after reminders", ours: "noEvidence", lost: "that reminders were sent" },
      { theirs: "E", means: "measures against the recommendation", ours: "contraryAction" },
    ],
  },
  greta: {
    title: "Conclusions of GRETA on what was done",
    source: "GRETA, evaluation reports of the second and later rounds; GRETA grades in words and has no closed list",
    answers: "assessed",
    rows: [
      {
        theirs: "welcomes",
        means: "what was asked is done",
        ours: "fullyImplemented",
        lost: "what it still asks in the same paragraph",
      },
      {
        theirs: "welcomes the steps taken",
        means: "steps in the right direction",
        ours: "underWay",
        lost: "how far it is",
      },
      { theirs: "notes that a plan is prepared", means: "announced, and not begun", ours: "announced" },
      {
        theirs: "is concerned",
        means: "nothing or too little was done",
        ours: "notStarted",
        lost: "whether something was done",
      },
    ],
  },
  csr: {
    title: "Country-specific recommendations of the European Union",
    source: "European Commission, assessment grid of the country reports",
    answers: "assessed",
    rows: [
      { theirs: "No progress", means: "nothing credible is announced or adopted", ours: "notStarted" },
      {
        theirs: "Limited progress",
        means: "announced, or adopted and not likely to be enough",
        ours: "announced",
        lost: "whether it is adopted",
      },
      { theirs: "Some progress", means: "adopted in part, or adopted and not carried out", ours: "underWay" },
      { theirs: "Substantial progress", means: "adopted, and mostly carried out", ours: "substantiallyImplemented" },
      { theirs: "Full implementation", means: "all that was asked is carried out", ours: "fullyImplemented" },
    ],
  },
  gao: {
    title: "Recommendations database of the GAO",
    source: "United States Government Accountability Office, recommendations database",
    answers: "closureReason",
    rows: [
      { theirs: "Closed - Implemented", means: "the agency did it", ours: "implemented" },
      {
        theirs: "Closed - Not Implemented",
        means: "it was not done, and is not followed any more",
        ours: "notImplemented",
        lost: "why, which stands in the text",
      },
    ],
  },
  intosai: {
    title: "Follow-up of audit recommendations",
    source: "INTOSAI, ISSAI 3000, requirements on follow-up, as audit offices use it",
    answers: "assessed",
    rows: [
      { theirs: "Fully implemented", means: "all is done", ours: "fullyImplemented" },
      { theirs: "Partially implemented", means: "a part is done", ours: "partiallyImplemented" },
      { theirs: "Not implemented", means: "nothing is done", ours: "notStarted" },
      { theirs: "No longer relevant", means: "circumstances changed", ours: "noLongerApplicable" },
      { theirs: "Insufficient information", means: "nobody can tell", ours: "noEvidence" },
    ],
  },
};
