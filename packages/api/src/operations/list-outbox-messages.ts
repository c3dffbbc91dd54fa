import { OutboxKind, OutboxState } from "@heed/core/reminders/outbox-message";
import { withoutAbsent } from "@heed/core/without-absent";
import { z } from "zod";
import { operation } from "../contract/operation.ts";
import { pageBody, pagingOf } from "../contract/page.ts";
import { paging, several } from "../contract/parameters.ts";
import { OutboxMessageList, outboxMessage } from "../schemas/reminders.ts";

export const listOutboxMessages = operation({
  id: "listOutboxMessages",
  path: "/outboxMessages",
  tag: "reminders",
  summary: "What was sent and what waits, the newest first; for an admin and an editor of all issuing bodies",
  secured: true,
  query: z.object({
    state: several(OutboxState, "What became of it"),
    kind: several(OutboxKind, "What it is"),
    ...paging,
  }),
  output: OutboxMessageList,
  async handle({ reminders }, input) {
    const { state, kind } = input;
    const page = await reminders.messages(withoutAbsent({ state, kind }), pagingOf(input));
    return { body: pageBody("/outboxMessages", input, page, outboxMessage) };
  },
});
