import type { DueDate, Entry, Id } from "@heed/core";
import { kindOf } from "@heed/core/follow-up/entries/entry";
import type { Evidence } from "@heed/core/follow-up/entries/evidence";
import type { Messages } from "../messages/en.ts";
import type { Say } from "../messages/say.ts";
import { shortId } from "../process/short-id.ts";

type Of<Type extends Entry["type"]> = Extract<Entry, { type: Type }>;

/** The side that an entry speaks for; the two sides are always shown apart. Evidence and a retraction are of either side. */
export function speakerOf(entry: Entry): keyof Messages["timeline"]["voices"] {
  const { side, speaker } = kindOf(entry);
  if (speaker === "record" && entry.author !== undefined) return entry.author.side;
  return speaker ?? side;
}

/** What replaces an id in a sentence: the name of an organization, a change with its day, and the short id of an entry. */
export type NameOf = Record<"organization" | "change" | "entry", (id: Id) => string>;

/** What an entry says, in one line. */
export function describeEntry(entry: Entry, say: Say, nameOf: NameOf): string {
  const describe = descriptions[entry.type] as Description<Entry>;
  const parts = [
    describe(entry, say, nameOf),
    evidenceText(entry, say),
    readersText(entry, say),
    recordedText(entry, say),
  ].filter((part) => part !== "");
  return `${parts.join("; ")}${entry.corrects ? ` (${say.entry.corrects(nameOf.entry(entry.corrects))})` : ""}`;
}

function evidenceText(entry: Entry, say: Say): string {
  if (entry.type === "evidence" || !("evidence" in entry) || entry.evidence.length === 0) return "";
  return say.entry.evidence(evidenceNames(entry.evidence, say));
}

/** Who read it besides the person who recorded it (R7, R35). */
function readersText(entry: Entry, say: Say): string {
  const read = [
    "assessor" in entry && entry.assessor !== undefined && entry.assessor !== entry.actor
      ? say.entry.readBy(entry.assessor)
      : "",
    "secondReader" in entry && entry.secondReader !== undefined ? say.entry.secondReader(entry.secondReader) : "",
    "singleReader" in entry && entry.singleReader !== undefined ? say.entry.singleReader(entry.singleReader) : "",
  ];
  return read.filter((each) => each !== "").join(", ");
}

/** Who recorded it for the addressee, and where it was said. What a file brought tells its source as a whole. */
function recordedText({ author, actor, source }: Entry, say: Say): string {
  if (author === undefined) return "";
  const said = [
    author.onBehalf && actor !== undefined ? say.entry.recordedFor(actor) : "",
    source === undefined ? "" : say.entry.source(source.name),
  ];
  return said.filter((each) => each !== "").join(", ");
}

function evidenceNames(evidence: readonly Evidence[], say: Say): string {
  return evidence
    .map(({ title, kind, url, seenDigest, file, item, section, confidential }) => {
      const told = [
        say.label("evidenceKind", kind),
        ...(url === undefined ? [] : [url]),
        ...(seenDigest === undefined ? [] : [shortDigest(seenDigest)]),
        ...(file === undefined ? [] : [`${file.name} ${shortDigest(file.digest)}`]),
        ...[item, section].flatMap((cited) => (cited === undefined ? [] : [shortId(cited)])),
        ...(confidential ? [say.entry.confidential] : []),
      ];
      return `${title} (${told.join(", ")})`;
    })
    .join(", ");
}

/** Enough of it for heed file get. */
function shortDigest(digest: string): string {
  return `sha256:${digest.slice(0, 16)}`;
}

const dateOf = (say: Say, due: DueDate) => say.date(due.on, due.precision);

type Description<Each extends Entry> = (entry: Each, say: Say, nameOf: NameOf) => string;

/** What is said with a reason, and the reason behind it. */
function withReason<Each extends Entry & { reason?: string | undefined }>(told: Description<Each>): Description<Each> {
  return (entry, say, nameOf) => {
    const reason = say.words(entry, entry.reason);
    return `${told(entry, say, nameOf)}${reason === undefined ? "" : say.because(reason)}`;
  };
}

const descriptions: { [Type in Entry["type"]]: Description<Of<Type>> } = {
  response: withReason(({ position }, say) => say.entry.response(say.label("position", position))),
  commitment: ({ description, due }, say) => {
    const what = description ?? say.notPublicYet;
    return due === undefined
      ? say.entry.promiseWithoutDate(what)
      : say.entry.promise(due.wording ?? dateOf(say, due), what);
  },
  commitmentOutcome: withReason(({ commitment, outcome }, say, nameOf) =>
    say.entry.outcome(nameOf.entry(commitment), say.label("commitmentOutcome", outcome)),
  ),
  deadlineChange: withReason(({ target, decision, to, requestedBy, decidedBy }, say) =>
    say.entry.move(
      say.label("deadlineDecision", decision),
      say.label("overdueKind", target.kind),
      to ? say.entry.moveTo(dateOf(say, to)) : "",
      requestedBy,
      decidedBy,
    ),
  ),
  deadlineRequest: ({ target, to, requestedBy, reason }, say) =>
    say.entry.request(requestedBy, say.label("overdueKind", target.kind), dateOf(say, to), reason),
  deadlineRequestWithdrawal: withReason(({ request }, say, nameOf) =>
    say.entry.withdrawsRequest(nameOf.entry(request)),
  ),
  deadlineContest: ({ change, reason }, say, nameOf) => say.entry.contests(nameOf.entry(change), reason),
  successorDecision: withReason(({ change, successor, of, from }, say, nameOf) =>
    say.entry.successor(
      nameOf.organization(successor),
      of === "addressee",
      nameOf.change(change),
      from ? say.entry.from(from) : "",
    ),
  ),
  evidence: ({ evidence, about, publication }, say, nameOf) => {
    const names = publication === "withheld" ? say.notPublicYet : evidenceNames(evidence, say);
    return about === undefined ? say.entry.evidence(names) : say.entry.evidenceFor(nameOf.entry(about), names);
  },
  observation: ({ by, text }, say) => say.entry.observes(by, text),
  progressUpdate: (entry, say) => {
    const { reportingYear, asOf, asOfPrecision, level, claim } = entry;
    const narrative = say.words(entry, entry.narrative);
    const [year, on] = [reportingYear, say.date(asOf, asOfPrecision)];
    const told = claim
      ? say.entry.claims(year, on)
      : say.entry.reports(level ? say.label("reportedLevel", level) : "", year, on);
    return `${told}${narrative === undefined ? "" : say.because(narrative)}`;
  },
  claimWithdrawal: withReason(({ update }, say, nameOf) => say.entry.withdrawsClaim(nameOf.entry(update))),
  assessment: ({ reportingYear, asOf, asOfPrecision, level, method, rationale }, say) => {
    const found = say.entry.finds(
      say.label("assessedLevel", level),
      reportingYear,
      say.date(asOf, asOfPrecision),
      say.label("assuranceMethod", method),
    );
    return `${found}${rationale === undefined ? "" : say.because(rationale)}`;
  },
  closure: withReason(({ closureReason }, say) => say.entry.closes(say.label("closureReason", closureReason))),
  reopening: withReason(({ newDue }, say) => say.entry.reopens(newDue ? say.entry.due(dateOf(say, newDue)) : "")),
  notCompetentUpheld: withReason((_, say) => say.entry.upholds),
  roleChange: withReason(({ role }, say) => say.entry.role(say.label("role", role))),
  answerPublication: ({ answer }, say, nameOf) => say.entry.publishes(nameOf.entry(answer)),
  retraction: withReason(({ retracts }, say, nameOf) => say.entry.retracts(nameOf.entry(retracts))),
};
