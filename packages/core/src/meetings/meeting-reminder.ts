import type { Reader } from "../access/reader.ts";
import type { CollectedItem } from "../collected-item/collected-item.ts";
import { MeetingContent } from "../collected-item/kinds/meeting.ts";
import { DomainError } from "../domain-error.ts";
import { allPages } from "../read-models/all-pages.ts";
import type { OverdueFilter } from "../read-models/overdue-filter.ts";
import type { TrackerReads } from "../read-models/tracker-store.ts";
import type { Id } from "../source.ts";
import type { Day } from "../time/day.ts";

type Reading = { reads: Pick<TrackerReads, "collectedItems" | "reportsNamed" | "report">; reader: Reader };

/** The decisions of earlier meetings, by their reports, and the day on which the meeting asks what became of them. */
export type MeetingReminder = { asOf: Day; decisions: readonly { report: Id; reference: string }[] };

/**
 * What a meeting is reminded of: on its day, the decisions of all earlier meetings of the same name and body. What of them is overdue is
 * the list of what is overdue on that day, narrowed to these reports. Errors: invalidInput for an item that is no meeting.
 */
export async function meetingReminder({ reads, reader }: Reading, item: CollectedItem): Promise<MeetingReminder> {
  if (item.kind !== "meeting")
    throw new DomainError("invalidInput", `${item.reference} is no meeting`, [
      { name: "item", value: item.reference, detail: "only a meeting is reminded of decisions" },
    ]);
  const { of, on } = MeetingContent.parse(item.content);
  const references = new Set<string>();
  const all = allPages((part) =>
    reads.collectedItems(reader, { kind: ["meeting"], issuingBody: [item.issuingBody] }, part),
  );
  for await (const items of all)
    for (const { content, withdrawn } of items) {
      const other = MeetingContent.parse(content);
      if (other.of === of && other.on < on && other.decisions !== undefined && !withdrawn)
        references.add(other.decisions);
    }
  const decisions: { report: Id; reference: string }[] = [];
  for (const reference of [...references].sort())
    for (const report of await reads.reportsNamed(reader, reference)) {
      const detail = await reads.report(reader, report);
      if (detail?.report.issuingBody === item.issuingBody) decisions.push({ report, reference });
    }
  return { asOf: on, decisions };
}

/** The list of what is overdue of them; undefined where no earlier meeting decided anything: a filter without reports asks for all. */
export function overdueOf({ asOf, decisions }: MeetingReminder): OverdueFilter | undefined {
  return decisions.length === 0 ? undefined : { asOf, report: decisions.map(({ report }) => report) };
}
