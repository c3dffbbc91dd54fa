import type { CollectedItem } from "@heed/core/collected-item/collected-item";
import { meetingReminder, overdueOf } from "@heed/core/meetings/meeting-reminder";
import type { OverdueAnswer } from "@heed/core/read-models/overdue-answer";
import { addresses } from "../address/addresses.ts";
import type { Asked } from "../asked/asked.ts";
import { OwedItems } from "./owed-list.tsx";

/** What is shown of it on the page of a meeting; the rest is a click away. */
const mostShown = 20;

export type Reminded = { answer: OverdueAnswer; references: readonly string[] };

/** What is overdue of the decisions of earlier meetings; undefined for what is no meeting, or the first to decide anything. */
export async function readReminder(
  { reads, reader }: Pick<Asked, "reads" | "reader">,
  item: CollectedItem,
): Promise<Reminded | undefined> {
  if (item.kind !== "meeting") return undefined;
  const reminder = await meetingReminder({ reads, reader }, item);
  const filter = overdueOf(reminder);
  if (filter === undefined) return undefined;
  const references = reminder.decisions.map(({ reference }) => reference);
  return { answer: await reads.overdue(reader, filter, { limit: mostShown }), references };
}

export function MeetingReminder({ asked, reminded }: { asked: Asked; reminded: Reminded }) {
  const { say, way } = asked;
  const { answer, references } = reminded;
  const { asOf, total, items } = answer;
  return (
    <>
      <h2 class="govuk-heading-m">{say.message("meeting.reminder", { day: say.day(asOf) })}</h2>
      <p class="govuk-body">
        <a class="govuk-link" href={way(addresses.overdue(), { asOf, report: [...references] })}>
          {say.message("meeting.overdue", { total })}
        </a>
      </p>
      <OwedItems asked={asked} items={items} />
    </>
  );
}
