import type { Reader } from "../access/reader.ts";
import { DomainError, type Issue } from "../domain-error.ts";
import { textIn } from "../localized-text.ts";
import type { NameKind, TrackerReads } from "../read-models/tracker-store.ts";
import { wordsOf } from "../recommendation/words.ts";
import type { Id } from "../source.ts";
import { meantText, nearNames } from "./near-names.ts";

/** A filter of a list, with names as a person wrote them. */
export type WrittenFilter = {
  issuingBody?: readonly string[] | undefined;
  addressee?: readonly string[] | undefined;
  responsible?: readonly string[] | undefined;
  report?: readonly string[] | undefined;
  reference?: readonly string[] | undefined;
  theme?: readonly string[] | undefined;
  reportingYear?: readonly number[] | undefined;
  q?: string | undefined;
};

/** The same filter with ids, and with each theme as the record spells it. */
export type NamedFilter = {
  issuingBody?: readonly Id[];
  addressee?: readonly Id[];
  responsible?: readonly Id[];
  report?: readonly Id[];
  reference?: readonly string[];
  theme?: readonly string[];
  reportingYear?: readonly number[];
  q?: string;
};

/** A filter of what is collected, with names as a person wrote them. */
export type WrittenItemFilter = {
  issuingBody?: readonly string[] | undefined;
  reference?: readonly string[] | undefined;
  year?: readonly number[] | undefined;
  theme?: readonly string[] | undefined;
  q?: string | undefined;
};

/** The same filter with the ids of bodies, and with each theme as the items spell it. */
export type NamedItemFilter = {
  issuingBody?: readonly Id[];
  reference?: readonly string[];
  year?: readonly number[];
  theme?: readonly string[];
  q?: string;
};

/** A filter of the sections of reports, with names as a person wrote them; and with ids. */
export type WrittenSectionFilter = Pick<WrittenFilter, "report" | "reference">;
export type NamedSectionFilter = Pick<NamedFilter, "report" | "reference">;

/** The words of a surface for a filter: `--year` for reportingYear, and how to list the values that exist. */
export type Surface<Filter extends string = keyof WrittenFilter> = {
  nameOf: (filter: Filter) => string;
  hintOf: (kind: NameKind) => string | undefined;
};

/** What the values of each filter name. */
export const filterKinds = {
  issuingBody: "organization",
  addressee: "organization",
  responsible: "organization",
  report: "report",
  reference: "recommendation",
  theme: "theme",
  reportingYear: "reportingYear",
} as const satisfies Partial<Record<keyof WrittenFilter, NameKind>>;

/** The same, of what is collected. */
export const itemFilterKinds = {
  issuingBody: "organization",
  reference: "collectedItem",
  year: "collectedItemYear",
  theme: "collectedItemTheme",
} as const satisfies Partial<Record<keyof WrittenItemFilter, NameKind>>;

const sectionKinds = {
  report: "report",
  reference: "reportSection",
} as const satisfies Record<keyof WrittenSectionFilter, NameKind>;

/**
 * Finds what each value of a filter names. An unknown name is an error and never gives an empty answer. Errors:
 * unknownValue with all unknown values and what was probably meant; ambiguousReference for a name that several
 * organizations have.
 */
export function namedFilter(
  reads: TrackerReads,
  reader: Reader,
  written: WrittenFilter,
  surface: Surface,
): Promise<NamedFilter> {
  return namedBy(filterKinds, { reads, reader, written, surface });
}

/** As namedFilter(), for what is collected. */
export function namedItemFilter(
  reads: TrackerReads,
  reader: Reader,
  written: WrittenItemFilter,
  surface: Surface<keyof WrittenItemFilter>,
): Promise<NamedItemFilter> {
  return namedBy(itemFilterKinds, { reads, reader, written, surface });
}

/** As namedFilter(), for the sections of reports. */
export function namedSectionFilter(
  reads: TrackerReads,
  reader: Reader,
  written: WrittenSectionFilter,
  surface: Surface<keyof WrittenSectionFilter | "q">,
): Promise<NamedSectionFilter> {
  return namedBy(sectionKinds, { reads, reader, written, surface });
}

type Asked<Filter extends string> = {
  reads: TrackerReads;
  reader: Reader;
  written: { readonly [Name in Filter]?: readonly (string | number)[] | string | undefined };
  surface: Surface<Filter>;
};

async function namedBy<Filter extends string>(
  kindOf: Partial<Record<Filter, NameKind>>,
  { reads, reader, written, surface }: Asked<Filter | "q">,
): Promise<Record<string, never>> {
  const found: Record<string, unknown> = {};
  const faults: Fault<Filter | "q">[] = [];
  for (const [filter, kind] of Object.entries(kindOf) as [Filter, NameKind][]) {
    const values = written[filter];
    if (values === undefined || typeof values === "string") continue;
    const all: string[] = [];
    for (const [value, read] of await readNames(reads, reader, kind, values.map(String))) {
      if ("ids" in read) all.push(...read.ids);
      else faults.push({ ...read, filter, kind, value });
    }
    if (isYear(kind)) found[filter] = all.map(Number);
    // A renaming makes no other body, whichever of its names was printed.
    else found[filter] = kind === "organization" ? await reads.sameBodies(all) : all;
  }
  const { q } = written;
  if (typeof q === "string") {
    if (wordsOf(q).length === 0) faults.push({ filter: "q", value: q, detail: "it has no word to look for" });
    found.q = q;
  }
  if (faults.length > 0) throw errorOf(faults, surface);
  return found as Record<string, never>;
}

function isYear(kind: NameKind): boolean {
  return kind === "reportingYear" || kind === "collectedItemYear";
}

/** The ids of the organization that a name stands for. Errors: as namedFilter(). */
export async function organizationNamed(
  reads: TrackerReads,
  reader: Reader,
  value: string,
  surface: { name: string; hint?: string | undefined },
): Promise<Id> {
  const [[, read] = [value, { detail: "" }]] = await readNames(reads, reader, "organization", [value]);
  if ("ids" in read && read.ids[0] !== undefined) return read.ids[0];
  const fault = { filter: "addressee" as const, kind: "organization" as const, value, detail: "", ...read };
  throw errorOf([fault], { nameOf: () => surface.name, hintOf: () => surface.hint });
}

type Fault<Filter extends string = string> = {
  filter: Filter;
  kind?: NameKind;
  value: string;
  detail: string;
  isAmbiguous?: true;
};

function errorOf<Filter extends string>(
  faults: readonly Fault<Filter>[],
  { nameOf, hintOf }: Surface<Filter>,
): DomainError {
  const issues = faults.map(({ filter, kind, value, detail, isAmbiguous }): Issue => {
    const hint = kind && !isAmbiguous && value.trim() !== "" ? hintOf(kind) : undefined;
    return { name: nameOf(filter), value, detail: hint === undefined ? detail : `${detail}; ${hint}` };
  });
  return faults.every(({ isAmbiguous }) => isAmbiguous)
    ? new DomainError("ambiguousReference", "a name fits several; use the code or id of one", issues)
    : new DomainError("unknownValue", "what is asked for is not there", issues);
}

type Read = { ids: readonly string[] } | Pick<Fault, "detail" | "isAmbiguous">;

/** The ids for each value, in the same order. */
async function readNames(
  reads: TrackerReads,
  reader: Reader,
  kind: NameKind,
  values: readonly string[],
): Promise<[value: string, read: Read][]> {
  const texts = [...new Set(values.map((value) => value.trim()))].filter((text) => text !== "");
  const named = texts.length === 0 ? new Map<string, readonly string[]>() : await reads.named(reader, kind, texts);
  const read: [string, Read][] = [];
  for (const value of values)
    read.push([value, await readName(reads, reader, kind, value, named.get(value.trim()) ?? [])]);
  return read;
}

async function readName(
  reads: TrackerReads,
  reader: Reader,
  kind: NameKind,
  value: string,
  ids: readonly string[],
): Promise<Read> {
  if (value.trim() === "") return { detail: "it is empty" };
  if (ids.length === 0) return { detail: await nothingNamed(reads, reader, kind, value) };
  if (kind !== "organization" || ids.length === 1) return { ids };
  const sameAsFirst = await reads.sameBodies(ids.slice(0, 1));
  if (ids.every((id) => sameAsFirst.includes(id))) return { ids };
  const organizations = [...(await reads.organizationsById(ids)).values()];
  // A code that is the name of another organization too does not tell them apart.
  const isCode = organizations.some(({ code }) => code === value.trim().toLowerCase());
  const bearers = organizations.map(({ id, code, name }) => `${code} (${textIn(name)}${isCode ? `, id ${id}` : ""})`);
  const detail = isCode ? "is the code of one and the name of another" : "several have this name";
  return { isAmbiguous: true, detail: `${detail}: ${bearers.toSorted().join(", ")}` };
}

const nothing: Record<NameKind, string> = {
  organization: "no organization has this id, code or name",
  report: "no report has this id or reference",
  recommendation: "no recommendation has this reference",
  theme: "no recommendation has this theme",
  reportingYear: "no report is about this year",
  collectedItem: "nothing that was collected has this reference",
  collectedItemTheme: "nothing that was collected has this theme",
  collectedItemYear: "nothing was collected for the report on this year",
  reportSection: "no section has this reference",
};

/** Up to this number, all names are listed in a message. */
const maxNames = 12;

async function nothingNamed(reads: TrackerReads, reader: Reader, kind: NameKind, value: string): Promise<string> {
  const names = await reads.namesNear(reader, kind, value);
  if (names.length === 0 && (await isEmpty(reads, reader))) return `${nothing[kind]}: the record is empty`;
  if (isYear(kind)) return `${nothing[kind]}; there are ${names.join(", ")}`;
  const meant = meantText(value, names);
  if (meant !== "") return `${nothing[kind]}${meant}`;
  const isToldInFull =
    (kind === "theme" || kind === "collectedItemTheme") && names.length > 0 && names.length <= maxNames;
  return isToldInFull ? `${nothing[kind]}; there are ${names.join(", ")}` : nothing[kind];
}

/** The names that were probably meant by one that names nothing; of years all that there are. */
export async function meantNames(
  reads: TrackerReads,
  reader: Reader,
  kind: NameKind,
  value: string,
): Promise<readonly string[]> {
  const names = await reads.namesNear(reader, kind, value);
  return isYear(kind) ? names : nearNames(value, names);
}

async function isEmpty(reads: TrackerReads, reader: Reader): Promise<boolean> {
  const organizations = await reads.organizations({}, { limit: 1 });
  return organizations.items.length === 0 && (await reads.reports(reader, {}, { limit: 1 })).items.length === 0;
}

/** "; did you mean 2011-03, or 2011-04?" for an unknown name; an empty text when nothing is near. */
export async function didYouMeanName(
  reads: TrackerReads,
  reader: Reader,
  kind: NameKind,
  value: string,
): Promise<string> {
  return meantText(value, await reads.namesNear(reader, kind, value));
}
