import type { Entry } from "../follow-up/entries/entry.ts";
import type { NewEntry } from "../mapping/reading/import-row.ts";
import { comparedText } from "../text/compared-text.ts";

const fields = [
  "type",
  "position",
  "reason",
  "description",
  "owner",
  "level",
  "narrative",
  "claim",
  "asOf",
  "reportingYear",
  "method",
  "rationale",
  "assessor",
  "closureReason",
] as const;

/**
 * How a row differs from the known entry with the same id; undefined when it says the same. Only fields that a row can
 * give are compared, in plain form, because a spreadsheet changes line ends and spaces.
 */
export function differenceFromKnown(given: NewEntry, known: Entry): string | undefined {
  const [one, other] = [given, known] as Readonly<Record<string, unknown>>[];
  // A mapping has no key for the assessor of a closure.
  const told = known.type === "closure" ? fields.filter((each) => each !== "assessor") : fields;
  const field = told.find((each) => plain(one?.[each]) !== plain(other?.[each]));
  if (field !== undefined) return field;
  const days = (entry: { givenOn?: string | undefined; knownBy?: string | undefined }) =>
    entry.givenOn ?? entry.knownBy;
  if (days(known) !== undefined && (given.givenOn !== known.givenOn || days(given) !== days(known))) return "givenOn";
  const dues = (entry: NewEntry | Entry) => (entry.type === "commitment" ? entry.due?.on : undefined);
  return dues(given) === dues(known) ? undefined : "due";
}

function plain(value: unknown): string {
  return value === undefined ? "" : comparedText(String(value));
}
