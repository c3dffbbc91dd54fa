import type { Id } from "@heed/core";
import { keepFormerReferences } from "../../recommendations/former-references.ts";
import { formerVersionsOf } from "../../recommendations/former-versions.ts";
import { insertRows } from "../../statements/insert-rows.ts";
import { contentDigest } from "../../tables/content-digest.ts";
import { formerVersionTable, formerVersionValues } from "../../tables/former-version-rows.ts";
import { idsOf } from "./new-of.ts";
import type { RecordIntake } from "./record-intake.ts";
import { replacedInUtc } from "./replaced-in-utc.ts";
import { requireKnown } from "./require-known.ts";

/** Former versions are of their recommendation and older than it; those of a known one are those that are known. */
export async function requireFormerVersions(intake: RecordIntake, added: ReadonlySet<Id>): Promise<void> {
  const { sql, record } = intake;
  const corrected = record.recommendations.filter(({ formerVersions }) => formerVersions !== undefined);
  const known = await formerVersionsOf(sql, idsOf(corrected));
  for (const { id, report, partOf, version, formerVersions = [] } of corrected) {
    let next = version;
    for (const [index, { recommendation: former }] of [...formerVersions.entries()].reverse()) {
      const place = `recommendations ${id}, formerVersions ${index}`;
      if (former.id !== id || former.report !== report || former.partOf !== partOf)
        intake.refuse(place, former.id, "it is a version of another recommendation, or of one at another place");
      if (former.version >= next)
        intake.refuse(place, String(former.version), `it does not come before version ${next}`);
      next = former.version;
    }
    if (!added.has(id) && contentDigest(replacedInUtc(formerVersions)) !== contentDigest(known.get(id) ?? []))
      intake.refuse(`recommendations ${id}`, id, "it is known with other former versions; nothing is overwritten");
  }
  const bodies = corrected.flatMap(({ id, formerVersions = [] }) =>
    formerVersions.map(({ recommendation: { issuingBody } }) => ({ id, issuingBody })),
  );
  await requireKnown(intake, "recommendations", bodies, "issuingBody", "organization", record.organizations);
}

/** `bodyOf` gives the issuing body of a report. */
export async function importFormerVersions(
  { sql, record }: RecordIntake,
  added: ReadonlySet<Id>,
  bodyOf: (report: Id) => Id,
): Promise<void> {
  const corrected = record.recommendations.filter(({ id, formerVersions }) => formerVersions && added.has(id));
  await insertRows(
    sql,
    "recommendation_version",
    formerVersionTable,
    corrected.flatMap(({ report, formerVersions = [] }) =>
      replacedInUtc(formerVersions).map((each) =>
        formerVersionValues(each, bodyOf(report), contentDigest(each.recommendation)),
      ),
    ),
  );
  await keepFormerReferences(sql, "recommendation", idsOf(corrected));
}
