import { operation } from "../contract/operation.ts";
import { idParameter } from "../contract/parameters.ts";
import { notFound } from "../contract/problem.ts";
import { OutboxMessage, outboxMessage } from "../schemas/reminders.ts";

export const getOutboxMessage = operation({
  id: "getOutboxMessage",
  path: "/outboxMessages/{id}",
  tag: "reminders",
  summary: "One message that was sent, waits or was given up",
  secured: true,
  params: idParameter,
  output: OutboxMessage,
  async handle({ reminders }, { id }) {
    const message = await reminders.message(id);
    if (message === undefined) throw notFound("message", id);
    return { body: outboxMessage(message) };
  },
});
