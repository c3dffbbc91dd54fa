import { z } from "zod";
import { Id, Instant } from "../source.ts";
import { Day } from "../time/day.ts";
import { Reminder } from "./reminder.ts";

/**
 * What is sent: a person's reminders, the weekly list of an issuing body, a letter to parliament that a person sends; to a follower
 * the mail by which it confirms, and what changed; to a webhook one change.
 */
export const OutboxKind = z
  .enum(["digest", "weeklyList", "escalation", "confirmation", "followedChanges", "webhookEvent"])
  .meta({ id: "OutboxKind", description: "What a message is: who sends it and what it tells." });
export type OutboxKind = z.infer<typeof OutboxKind>;

export const OutboxState = z.enum(["waiting", "sent", "cancelled", "givenUp"]).meta({
  id: "OutboxState",
  description: "What became of a message; one that had nothing left to tell is cancelled.",
});
export type OutboxState = z.infer<typeof OutboxState>;

/** Something to be sent. What it tells is read when it goes out, so that it says what the pages say at that moment. */
export const OutboxMessage = z
  .strictObject({
    id: Id,
    key: z.string().describe("Names what is sent: the same is not written twice."),
    kind: OutboxKind,
    user: Id.optional().describe("Who gets it; absent where a person is to send it."),
    subscriber: Id.optional().describe("Who gets it without being a user."),
    organization: Id.optional().describe("About whom it is, where it is about one organization."),
    day: Day.describe("On which it was decided."),
    body: z.strictObject({
      reminders: z.array(Reminder).readonly(),
      change: z
        .strictObject({ identity: z.string(), followUp: Id, day: Day, at: Instant.describe("When it was noticed.") })
        .optional()
        .describe("What a webhook is told."),
    }),
    availableAt: Instant.describe("When it may go out, or is tried again."),
    attempts: z.int(),
    state: OutboxState,
    endedAt: Instant.optional(),
    lastFault: z.string().optional().describe("Why the last attempt failed."),
  })
  .meta({ id: "OutboxMessage", description: "Something to be sent." });
export type OutboxMessage = z.infer<typeof OutboxMessage>;

/** A message that failed so many times is given up: with the waits between, after more than a week. */
export const giveUpAfter = 40;

const waits = [1, 2, 5, 15, 60, 120, 360].map((minutes) => minutes * 60_000);

/**
 * How long to wait after a number of failed attempts, in milliseconds: longer each time, up to six hours. `random`, from 0 to below
 * 1, spreads what failed together over the second half of the wait.
 */
export function backOff(attempts: number, random: number): number {
  const wait = waits[attempts - 1] ?? (waits.at(-1) as number);
  return wait / 2 + (random * wait) / 2;
}
