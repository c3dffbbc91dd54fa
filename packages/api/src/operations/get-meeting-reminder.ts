import { Day, Id } from "@heed/core";
import { meetingReminder, overdueOf } from "@heed/core/meetings/meeting-reminder";
import { z } from "zod";
import { hrefOf } from "../contract/base-path.ts";
import { Href } from "../contract/common.ts";
import { operation } from "../contract/operation.ts";
import { address } from "../contract/page.ts";
import { idParameter } from "../contract/parameters.ts";
import { notFound } from "../contract/problem.ts";

export const getMeetingReminder = operation({
  id: "getMeetingReminder",
  path: "/collectedItems/{id}/reminder",
  tag: "collected",
  summary:
    "What a meeting is reminded of: the decisions of the earlier ones, and how many of them are overdue on its day",
  description:
    "`id` is that of an item of the kind `meeting`. The decisions of a meeting are the recommendations of a report; `overdue` is the list of what is overdue of them (listOverdue).",
  params: idParameter,
  output: z
    .strictObject({
      href: Href,
      asOf: Day.describe("The day of the meeting."),
      decisions: z
        .array(z.strictObject({ id: Id, reference: z.string(), href: Href }))
        .describe("The reports of the earlier meetings of the same body and name that hold decisions."),
      total: z.int().describe("How much of them is overdue on that day."),
      overdue: Href.optional().describe("The list of it; absent where no earlier meeting decided anything."),
    })
    .meta({ id: "MeetingReminder", description: "The decisions of earlier meetings, on the day of a meeting." }),
  async handle({ reads, reader }, { id }) {
    const detail = await reads.collectedItem(reader, id);
    if (detail?.item.kind !== "meeting") throw notFound("meeting", id);
    const reminder = await meetingReminder({ reads, reader }, detail.item);
    const { asOf, decisions } = reminder;
    const filter = overdueOf(reminder);
    const total = filter === undefined ? 0 : (await reads.overdue(reader, filter, { limit: 0 })).total;
    return {
      body: {
        href: hrefOf("collectedItems", id),
        asOf,
        decisions: decisions.map(({ report, reference }) => ({
          id: report,
          reference,
          href: hrefOf("reports", report),
        })),
        total,
        ...(filter && { overdue: address("/overdue", { asOf, report: filter.report }) }),
      },
    };
  },
});
