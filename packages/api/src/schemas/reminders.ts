import { Day, Id } from "@heed/core";
import { OutboxMessage as CoreMessage } from "@heed/core/reminders/outbox-message";
import { Reminder as CoreReminder, ReminderStep } from "@heed/core/reminders/reminder";
import type { PlannedReminders, ShownMessage } from "@heed/core/reminders/reminder-desk";
import type { ToldReminder } from "@heed/core/reminders/told-reminders";
import { z } from "zod";
import { hrefOf } from "../contract/base-path.ts";
import { FollowUpRef, Href, listOf, OrganizationRef } from "../contract/common.ts";
import { linked } from "../contract/linked.ts";
import { ObligationItem } from "./obligations.ts";
import { followUpRef, obligationItem, organizationRef } from "./present.ts";

const Told = ObligationItem.extend({ step: ReminderStep }).meta({
  id: "ReminderItem",
  description: "One thing owed that somebody is reminded of, with the step of the ladder.",
});

const UserRef = z
  .strictObject({ id: Id, name: z.string(), href: Href })
  .meta({ id: "NamedUserRef", description: "A link to a user, with the name." });

export const ReminderPlan = z
  .strictObject({
    on: Day,
    href: Href,
    digests: z.array(z.strictObject({ user: UserRef, told: z.array(Told).readonly() })).readonly(),
    escalations: z.array(z.strictObject({ organization: OrganizationRef, told: z.array(Told).readonly() })).readonly(),
  })
  .meta({ id: "ReminderPlan", description: "What would be decided on a day, as things stand now." });

/** The ladder as it would be decided, with its links. */
export function reminderPlan({ on, digests, escalations }: PlannedReminders, href: string) {
  return {
    ...{ on, href },
    digests: digests.map(({ user, told }) => ({ user: userRef(user), told: told.map(toldItem) })),
    escalations: escalations.map(({ organization, told }) => ({
      organization: organizationRef(organization),
      told: told.map(toldItem),
    })),
  };
}

const Reminder = linked(CoreReminder, { followUp: FollowUpRef }).meta({ id: "ReminderOfMessage" });

export const OutboxMessage = linked(CoreMessage.omit({ body: true, subscriber: true }), {
  href: Href,
  user: UserRef.optional(),
  organization: OrganizationRef.optional(),
})
  .extend({ reminders: z.array(Reminder).readonly() })
  .meta({ id: "OutboxMessageItem", description: "Something to be sent, or that was." });
export const OutboxMessageList = listOf("OutboxMessageList", OutboxMessage);

export function outboxMessage({ user, organization, subscriber: _, body, ...message }: ShownMessage) {
  return {
    ...message,
    href: hrefOf("outboxMessages", message.id),
    ...(user && { user: userRef(user) }),
    ...(organization && { organization: organizationRef(organization) }),
    reminders: body.reminders.map((each) => ({ ...each, followUp: followUpRef(each.followUp) })),
  };
}

function userRef(user: { id: Id; name: string }) {
  return { ...user, href: hrefOf("users", user.id) };
}

function toldItem({ item, step }: ToldReminder) {
  return { ...obligationItem(item), step };
}
