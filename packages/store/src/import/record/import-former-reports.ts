import type { Id } from "@heed/core";
import { keepFormerReferences } from "../../recommendations/former-references.ts";
import { formerReportsOf } from "../../recommendations/former-reports.ts";
import { insertRows } from "../../statements/insert-rows.ts";
import { contentDigest } from "../../tables/content-digest.ts";
import { idsOf } from "./new-of.ts";
import type { RecordIntake } from "./record-intake.ts";
import { replacedInUtc } from "./replaced-in-utc.ts";
import { requireKnown } from "./require-known.ts";

/**
 * Former versions are of their report, published, and in the order of their moments; those of a known report are those
 * that are known.
 */
export async function requireFormerReports(intake: RecordIntake, added: ReadonlySet<Id>): Promise<void> {
  const { sql, record } = intake;
  const corrected = record.reports.filter(({ formerVersions }) => formerVersions !== undefined);
  const known = await formerReportsOf(sql, idsOf(corrected));
  for (const { id, status, formerVersions = [] } of corrected) {
    const versions = replacedInUtc(formerVersions);
    let last = "";
    for (const [index, { report, replacedAt }] of versions.entries()) {
      const place = `reports ${id}, formerVersions ${index}`;
      if (report.id !== id) intake.refuse(place, report.id, "it is a version of another report");
      if (status === "draft" || report.status === "draft") intake.refuse(place, id, "a draft has no former versions");
      if (replacedAt < last) intake.refuse(place, replacedAt, `it does not come after ${last}`);
      last = replacedAt;
    }
    if (!added.has(id) && contentDigest(versions) !== contentDigest(known.get(id) ?? []))
      intake.refuse(`reports ${id}`, id, "it is known with other former versions; nothing is overwritten");
  }
  const bodies = corrected.flatMap(({ id, formerVersions = [] }) =>
    formerVersions.map(({ report: { issuingBody } }) => ({ id, issuingBody })),
  );
  await requireKnown(intake, "reports", bodies, "issuingBody", "organization", record.organizations);
}

export async function importFormerReports({ sql, record }: RecordIntake, added: ReadonlySet<Id>): Promise<void> {
  const corrected = record.reports.filter(({ id, formerVersions }) => formerVersions && added.has(id));
  await insertRows(
    sql,
    "report_version",
    { report_id: "text", version: "integer", body: "text", replaced_at: "text", replaced_by: "text" },
    corrected.flatMap(({ id, formerVersions = [] }) =>
      replacedInUtc(formerVersions).map(({ report, replacedAt, replacedBy }, index) => [
        id,
        index + 1,
        JSON.stringify(report),
        replacedAt,
        replacedBy,
      ]),
    ),
  );
  await keepFormerReferences(sql, "report", idsOf(corrected));
}
