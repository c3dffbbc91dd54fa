import type { Day, Id } from "@heed/core";
import { inList } from "../../statements/in-list.ts";
import type { PlacedEntry } from "./new-entries.ts";
import type { RecordIntake } from "./record-intake.ts";

/**
 * Warns of what was given, or is promised, for a day before the report that asks for it. A record may have been made by a mapping
 * that took such rows with a warning (`entriesBeforeReport`), so that it is not refused.
 */
export async function warnOfGivenBeforeReport(intake: RecordIntake, entries: readonly PlacedEntry[]): Promise<void> {
  const published = await publishedOf(intake, [...new Set(entries.map(({ followUp }) => followUp))]);
  for (const { followUp, entry } of entries) {
    const on = published.get(followUp);
    if (on === undefined) continue;
    const days = [
      { what: `the ${entry.type}`, day: entry.givenOn ?? entry.knownBy },
      { what: "the due date", day: entry.type === "commitment" ? entry.due?.on : undefined },
    ];
    for (const { what, day } of days)
      if (day !== undefined && day !== "" && day < on) {
        const detail = `${what} is before the report`;
        intake.warn(detail, { name: `followUps ${followUp}, entries`, value: `${entry.id}, ${day}`, detail });
      }
  }
}

/** The first day on which the report of each follow-up may have been published. */
async function publishedOf({ sql }: RecordIntake, followUps: readonly Id[]): Promise<Map<Id, Day>> {
  const rows = await sql.all<{ id: Id; day: Day }>(
    `SELECT f.id, p.published_from AS day FROM follow_up f JOIN recommendation r ON r.id = f.recommendation_id
       JOIN report p ON p.id = r.report_id WHERE p.published_from IS NOT NULL AND ${inList(sql, "f.id")}`,
    [JSON.stringify(followUps)],
  );
  return new Map(rows.map(({ id, day }) => [id, day]));
}
