import { DomainError } from "@heed/core";
import { signInLinkPath } from "@heed/core/users/sign-in-link";
import { rightsOn } from "@heed/core/users/user";
import { linkTime, sessionsOf } from "@heed/store";
import { type Command, Option } from "commander";
import { theUser } from "../named/the-user.ts";
import { publicUrlOption } from "../options/access-options.ts";
import { type Format, formatOption } from "../options/options.ts";
import { milliseconds } from "../options/time-option.ts";
import { table } from "../present/table.ts";
import { withTracker } from "../process/tracker.ts";
import { write, writeError, writeJson } from "../process/write.ts";
import { accessOf } from "../process/writing.ts";

type LinkOptions = { validFor: number; publicUrl?: string; format: Format };

const lostLink = "the link was made, but its answer was lost: make another, and sign the user out to make it void";

/** The commands of who is signed in on the pages. */
export function addSignInCommands(user: Command): void {
  user
    .command("link <user>")
    .description("An address by which a user signs in on the pages, once; it is shown once and not stored")
    .addOption(
      new Option("--valid-for <time>", "how long it can be used, such as 30m, 12h or 7d")
        .default(linkTime, "30m")
        .argParser(milliseconds),
    )
    .addOption(publicUrlOption())
    .addOption(formatOption())
    .action(async (named: string, { validFor, publicUrl, format }: LinkOptions, command: Command) => {
      await withTracker(
        command,
        async (tracker) => {
          const { service, today } = tracker;
          const access = await accessOf(tracker);
          const user = await theUser(access, named);
          const until = new Date(Date.now() + validFor).toISOString();
          const { secret, expiresAt } = await access.signInLink(user.id, { expiresAt: until });
          if (secret === undefined) throw new DomainError("databaseUnreachable", lostLink);
          if (rightsOn(user, today).length === 0)
            writeError(`heed: ${user.name} holds no role today, and cannot sign in before one begins\n`);
          const usual = service?.address ?? `http://localhost:${process.env.HEED_PORT ?? "3000"}`;
          const address = (publicUrl ?? usual).replace(/\/+$/, "") + signInLinkPath(user.language ?? "en", secret);
          if (format === "json") return writeJson({ address, expiresAt });
          await write(`${address}\n`);
        },
        "write",
      );
    });
  user
    .command("sessions <user>")
    .description("Where a user is signed in on the pages, the newest first")
    .addOption(formatOption())
    .action(async (named: string, { format }: { format: Format }, command: Command) => {
      await withTracker(command, async (tracker) => {
        const { database } = tracker;
        const { id } = await theUser(await accessOf(tracker), named);
        const items = await sessionsOf(database, id, new Date().toISOString());
        if (format === "json") return writeJson({ total: items.length, items });
        await write(
          table(
            [
              { head: "Signed in", of: ({ createdAt }) => createdAt },
              { head: "Last used", of: ({ lastUsedAt }) => lastUsedAt },
              { head: "Ends if unused", of: ({ idleEndsAt }) => idleEndsAt },
              { head: "Ends", of: ({ endsAt }) => endsAt },
            ],
            items,
          ),
        );
      });
    });
  user
    .command("sign-out <user>")
    .description("A user is signed out of the pages everywhere, and links that were not used are void")
    .action(async (named: string, _: object, command: Command) => {
      await withTracker(
        command,
        async (tracker) => {
          const access = await accessOf(tracker);
          const ended = await access.endSessions((await theUser(access, named)).id);
          await write(`${ended === 1 ? "1 session has" : `${ended} sessions have`} ended.\n`);
        },
        "write",
      );
    });
}
