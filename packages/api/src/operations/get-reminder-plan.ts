import { AsOf } from "@heed/core/time/day";
import { withoutAbsent } from "@heed/core/without-absent";
import { z } from "zod";
import { operation } from "../contract/operation.ts";
import { address } from "../contract/page.ts";
import { ReminderPlan, reminderPlan } from "../schemas/reminders.ts";

export const getReminderPlan = operation({
  id: "getReminderPlan",
  path: "/reminderPlan",
  tag: "reminders",
  summary: "Who would be reminded of what on a day; for an admin and an editor of all issuing bodies",
  description: "As things stand now, also where no mail is sent. Nothing is decided by asking.",
  secured: true,
  query: z.object({ on: AsOf.optional().describe("The day; today when absent.") }),
  output: ReminderPlan,
  async handle({ reminders, today }, { on }) {
    const plan = await reminders.planned(on ?? today);
    return { body: reminderPlan(plan, address("/reminderPlan", withoutAbsent({ on }))) };
  },
});
