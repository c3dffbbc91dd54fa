import type { Day, FollowUp, Id, Precision } from "@heed/core";
import { addresseeWarnings } from "@heed/core/register/addressee-warnings";
import { currentOrganizations } from "../../organizations/known-organizations.ts";
import { inList } from "../../statements/in-list.ts";
import { missingAddressee, precisionOf } from "../missing-addressees.ts";
import type { RecordIntake } from "./record-intake.ts";

/** R49: warns of addressees that did not exist on the day of the report. */
export async function warnOfMissingAddressees(
  intake: RecordIntake,
  added: readonly Pick<FollowUp, "id" | "recommendation" | "addressee">[],
): Promise<void> {
  const { sql } = intake;
  const days = await sql.all<{ id: Id; publishedOn: Day; precision: Precision | null }>(
    `SELECT r.id, p.published_on AS "publishedOn", ${precisionOf(sql, "p.body")} AS precision
     FROM recommendation r JOIN report p ON p.id = r.report_id
     WHERE ${inList(sql, "r.id")} AND p.status = 'published' AND p.published_on IS NOT NULL`,
    [JSON.stringify([...new Set(added.map(({ recommendation }) => recommendation))])],
  );
  const published = new Map(days.map((each) => [each.id, each]));
  const organizations = await currentOrganizations(sql, [...new Set(added.map(({ addressee }) => addressee))]);
  for (const { id, recommendation, addressee } of added) {
    const { publishedOn: day, precision } = published.get(recommendation) ?? {};
    if (day === undefined) continue;
    const asked = [{ reference: `followUps ${id}, addressee`, followUps: [{ addressee }] }];
    for (const warning of addresseeWarnings(day, asked, organizations, precision ?? "day"))
      intake.warn(missingAddressee, warning);
  }
}
