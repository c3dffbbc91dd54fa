import type { Id } from "@heed/core";
import { DomainError } from "@heed/core";
import type { ObligationItem } from "@heed/core/read-models/obligation-item";
import type { OutboxMessage } from "@heed/core/reminders/outbox-message";
import type { Reminder } from "@heed/core/reminders/reminder";
import type { PlannedReminders, ReminderDesk, ShownMessage } from "@heed/core/reminders/reminder-desk";
import { withoutLinks } from "./links.ts";
import { listAt } from "./pages.ts";
import type { Service } from "./service.ts";

type Told = Omit<ObligationItem, "followUp"> & { followUp: { id: Id }; step: Reminder["step"] };
type Plan = {
  digests: { user: { id: Id; name: string }; told: Told[] }[];
  escalations: { organization: PlannedReminders["escalations"][number]["organization"]; told: Told[] }[];
};
type Sent = Omit<ShownMessage, "body"> & { reminders: (Omit<Reminder, "followUp"> & { followUp: { id: Id } })[] };

/** What a command does with the reminders of a service; what a message tells is on its pages. */
export type KeptReminders = Omit<ReminderDesk, "told">;

/** The reminders at a service, for whoever has the token of who keeps them. */
export function remoteReminders(service: Service): KeptReminders {
  return {
    async planned(on) {
      const found = await service.read<Plan>("/reminderPlan", { on });
      if (found === undefined) throw new DomainError("notFound", "the service has no reminders");
      const { digests, escalations } = withoutLinks(found.body) as Plan;
      return {
        on,
        digests: digests.map(({ user, told }) => ({ user, told: told.map(toldOf) })),
        escalations: escalations.map(({ organization, told }) => ({ organization, told: told.map(toldOf) })),
      };
    },
    messages: (filter, paging) => listAt<ShownMessage>(service, "/outboxMessages", filter, paging, messageOf),
    async message(id) {
      const found = await service.read<Sent>(messageAt(id));
      return found && messageOf(found.body as never);
    },
    async end(id, input) {
      await service.send("post", `${messageAt(id)}/outcomes`, { body: input });
    },
  };
}

function messageAt(id: Id): string {
  return `/outboxMessages/${encodeURIComponent(id)}`;
}

function toldOf({ step, followUp, ...item }: Told) {
  return { step, item: { ...item, followUp: followUp.id } };
}

function messageOf(given: never): ShownMessage {
  const { reminders, ...message } = withoutLinks(given) as Sent;
  const body: OutboxMessage["body"] = {
    reminders: reminders.map(({ followUp, ...rest }) => ({ ...rest, followUp: followUp.id })),
  };
  return { ...message, body };
}
