import { referenceKey } from "@heed/core/recommendation/recommendation";
import type { Dialect, Sql } from "../connection/sql.ts";
import { inList } from "../statements/in-list.ts";
import type { Where } from "../statements/where.ts";

/**
 * A condition that a recommendation has one of some references, or had it before a correction when none of its report
 * has it now. The keys are JSON, given twice.
 */
export function bearsReference({ dialect }: Pick<Sql, "dialect">, id: string): string {
  const bearers = `SELECT id FROM recommendation WHERE ${inList({ dialect }, "reference_key")}
    UNION ALL SELECT f.thing_id FROM former_reference f JOIN recommendation bore ON bore.id = f.thing_id
      WHERE f.kind = 'recommendation' AND ${inList({ dialect }, "f.reference_key")} AND NOT EXISTS (
        SELECT 1 FROM recommendation bears WHERE bears.report_id = bore.report_id AND bears.reference_key = f.reference_key)`;
  return dialect === "sqlite" ? `${id} IN (${bearers})` : `${id} = ANY (ARRAY(${bearers}))`;
}

/**
 * A condition that a report has a reference, given as an expression for its key, or had it before a correction when no
 * published report of its issuing body has it now.
 */
export function bearsReportReference(report: string, key: string): string {
  return `(${report}.reference_key = ${key} OR (EXISTS (SELECT 1 FROM former_reference former
      WHERE former.kind = 'report' AND former.reference_key = ${key} AND former.thing_id = ${report}.id)
    AND NOT EXISTS (SELECT 1 FROM report bears WHERE bears.issuing_body_id = ${report}.issuing_body_id
      AND bears.reference_key = ${key} AND bears.status = 'published')))`;
}

/** Adds the condition that recommendations `r` have, or had, one of some references; nothing when none is given. */
export function andReference(where: Where, references: readonly string[] | undefined): Where {
  if (references === undefined) return where;
  const keys = JSON.stringify(references.map(referenceKey));
  return where.and(bearsReference(where, "r.id"), keys, keys);
}

/** The former references of a recommendation `r` as a JSON list, or null. */
export function formerReferencesColumn(dialect: Dialect): string {
  const list = dialect === "sqlite" ? "json_group_array(f.reference)" : "json_agg(f.reference)::text";
  return `(SELECT ${list} FROM former_reference f WHERE f.kind = 'recommendation' AND f.thing_id = r.id)`;
}

/** As they are shown: in order, and absent when there are none; one without a text is only for looking up. */
export function shownFormerReferences(list: string | null): { formerReferences?: readonly string[] } {
  const all = list === null ? [] : (JSON.parse(list) as (string | null)[]);
  const references = all.filter((reference) => reference !== null);
  return references.length === 0 ? {} : { formerReferences: references.sort() };
}
