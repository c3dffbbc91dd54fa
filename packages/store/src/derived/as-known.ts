import type { Dialect } from "../connection/sql.ts";
import { publishedFrom } from "../tables/published-on.ts";

/**
 * The recommendations as they read at a moment, which it takes once: where a correction came later, the version that it
 * replaced. A table to join as `r`; its issuing body is its own, or that of the report `p` as it was known.
 */
export const recommendationsAsKnown = `(SELECT r.id, r.report_id, r.part_of_id, r.reference_key, r.position, r.recorded_at,
    COALESCE(v.reference, r.reference) AS reference,
    CASE WHEN v.version IS NULL THEN r.own_issuing_body_id ELSE v.own_issuing_body_id END AS own_issuing_body_id,
    COALESCE(v.version, r.version) AS version, COALESCE(v.body, r.body) AS body
  FROM recommendation r LEFT JOIN recommendation_version v ON v.recommendation_id = r.id
    AND v.version = (SELECT min(w.version) FROM recommendation_version w
                     WHERE w.recommendation_id = r.id AND w.replaced_at > ?))`;

/**
 * The record of a thing of the register at a moment, which is one parameter; none when nothing here touched it. Before
 * its first record it was as that record says: an import may bring what was known long before it.
 */
function recordAsKnown(kind: "report" | "reportingCycle", thing: string): string {
  return `LEFT JOIN register_record k ON k.kind = '${kind}' AND k.thing_id = ${thing}
    AND k.sequence = (SELECT max(g.sequence) FROM register_record g
                      WHERE g.kind = '${kind}' AND g.thing_id = ${thing} AND (g.at <= ? OR g.sequence = 1))`;
}

/**
 * The reports as they were at a moment, which it takes twice: a draft still, or not yet corrected. A table to join as
 * `p`. What a file told of the time before it came in holds until an act here changed something. `stored` names the table
 * of the reports of today.
 */
export function reportsAsKnown(dialect: Dialect, stored = "report"): string {
  const known = reportsOf(dialect, stored);
  return `(SELECT k.*, ${publishedFrom(dialect, "k.body", "k.published_on")} AS published_from FROM ${known} k)`;
}

function reportsOf(dialect: Dialect, stored: string): string {
  const body = "CASE WHEN k.sequence > 1 THEN k.body ELSE COALESCE(v.body, k.body) END";
  const field = (name: string) =>
    dialect === "sqlite" ? `(${body}) ->> '${name}'` : `((${body})::json ->> '${name}')`;
  return `(SELECT p.id, COALESCE(${field("issuingBody")}, p.issuing_body_id) AS issuing_body_id, p.reference_key, p.recorded_at,
      COALESCE(${field("reference")}, p.reference) AS reference,
      COALESCE(CAST(${field("reportingYear")} AS INTEGER), p.reporting_year) AS reporting_year,
      COALESCE(${field("status")}, p.status) AS status,
      CASE WHEN COALESCE(k.body, v.body) IS NULL THEN p.published_on ELSE ${field("publishedOn")} END AS published_on,
      COALESCE(${body}, p.body) AS body
    FROM ${stored} p ${recordAsKnown("report", "p.id")}
      LEFT JOIN report_version v ON v.report_id = p.id AND v.version = (SELECT min(w.version) FROM report_version w
        WHERE w.report_id = p.id AND w.replaced_at > ?))`;
}

/** What the cycles `c` were at a moment, as `k.body`: JSON of the whole cycle; null when their columns still say it. */
export const cyclesAsKnown = `reporting_cycle c ${recordAsKnown("reportingCycle", "c.id")}`;
