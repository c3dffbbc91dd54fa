import { type FollowUp, type FormerVersion, type Recommendation, type Report, referenceKey, wordsOf } from "@heed/core";
import type { Columns } from "../bulk/insert-rows.ts";
import type { SqlValue } from "../sql.ts";

/**
 * How the concepts of the record are stored in their tables: the columns, the values for a concept, and the concept
 * from its row.
 */

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
  own_issuing_body_id: "text",
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
    issuingBody ?? null,
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
  own_issuing_body_id: "text",
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
  const bodies = [issuingBody ?? reportIssuingBody, issuingBody ?? null];
  return [id, version, reference, ...bodies, JSON.stringify(body), contentDigest, replacedAt, replacedBy];
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

export function recommendationOf(
  row: Omit<Stored<typeof recommendationColumns>, "issuing_body_id" | "words" | "content_digest" | "recorded_at">,
): Recommendation {
  return withoutAbsent({
    ...JSON.parse(String(row.body)),
    id: row.id,
    report: row.report_id,
    partOf: row.part_of_id,
    reference: row.reference,
    issuingBody: row.own_issuing_body_id,
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
