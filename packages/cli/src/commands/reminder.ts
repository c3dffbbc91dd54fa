import { textIn } from "@heed/core";
import { OutboxState } from "@heed/core/reminders/outbox-message";
import type { PlannedReminders, ShownMessage } from "@heed/core/reminders/reminder-desk";
import type { ToldReminder } from "@heed/core/reminders/told-reminders";
import { withoutAbsent } from "@heed/core/without-absent";
import { type Command, Option } from "commander";
import { askedDay, type Day, type Format, formatOption, limitOption, repeatable } from "../options/options.ts";
import { obligationJson } from "../present/obligation-json.ts";
import { table } from "../present/table.ts";
import { withTracker } from "../process/tracker.ts";
import { write, writeJson } from "../process/write.ts";
import { remindersOf } from "../process/writing.ts";

export function addReminder(program: Command): void {
  const reminder = program.command("reminder").description("Who is reminded of what by mail, and what was sent");
  reminder
    .command("preview")
    .description("Who would be reminded of what on a day, as things stand now; nothing is decided or sent")
    .addOption(new Option("--on <day>", "the day (default: today)").argParser(askedDay))
    .addOption(formatOption())
    .action(async ({ on, format }: { on?: Day; format: Format }, command: Command) => {
      await withTracker(command, async (tracker) => {
        const planned = await (await remindersOf(tracker)).planned(on ?? tracker.today);
        if (format === "json") return writeJson(plannedJson(planned));
        await write(plannedText(planned));
      });
    });
  reminder
    .command("list")
    .description("What was sent, waits or was given up, the newest first")
    .addOption(repeatable("--state <state>", "what became of it", OutboxState.options))
    .addOption(limitOption())
    .addOption(formatOption())
    .action(async (options: { state?: OutboxState[]; limit?: number; format: Format }, command: Command) => {
      await withTracker(command, async (tracker) => {
        const { state, limit, format } = options;
        const desk = await remindersOf(tracker);
        const { items, total } = await desk.messages(withoutAbsent({ state }), {
          ...withoutAbsent({ limit }),
          withTotal: true,
        });
        if (format === "json") return writeJson({ total, items });
        if (items.length === 0) return write("There are no such messages.\n");
        await write(messagesText(items));
      });
    });
  for (const [verb, outcome, about, done] of outcomes)
    reminder
      .command(`${verb} <message>`)
      .description(about)
      .action(async (id: string, _: object, command: Command) => {
        await withTracker(
          command,
          async (tracker) => {
            await (await remindersOf(tracker)).end(id, { outcome });
            await write(`${id}: ${done}\n`);
          },
          "write",
        );
      });
}

const outcomes = [
  ["again", "again", "Try once more to send a message that was given up", "it is tried again"],
  ["sent", "sent", "Tell that a letter to parliament was sent", "it was sent"],
  ["drop", "dropped", "Tell that a letter to parliament is not sent", "it is not sent"],
] as const;

function plannedJson({ on, digests, escalations }: PlannedReminders) {
  const items = (told: readonly ToldReminder[]) =>
    told.map(({ item, step }) => ({ ...obligationJson(item, undefined), step }));
  return {
    on,
    digests: digests.map(({ user, told }) => ({ user, told: items(told) })),
    escalations: escalations.map(({ organization, told }) => ({ organization, told: items(told) })),
  };
}

function plannedText({ on, digests, escalations }: PlannedReminders): string {
  if (digests.length === 0 && escalations.length === 0) return `Nobody is reminded of anything on ${on}.\n`;
  const parts = [
    ...digests.map(({ user, told }) => `${user.name}:\n${toldText(told)}`),
    ...escalations.map(
      ({ organization, told }) => `A letter to parliament about ${textIn(organization.name)}:\n${toldText(told)}`,
    ),
  ];
  return `On ${on}\n\n${parts.join("\n")}`;
}

function toldText(told: readonly ToldReminder[]): string {
  return table(
    [
      { head: "Step", of: ({ step }) => step },
      { head: "Due", of: ({ item }) => item.due ?? "" },
      { head: "What", of: ({ item }) => item.kind },
      { head: "By", of: ({ item }) => item.responsible.code },
      { head: "Recommendation", wide: true, of: ({ item }) => item.recommendation.reference },
    ],
    told,
  );
}

function messagesText(items: readonly ShownMessage[]): string {
  return table(
    [
      { head: "Message", of: ({ id }) => id },
      { head: "Day", of: ({ day: on }) => on },
      { head: "Kind", of: ({ kind }) => kind },
      { head: "State", of: ({ state }) => state },
      { head: "For", wide: true, of: ({ user, organization }) => user?.name ?? organization?.code ?? "" },
      { head: "Things", align: "right", of: ({ body }) => String(body.reminders.length) },
      { head: "Attempts", align: "right", of: ({ attempts }) => String(attempts) },
      { head: "Last fault", wide: true, of: ({ lastFault }) => lastFault ?? "" },
    ],
    items,
  );
}
