import { type DueDate, dateText, type Entry, type Id } from "@heed/core";
import type { AmendedBy } from "@heed/core/follow-up/entries/amended-by";
import type { DeadlineTarget } from "@heed/core/follow-up/entries/deadline-target";
import type { Evidence } from "@heed/core/follow-up/entries/evidence";

/** What the entries of some types say; the others do not have it. */
type Said = Entry &
  AmendedBy & {
    readonly due?: DueDate;
    readonly to?: DueDate;
    readonly newDue?: DueDate;
    readonly target?: DeadlineTarget;
    readonly evidence?: readonly Evidence[];
  } & Readonly<Record<string, unknown>>;

type Name = (organization: Id) => string;
type Cell = (said: Said, nameOf: Name) => unknown;

const same =
  (property: string): Cell =>
  (said) =>
    said[property];
const organization =
  (property: string): Cell =>
  (said, nameOf) => {
    const id = said[property];
    return id === undefined ? undefined : nameOf(id as Id);
  };
const of =
  (type: Entry["type"], cell: Cell): Cell =>
  (said, nameOf) =>
    said.type === type ? cell(said, nameOf) : undefined;
const dueText = (due: DueDate | undefined) => due && dateText(due.on, due.precision);
const newDue = ({ to, newDue: own }: Said) => own ?? to;

/** What an entry says, a column for each thing: a code, a day, a text in the words of the entry, or the name of a body. */
const cells = {
  entry: same("id"),
  type: same("type"),
  givenOn: same("givenOn"),
  knownBy: ({ knownBy, knownByPrecision }) => knownBy && dateText(knownBy, knownByPrecision),
  knownAfter: same("knownAfter"),
  recordedOn: ({ recordedAt }) => recordedAt.slice(0, 10),
  position: same("position"),
  reason: same("reason"),
  description: same("description"),
  owner: same("owner"),
  due: ({ due }) => dueText(due),
  level: same("level"),
  narrative: same("narrative"),
  claim: same("claim"),
  asOf: ({ asOf, asOfPrecision }) => asOf && dateText(asOf as string, asOfPrecision as DueDate["precision"]),
  reportingYear: same("reportingYear"),
  method: same("method"),
  rationale: same("rationale"),
  assessor: same("assessor"),
  closureReason: same("closureReason"),
  corrects: same("corrects"),
  retracts: same("retracts"),
  correctedBy: same("correctedBy"),
  retractedBy: same("retractedBy"),
  dueWording: ({ due }) => due?.wording,
  commitment: ({ commitment, target }) => commitment ?? (target?.kind === "commitment" ? target.commitment : undefined),
  outcome: same("outcome"),
  replacedBy: same("replacedBy"),
  deadline: ({ target }) => target?.kind,
  request: same("request"),
  decision: same("decision"),
  formerDue: of("deadlineChange", same("from")),
  newDue: (said) => dueText(newDue(said)),
  newDueWording: (said) => newDue(said)?.wording,
  requestedBy: same("requestedBy"),
  requestedOn: same("requestedOn"),
  decidedBy: same("decidedBy"),
  decidedByOrganization: organization("decidedByOrganization"),
  decidedByFreeText: same("decidedByFreeText"),
  parliamentToldOn: same("parliamentToldOn"),
  contestedChange: of("deadlineContest", same("change")),
  withdrawnUpdate: same("update"),
  secondReader: same("secondReader"),
  singleReader: same("singleReader"),
  newRole: of("roleChange", same("role")),
  organizationChange: of("successorDecision", same("change")),
  successor: organization("successor"),
  successorOf: of("successorDecision", same("of")),
  successorFrom: of("successorDecision", same("from")),
  observer: of("observation", same("by")),
  observation: of("observation", same("text")),
  evidence: ({ evidence = [] }) => evidence.map(evidenceText).join(" | "),
  evidenceFor: same("about"),
  recordedAt: same("recordedAt"),
  recordedBy: same("actor"),
  authorSide: ({ author }) => author?.side,
  authorOrganization: ({ author }, nameOf) => author?.organization && nameOf(author.organization),
  onBehalf: ({ author }) => author?.onBehalf,
  correctsDay: same("correctsDay"),
  source: ({ source }) => source?.name,
  sourceFile: ({ source }) => source?.file,
  sourceRow: ({ source }) => source?.row,
  sourceOn: ({ source }) => source?.on,
  illustrative: ({ source }) => source?.illustrative,
  publication: same("publication"),
  publishedAnswer: same("answer"),
} satisfies Record<string, Cell>;

/** The columns of an entry, in their order: new ones come last, so that the others stay where they are. */
export const entryColumns: readonly string[] = Object.keys(cells);

/** What an entry says, in the order of the columns; empty where it does not say it. */
export function cellsOf(entry: Entry & AmendedBy, nameOf: Name): string[] {
  return Object.values<Cell>(cells).map((cell) => cellText(cell(entry as Said, nameOf)));
}

function cellText(value: unknown): string {
  if (value === undefined || value === false) return "";
  return value === true ? "yes" : String(value);
}

function evidenceText({ kind, title, url, seenDigest, file, confidential }: Evidence): string {
  return [
    `${kind}: ${title}`,
    ...(url === undefined ? [] : [`<${url}>`]),
    ...(seenDigest === undefined ? [] : [`sha256:${seenDigest}`]),
    ...(file === undefined ? [] : [`[${file.name} sha256:${file.digest}]`]),
    ...(confidential ? ["(confidential)"] : []),
  ].join(" ");
}
