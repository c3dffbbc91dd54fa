import {
  type FollowUp,
  type FormerVersion,
  foldedName,
  type Link,
  nameKey,
  type Organization,
  type OrganizationChange,
  type Recommendation,
  type Report,
  type ReportingCycle,
  referenceKey,
  wordsOf,
} from "@heed/core";
import type { Columns } from "../bulk/insert-rows.ts";
import type { SqlValue } from "../sql.ts";

/**
 * How the concepts of the record are stored in their tables: the columns, the values for a concept, and the concept
 * from its row.
 */

export const organizationColumns = {
  id: "text",
  code: "text",
  name: "text",
  other_names: "text",
  level: "text",
  founded_on: "text",
  dissolved_on: "text",
  source: "text",
  recorded_at: "text",
} as const satisfies Columns;

export function organizationValues(organization: Organization, recordedAt: string): SqlValue[] {
  const { id, code, name, otherNames, level, foundingDate, dissolutionDate, source } = organization;
  return [
    id,
    code,
    JSON.stringify(name),
    JSON.stringify(otherNames),
    level,
    foundingDate ?? null,
    dissolutionDate ?? null,
    json(source),
    recordedAt,
  ];
}

export function organizationOf(row: Stored<typeof organizationColumns>): Organization {
  return withoutAbsent({
    id: row.id,
    code: row.code,
    name: JSON.parse(String(row.name)),
    otherNames: JSON.parse(String(row.other_names)),
    level: row.level,
    foundingDate: row.founded_on,
    dissolutionDate: row.dissolved_on,
    source: parsed(row.source),
  }) as Organization;
}

export const organizationNameColumns = {
  name_key: "text",
  folded_key: "text",
  organization_id: "text",
  name: "text",
} as const satisfies Columns;

/** Every name by which an organization can be found, once for each key. */
export function organizationNameValues({ id, name, otherNames }: Organization): SqlValue[][] {
  const names = [...Object.values(name), ...otherNames.map((each) => each.name)];
  return [...new Map(names.map((each) => [nameKey(each), each]))].map(([key, each]) => [
    key,
    foldedName(each),
    id,
    each,
  ]);
}

export const reportColumns = {
  id: "text",
  issuing_body_id: "text",
  reference: "text",
  reference_key: "text",
  reporting_year: "integer",
  status: "text",
  published_on: "text",
  body: "text",
  content_digest: "text",
  recorded_at: "text",
} as const satisfies Columns;

export function reportValues(report: Report, contentDigest: string, recordedAt: string): SqlValue[] {
  const { id, issuingBody, reference, reportingYear, status, publishedOn, ...body } = report;
  return [
    id,
    issuingBody,
    reference,
    referenceKey(reference),
    reportingYear,
    status,
    publishedOn ?? null,
    JSON.stringify(body),
    contentDigest,
    recordedAt,
  ];
}

export function reportOf(row: Omit<Stored<typeof reportColumns>, "content_digest" | "recorded_at">): Report {
  return withoutAbsent({
    ...JSON.parse(String(row.body)),
    id: row.id,
    issuingBody: row.issuing_body_id,
    reference: row.reference,
    reportingYear: row.reporting_year,
    status: row.status,
    publishedOn: row.published_on,
  }) as Report;
}

export const recommendationColumns = {
  id: "text",
  report_id: "text",
  part_of_id: "text",
  reference: "text",
  reference_key: "text",
  issuing_body_id: "text",
  position: "integer",
  version: "integer",
  body: "text",
  words: "text",
  content_digest: "text",
  recorded_at: "text",
} as const satisfies Columns;

/** `reportIssuingBody` is used when the recommendation names no other body. */
export function recommendationValues(
  recommendation: Recommendation,
  reportIssuingBody: string,
  position: number,
  contentDigest: string,
  recordedAt: string,
): SqlValue[] {
  const { id, report, partOf, reference, issuingBody, version, ...body } = recommendation;
  return [
    id,
    report,
    partOf ?? null,
    reference,
    referenceKey(reference),
    issuingBody ?? reportIssuingBody,
    position,
    version,
    JSON.stringify(body),
    searchedWords(reference, body),
    contentDigest,
    recordedAt,
  ];
}

export const formerVersionColumns = {
  recommendation_id: "text",
  version: "integer",
  reference: "text",
  issuing_body_id: "text",
  body: "text",
  content_digest: "text",
  replaced_at: "text",
  replaced_by: "text",
} as const satisfies Columns;

export function formerVersionValues(
  { recommendation, replacedAt, replacedBy }: FormerVersion,
  reportIssuingBody: string,
  contentDigest: string,
): SqlValue[] {
  const { id, report: _, partOf: __, reference, issuingBody, version, ...body } = recommendation;
  const digested = [JSON.stringify(body), contentDigest];
  return [id, version, reference, issuingBody ?? reportIssuingBody, ...digested, replacedAt, replacedBy];
}

/**
 * The search words of a recommendation: the words of its reference, title and text in every language, and of its former
 * references, separated by spaces.
 */
export function searchedWords(
  reference: string,
  { title, text }: Pick<Recommendation, "title" | "text">,
  formerReferences: readonly string[] = [],
): string {
  const all = [reference, ...Object.values(title ?? {}), ...Object.values(text ?? {}), ...formerReferences];
  return wordsOf(all.join(" ")).join(" ");
}

/** `row.report_issuing_body` is that of its report: the same body is not stored twice. */
export function recommendationOf(
  row: Omit<Stored<typeof recommendationColumns>, "words" | "content_digest" | "recorded_at"> & {
    report_issuing_body: SqlValue;
  },
): Recommendation {
  return withoutAbsent({
    ...JSON.parse(String(row.body)),
    id: row.id,
    report: row.report_id,
    partOf: row.part_of_id,
    reference: row.reference,
    issuingBody: row.issuing_body_id === row.report_issuing_body ? undefined : row.issuing_body_id,
    version: row.version,
  }) as Recommendation;
}

export const followUpColumns = {
  id: "text",
  recommendation_id: "text",
  addressee_id: "text",
  name_at_issue: "text",
  role: "text",
  source: "text",
  version: "integer",
  recorded_at: "text",
} as const satisfies Columns;

export function followUpValues(followUp: FollowUp, recordedAt: string): SqlValue[] {
  const { id, recommendation, addressee, nameAtIssue, role, source } = followUp;
  return [id, recommendation, addressee, nameAtIssue ?? null, role, json(source), 0, recordedAt];
}

export function followUpOf(row: Omit<Stored<typeof followUpColumns>, "version" | "recorded_at">): FollowUp {
  return withoutAbsent({
    id: row.id,
    recommendation: row.recommendation_id,
    addressee: row.addressee_id,
    nameAtIssue: row.name_at_issue,
    role: row.role,
    source: parsed(row.source),
  }) as FollowUp;
}

export const cycleColumns = {
  id: "text",
  issuing_body_id: "text",
  year: "integer",
  opens_on: "text",
  updates_due_on: "text",
  assessments_due_on: "text",
  published_on: "text",
  closed_on: "text",
  errata: "text",
  recorded_at: "text",
} as const satisfies Columns;

export function cycleValues(cycle: ReportingCycle, recordedAt: string): SqlValue[] {
  const { id, issuingBody, year, opensOn, updatesDueOn, assessmentsDueOn, publishedOn, closedOn, errata } = cycle;
  return [
    id,
    issuingBody,
    year,
    opensOn,
    updatesDueOn,
    assessmentsDueOn,
    publishedOn ?? null,
    closedOn ?? null,
    JSON.stringify(errata ?? []),
    recordedAt,
  ];
}

export function cycleOf(row: Omit<Stored<typeof cycleColumns>, "recorded_at">): ReportingCycle {
  return withoutAbsent({
    id: row.id,
    issuingBody: row.issuing_body_id,
    year: row.year,
    opensOn: row.opens_on,
    updatesDueOn: row.updates_due_on,
    assessmentsDueOn: row.assessments_due_on,
    publishedOn: row.published_on,
    closedOn: row.closed_on,
    errata: row.errata === "[]" ? undefined : parsed(row.errata),
  }) as ReportingCycle;
}

export const organizationChangeColumns = {
  id: "text",
  type: "text",
  on_day: "text",
  recorded_at: "text",
  body: "text",
} as const satisfies Columns;

export function organizationChangeValues(change: OrganizationChange): SqlValue[] {
  const { id, type, on, recordedAt } = change;
  return [id, type, on ?? null, recordedAt, JSON.stringify(change)];
}

export const organizationChangePartColumns = {
  change_id: "text",
  part: "text",
  organization_id: "text",
} as const satisfies Columns;

export function organizationChangePartValues({ id, originals, results }: OrganizationChange): SqlValue[][] {
  return [
    ...[...new Set(originals)].map((original) => [id, "original", original]),
    ...[...new Set(results.map(({ organization }) => organization))].map((result) => [id, "result", result]),
  ];
}

export const linkColumns = {
  id: "text",
  type: "text",
  from_id: "text",
  to_id: "text",
  on_day: "text",
  recorded_at: "text",
  body: "text",
} as const satisfies Columns;

export function linkValues(link: Link): SqlValue[] {
  const { id, type, from, to, on, recordedAt } = link;
  return [id, type, from, to ?? null, on, recordedAt, JSON.stringify(link)];
}

export type Stored<Table extends Columns> = { [Column in keyof Table]: SqlValue };

function json(value: unknown): string | null {
  return value === undefined ? null : JSON.stringify(value);
}

function parsed(value: SqlValue): unknown {
  return value === null ? undefined : JSON.parse(String(value));
}

function withoutAbsent(value: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined && each !== null));
}
