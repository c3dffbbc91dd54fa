import { MessageOutcome } from "@heed/core/reminders/reminder-desk";
import { operation } from "../contract/operation.ts";
import { idParameter } from "../contract/parameters.ts";
import { notFound } from "../contract/problem.ts";
import { OutboxMessage, outboxMessage } from "../schemas/reminders.ts";

export const endOutboxMessage = operation({
  id: "endOutboxMessage",
  method: "post",
  path: "/outboxMessages/{id}/outcomes",
  tag: "reminders",
  summary: "Send again what was given up, or tell what became of a letter to parliament",
  secured: true,
  creates: true,
  params: idParameter,
  input: MessageOutcome,
  output: OutboxMessage,
  async handle({ reminders }, { id }, body) {
    await reminders.end(id, body);
    const message = await reminders.message(id);
    if (message === undefined) throw notFound("message", id);
    const ended = outboxMessage(message);
    return { body: ended, location: ended.href };
  },
});
