import { DomainError, type ErrorCode } from "../domain-error.ts";
import type { Assessment } from "../follow-up/entries/assessment.ts";
import type { Closure } from "../follow-up/entries/closure.ts";
import type { Commitment } from "../follow-up/entries/commitment.ts";
import type { CommitmentOutcome } from "../follow-up/entries/commitment-outcome.ts";
import type { DeadlineChange } from "../follow-up/entries/deadline-change.ts";
import type { Entry } from "../follow-up/entries/entry.ts";
import type { EvidenceEntry } from "../follow-up/entries/evidence-entry.ts";
import type { ProgressUpdate } from "../follow-up/entries/progress-update.ts";
import type { Reopening } from "../follow-up/entries/reopening.ts";
import { isComplete, isPositionToGive, type Level } from "../follow-up/levels.ts";
import { standing } from "../follow-up/standing/standing.ts";
import { publicationText, publishedFrom } from "../report/publication-day.ts";
import { words } from "../text/words.ts";
import type { Day } from "../time/day.ts";
import { type ActContext, type Acting, isRetracted, requireEntry } from "./act.ts";
import { owedNow, requireLater } from "./movable.ts";
import { maybeSamePerson } from "./same-person.ts";
import { requireDecidable } from "./successor.ts";

/** What is wrong with an entry; `name` is the property at fault. */
type Fault = { code: ErrorCode; message: string; name?: string; value?: string; detail?: string };

/**
 * Checks the content of an entry that somebody makes now, as a new entry or as a correction: each type has its rules
 * here. Imported entries are exempt: files say what they say (R64).
 * Errors: invalidInput, missingPermission, invalidStateTransition, unknownOrganization.
 */
export function requireValidEntry(acting: Acting, entry: Entry, corrected?: Entry): void {
  // Faults that the old entry had already, for instance an imported one, do not prevent correcting something else.
  const before = corrected === undefined ? [] : faultsOf(acting, corrected);
  const [breach] = faultsOf(acting, entry).filter((each) => !before.some((other) => isSame(other, each)));
  if (breach === undefined) return;
  const { code, message, name, value, detail } = breach;
  throw new DomainError(
    code,
    message,
    name === undefined ? [] : [{ name, ...(value !== undefined && { value }), detail: detail ?? message }],
  );
}

/** The same fault by the same value: another wrong value is another fault. */
function isSame(one: Fault, other: Fault): boolean {
  return one.message === other.message && one.name === other.name && one.value === other.value;
}

function faultsOf(context: Acting, entry: Entry): Fault[] {
  switch (entry.type) {
    case "response":
      return isPositionToGive(entry.position)
        ? []
        : [
            inputFault(
              "position",
              "that position cannot be given: only a file can leave it open (R64)",
              entry.position,
            ),
          ];
    case "progressUpdate":
      return [...situationFaults(context, entry), ...claimFaults(entry)];
    case "assessment":
      return [...situationFaults(context, entry), ...methodFaults(entry), ...assessmentReaderFaults(entry)];
    case "closure":
      return closureFaults(context, entry);
    case "reopening":
      return [
        ...readerFaults(context, entry, []),
        ...(entry.newDue === undefined ? [] : dueFaults(context, "newDue", entry.newDue.on, entry.givenOn)),
      ];
    case "commitment":
      return promiseFaults(context, entry);
    case "deadlineRequest":
      return [
        ...dueFaults(context, "to", entry.to.on),
        ...refused(() => requireLater(owedNow(context, entry.target), entry.to)),
      ];
    case "deadlineChange":
      return decisionFaults(context, entry);
    case "commitmentOutcome":
      return outcomeBreaches(context, entry);
    case "successorDecision":
      return refused(() => requireDecidable(context, entry));
    case "evidence":
      return aboutBreaches(context, entry);
    case "deadlineRequestWithdrawal":
      return refused(() => requireEntry(context, "deadlineRequest", "request", entry.request));
    case "deadlineContest":
      return refused(() => requireEntry(context, "deadlineChange", "change", entry.change));
    case "claimWithdrawal":
      return refused(() => requireEntry(context, "progressUpdate", "update", entry.update));
    // Whatever they say can be said; what they name is not corrected.
    case "notCompetentUpheld":
    case "roleChange":
    case "observation":
    case "retraction":
      return [];
  }
}

/** What a check refuses, as a fault of the entry. */
function refused(check: () => unknown): Fault[] {
  try {
    check();
    return [];
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const { code, message, issues } = error;
    const { name, value, detail } = issues[0] ?? {};
    return [
      {
        code,
        message,
        ...(name !== undefined && { name }),
        ...(value !== undefined && { value }),
        ...(detail !== undefined && { detail }),
      },
    ];
  }
}

function outcomeBreaches(context: ActContext, entry: CommitmentOutcome): Fault[] {
  const { commitment, outcome, replacedBy, asOf, givenOn } = entry;
  return [
    ...refused(() => requireEntry(context, "commitment", "commitment", commitment)),
    ...(replacedBy === undefined ? [] : refused(() => requireEntry(context, "commitment", "replacedBy", replacedBy))),
    ...(replacesItself(context, entry)
      ? [
          inputFault(
            "replacedBy",
            "a promise cannot be replaced by itself, or by a promise that it replaces",
            replacedBy,
          ),
        ]
      : []),
    ...((outcome === "replaced") === (replacedBy !== undefined)
      ? []
      : [inputFault("replacedBy", "an outcome names another promise when the promise was replaced, and only then")]),
    ...notAfter("asOf", asOf, givenOn),
    ...notBeforeReport(context, asOf),
    ...beforePromise(context, entry),
  ];
}

function aboutBreaches({ case: { entries } }: ActContext, { about }: EvidenceEntry): Fault[] {
  if (about === undefined || entries.some(({ id }) => id === about)) return [];
  return [
    { ...inputFault("about", "there is no such entry on this follow-up", about), detail: "no entry has this id" },
  ];
}

/** An outcome tells of the promise, so not of a day on which nothing was promised yet. */
function beforePromise({ case: { entries } }: ActContext, { commitment, asOf }: CommitmentOutcome): Fault[] {
  const promised = entries.find(({ id }) => id === commitment);
  const first = promised?.givenOn ?? promised?.knownAfter;
  if (asOf === undefined || first === undefined || asOf >= first) return [];
  return [
    { ...inputFault("asOf", "the outcome is before its promise", asOf), detail: `the promise was given on ${first}` },
  ];
}

function replacesItself({ case: { entries } }: ActContext, { commitment, replacedBy }: CommitmentOutcome): boolean {
  const line = new Set([replacedBy]);
  for (const each of line)
    for (const other of entries)
      if (other.type === "commitmentOutcome" && other.commitment === each && !isRetracted(entries, other.id))
        line.add(other.replacedBy);
  return line.has(commitment);
}

function inputFault(name: string, message: string, value?: string): Fault {
  return { code: "invalidInput", message, name, ...(value !== undefined && { value }) };
}

/** Nobody can describe a situation, or report about a year, in the future. */
function situationFaults(context: ActContext, { asOf, reportingYear, givenOn }: ProgressUpdate | Assessment): Fault[] {
  const thisYear = givenOn?.slice(0, 4);
  return [
    ...notAfter("asOf", asOf, givenOn),
    ...notBeforeReport(context, asOf),
    ...(reportingYear >= 1000 && (thisYear === undefined || reportingYear <= Number(thisYear))
      ? []
      : [inputFault("reportingYear", "the reporting year is in the future, or is not a year", String(reportingYear))]),
  ];
}

function notAfter(name: string, day: Day | undefined, givenOn: Day | undefined): Fault[] {
  return day === undefined || givenOn === undefined || day <= givenOn
    ? []
    : [inputFault(name, `${name} is after the day on which it is given`, day)];
}

/** Nobody follows a recommendation that is not made yet. */
function notBeforeReport({ case: { report } }: ActContext, asOf: Day | undefined): Fault[] {
  return asOf === undefined || asOf >= (publishedFrom(report) ?? asOf)
    ? []
    : [{ ...inputFault("asOf", "the situation is one of before the report", asOf), detail: publicationText(report) }];
}

/** R25: a claim says that everything is done, and gives evidence; an update that says so with evidence is a claim. */
function claimFaults({ claim, level, evidence }: ProgressUpdate): Fault[] {
  const complete = level !== undefined && isComplete(level);
  if (claim && !complete)
    return [
      {
        ...inputFault("level", "a claim says that all is done", level),
        detail: "fullyImplemented, alternativeAction or noLongerApplicable",
      },
    ];
  if (claim && evidence.length === 0)
    return [{ ...inputFault("evidence", "a claim needs evidence"), detail: "what shows that all is done" }];
  if (!claim && complete && evidence.length > 0)
    return [inputFault("claim", "an update that reports with evidence that all is done is a claim (R25)")];
  return [];
}

/** R10: every assessment made here names its method. */
function methodFaults({ method }: Assessment): Fault[] {
  return method === "notRecorded" ? [inputFault("method", "an assessment names its method (R10)", method)] : [];
}

/** Who corrects it writes it too, so he is no second reader either. */
function assessmentReaderFaults({ assessor, actor, secondReader }: Assessment): Fault[] {
  return secondReader !== undefined && isOneOf(secondReader, [assessor, actor]) ? [sameReader(secondReader)] : [];
}

const sameReader = (value: string): Fault => ({
  code: "missingPermission",
  message: "the second reader is not the assessor, nor who corrects it (R7)",
  name: "secondReader",
  value,
  detail: "the two names may be the same person; if they are two people, write both names in full",
});

/** R35: where its action asks so, either somebody else has read it, or it says why nobody could; never both. */
function readerFaults(
  { ruleOf }: Acting,
  entry: Closure | Reopening,
  others: readonly (string | undefined)[],
): Fault[] {
  const { assessor, actor, secondReader, singleReader } = entry;
  if (ruleOf(entry).secondReader && secondReader === undefined && singleReader === undefined)
    return [
      {
        ...inputFault("secondReader", "it needs a second reader (R7)"),
        detail: "who is not the assessor; or singleReader with the reason",
      },
    ];
  if (secondReader !== undefined && singleReader !== undefined)
    return [inputFault("singleReader", "give either a second reader, or a reason why there is only one (R35)")];
  return secondReader !== undefined && isOneOf(secondReader, [assessor, actor, ...others])
    ? [sameReader(secondReader)]
    : [];
}

/** The same person under another spelling is the same person (R7). */
function isOneOf(name: string, others: readonly (string | undefined)[]): boolean {
  return others.some((other) => other !== undefined && maybeSamePerson(name, other));
}

const findingNeeded = { implemented: "fullyImplemented", alternativeAccepted: "alternativeAction" } as const;

/**
 * R7, R8, R54: an editor and an assessor close as superseded or withdrawn together, and each reads what the other
 * recorded.
 */
function closureFaults(context: Acting, entry: Closure): Fault[] {
  const { closureReason, reason } = entry;
  if (closureReason !== "implemented" && closureReason !== "alternativeAccepted") {
    if (reason !== undefined) return readerFaults(context, entry, []);
    const message = `closing as ${words(closureReason)} needs a reason (R8)`;
    return [{ ...inputFault("reason", message), detail: "why it is not followed any more" }];
  }
  const finding = lastFinding(context);
  const level: Level = findingNeeded[closureReason];
  if (finding?.level !== level || finding.evidence.length === 0)
    return [
      {
        code: "invalidStateTransition",
        message: `closing as ${words(closureReason)} needs an assessment of ${words(level)} with evidence (R7)`,
      },
    ];
  return readerFaults(context, entry, [finding.assessor, finding.actor]);
}

function lastFinding({ case: followUpCase, today, settings }: ActContext): Assessment | undefined {
  const now = standing(followUpCase, today, settings);
  const id = now?.reasons.find(({ code }) => code === "assessed")?.entries?.[0];
  const entry = followUpCase.entries.find((each) => each.id === id);
  return entry?.type === "assessment" ? entry : undefined;
}

/** A promise must have a later date. */
function promiseFaults(context: ActContext, { due, givenOn }: Commitment): Fault[] {
  return due === undefined ? [] : dueFaults(context, "due", due.on, givenOn);
}

/** A due date before the report, or before the day on which it is set, is refused as a mistake. */
function dueFaults({ case: { report } }: ActContext, name: string, on: Day, setOn?: Day): Fault[] {
  if (on < (publishedFrom(report) ?? on))
    return [{ ...inputFault(name, "the date is before the report", on), detail: publicationText(report) }];
  return setOn !== undefined && on < setOn
    ? [{ ...inputFault(name, "the date had passed when it was set", on), detail: `the entry is given on ${setOn}` }]
    : [];
}

/** D6: it grants a date, is decided by somebody other than the requester, and not before the request. */
function decisionFaults(context: ActContext, entry: DeadlineChange): Fault[] {
  const { decision, to, decidedBy, requestedBy, requestedOn, givenOn, parliamentToldOn } = entry;
  if (isOneOf(decidedBy, [requestedBy]))
    return [
      {
        ...inputFault("decidedBy", "the requester of a later date cannot decide on it (D6)", decidedBy),
        code: "missingPermission",
      },
    ];
  if ((decision === "granted") !== (to !== undefined))
    return [inputFault("to", "a granted request has its date, and a refused one has none", to?.on)];
  if (givenOn !== undefined && givenOn < requestedOn)
    return [
      { ...inputFault("givenOn", "a decision is not before its request", givenOn), detail: `asked on ${requestedOn}` },
    ];
  return [
    ...(to === undefined ? [] : dueFaults(context, "to", to.on)),
    ...notAfter("parliamentToldOn", parliamentToldOn, context.today),
  ];
}
