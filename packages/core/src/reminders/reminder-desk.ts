import { z } from "zod";
import type { Person } from "../acting/person.ts";
import { DomainError } from "../domain-error.ts";
import type { OrganizationRef } from "../read-models/organization-ref.ts";
import type { Page, Paging } from "../read-models/paging.ts";
import type { Id } from "../source.ts";
import type { Day } from "../time/day.ts";
import type { OutboxKind, OutboxMessage, OutboxState } from "./outbox-message.ts";
import type { ToldReminder } from "./told-reminders.ts";

/** What would be decided on a day, as things stand now. */
export type PlannedReminders = {
  on: Day;
  digests: readonly { user: { id: Id; name: string }; told: readonly ToldReminder[] }[];
  escalations: readonly { organization: OrganizationRef; told: readonly ToldReminder[] }[];
};

/** A message with the names of whom it is for and about. */
export type ShownMessage = Omit<OutboxMessage, "user" | "organization"> & {
  user?: { id: Id; name: string };
  organization?: OrganizationRef;
};

export type MessageFilter = { state?: readonly OutboxState[]; kind?: readonly OutboxKind[] };

/** What a person does with a message: one that was given up goes out again; a letter was sent, or is not sent. */
export const MessageOutcome = z
  .strictObject({
    outcome: z
      .enum(["again", "sent", "dropped"])
      .describe("`again`: try once more what was given up. `sent`, `dropped`: of a letter to parliament."),
  })
  .meta({ id: "NewMessageOutcome", description: "What a person does with a message." });
export type MessageOutcome = z.infer<typeof MessageOutcome>;

/** The reminders that are planned, waiting and sent. */
export type ReminderDesk = {
  planned(on: Day): Promise<PlannedReminders>;
  /** The newest first. */
  messages(filter: MessageFilter, paging: Paging): Promise<Page<ShownMessage>>;
  message(id: Id): Promise<ShownMessage | undefined>;
  /** What still stands of a person's reminders or of a letter to parliament: what it tells if it goes out now. Errors: notFound. */
  told(id: Id): Promise<readonly ToldReminder[]>;
  /** Errors: notFound; invalidInput; invalidStateTransition where the message does not wait for that. */
  end(id: Id, input: unknown): Promise<void>;
};

/** Whether somebody sees who is reminded of what: an admin, or an editor of all issuing bodies. */
export function keepsReminders({ rights, acts }: Pick<Person, "rights" | "acts">): boolean {
  const isKeeper = rights.some(
    ({ role, organizations }) => role === "admin" || (role === "editor" && organizations.length === 0),
  );
  return acts === undefined && isKeeper;
}

/** Errors: missingPermission. */
export function requireKeepsReminders(person: Person): void {
  if (keepsReminders(person)) return;
  throw new DomainError("missingPermission", "reminders are for an admin and for an editor of all issuing bodies");
}
