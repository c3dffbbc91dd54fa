import { ChangeKind } from "@heed/core/follow-up/changes/change";
import type { Webhook } from "@heed/core/webhooks/webhook";
import { addWebhook, readWebhooks, removeWebhook, rotateWebhookSecret } from "@heed/store";
import type { Command } from "commander";
import { type Format, formatOption, repeatable } from "../options/options.ts";
import { table } from "../present/table.ts";
import { withTracker } from "../process/tracker.ts";
import { write, writeJson } from "../process/write.ts";

type Made = { id: string; secret: string };

/** The programs of others that are told what changes; whoever can open the database keeps them. */
export function addWebhookCommand(program: Command): void {
  const webhook = program.command("webhook").description("Programs of others that are told what changes");
  webhook
    .command("list")
    .description("Where they are told, and how many messages wait or were given up")
    .addOption(formatOption())
    .action(async ({ format }: { format: Format }, command: Command) => {
      await withTracker(command, async ({ database }) => {
        const items = await readWebhooks(database);
        if (format === "json") return writeJson({ total: items.length, items });
        await write(items.length === 0 ? "There are no webhooks.\n" : webhooksText(items));
      });
    });
  webhook
    .command("add <address>")
    .description("Tell a program from now on; its secret is shown once")
    .addOption(repeatable("--kind <kind>", "only changes of this kind", ChangeKind.options))
    .addOption(formatOption())
    .action(async (url: string, { kind, format }: { kind?: ChangeKind[]; format: Format }, command: Command) => {
      await withTracker(
        command,
        async ({ database }) => {
          const asked = { url, ...(kind && { kinds: kind }) };
          await writeMade(await addWebhook(database, asked, new Date().toISOString()), format);
        },
        "write",
      );
    });
  webhook
    .command("rotate <webhook>")
    .description("A new secret, shown once; messages are signed by the former one too for 24 hours")
    .addOption(formatOption())
    .action(async (id: string, { format }: { format: Format }, command: Command) => {
      await withTracker(
        command,
        async ({ database }) => writeMade(await rotateWebhookSecret(database, id, new Date().toISOString()), format),
        "write",
      );
    });
  webhook
    .command("remove <webhook>")
    .description("Tell it nothing any more; messages that wait for it are gone")
    .action(async (id: string, _: object, command: Command) => {
      await withTracker(
        command,
        async ({ database }) => {
          await removeWebhook(database, id);
          await write(`${id}: it is told nothing any more\n`);
        },
        "write",
      );
    });
}

async function writeMade(made: Made, format: Format): Promise<void> {
  if (format === "json") return writeJson(made);
  await write(`${made.id}\n${made.secret}\n`);
}

function webhooksText(items: readonly Webhook[]): string {
  return table(
    [
      { head: "Webhook", of: ({ id }) => id },
      { head: "Address", wide: true, of: ({ url }) => url },
      { head: "Changes", wraps: true, of: ({ kinds }) => kinds?.join(", ") ?? "all" },
      { head: "Waiting", of: ({ waiting }) => String(waiting), align: "right" },
      { head: "Given up", of: ({ givenUp }) => String(givenUp), align: "right" },
    ],
    items,
  );
}
