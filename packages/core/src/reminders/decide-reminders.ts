import type { ObligationItem } from "../read-models/obligation-item.ts";
import type { SettingValues } from "../settings/settings.ts";
import type { Id } from "../source.ts";
import type { Day } from "../time/day.ts";
import { isFor, type Recipient } from "./recipients.ts";
import { type Reminder, type ReminderSubject, subjectKey } from "./reminder.ts";
import { type DecidedStep, stepToDecide } from "./reminder-step.ts";

/** What one mail to one person tells: each thing owed once, with its step. */
export type Digest = { user: Id; reminders: readonly Reminder[] };

/** What a person of the issuing body sends to parliament about one organization, or lets be. */
export type Escalation = { responsible: Id; reminders: readonly Reminder[] };

/** What is decided on one day. Each reminder is once in `reminders`, however many people are told of it. */
export type DecidedReminders = {
  reminders: readonly Reminder[];
  digests: readonly Digest[];
  escalations: readonly Escalation[];
};

/** What the ladder needs to know of something owed. */
export type Owed = Pick<ObligationItem, "followUp" | "kind" | "due" | "commitment" | "responsible" | "timeliness">;

/** What is reminded of, where it has a date and it is known that it is owed. */
export function subjectOf({ followUp, kind, due, commitment, timeliness }: Owed): ReminderSubject | undefined {
  if (due === undefined || timeliness === "undetermined") return undefined;
  return { followUp, kind, ...(commitment && { commitment: commitment.id }), due };
}

/**
 * Decides the steps of the ladder on a day (D13), each once: one digest for each person, and one escalation for each organization.
 * What nobody can be told of has no step. `last` is the last step that was decided for a subject, by its key.
 */
export function decideReminders(
  { today, settings, recipients }: { today: Day; settings: SettingValues; recipients: readonly Recipient[] },
  owed: readonly Owed[],
  last: ReadonlyMap<string, DecidedStep>,
): DecidedReminders {
  const reminders: Reminder[] = [];
  const digests = new Map<Id, Reminder[]>();
  const escalations = new Map<Id, Reminder[]>();
  for (const item of owed) {
    const subject = subjectOf(item);
    const told = recipients.filter((each) => isFor(each, item.kind, item.responsible.id));
    if (subject === undefined || told.length === 0) continue;
    const step = stepToDecide(subject.due, today, settings, last.get(subjectKey(subject)));
    // The issuing body does not report itself to parliament for a verification of its own.
    if (step === undefined || (step === "escalation" && item.kind === "verification")) continue;
    const reminder = { ...subject, step };
    reminders.push(reminder);
    if (step === "escalation") append(escalations, item.responsible.id, reminder);
    else for (const { user } of told) append(digests, user, reminder);
  }
  return {
    reminders,
    digests: [...digests].map(([user, each]) => ({ user, reminders: each })),
    escalations: [...escalations].map(([responsible, each]) => ({ responsible, reminders: each })),
  };
}

function append(lists: Map<Id, Reminder[]>, id: Id, reminder: Reminder): void {
  const list = lists.get(id);
  if (list === undefined) lists.set(id, [reminder]);
  else list.push(reminder);
}
