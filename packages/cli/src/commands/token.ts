import { type Instant, textIn } from "@heed/core";
import { existsOn, notThereOn } from "@heed/core/organization/organization";
import { requireOneHolder } from "@heed/core/tokens/new-token";
import { tokenExpiry } from "@heed/core/tokens/token-expiry";
import { createToken, createUserToken, listTokens, revokeToken, rotateToken } from "@heed/store";
import { type Command, Option } from "commander";
import { organizationsOf, requireOwnOrganization } from "../named/the-organization.ts";
import { theUser } from "../named/the-user.ts";
import { type Day, day, type Format, formatOption, repeatable } from "../options/options.ts";
import { milliseconds } from "../options/time-option.ts";
import { codesOf } from "../present/organization-names.ts";
import { table } from "../present/table.ts";
import { type Tracker, withTracker } from "../process/tracker.ts";
import { write, writeError, writeJson } from "../process/write.ts";

type CreateOptions = {
  name?: string;
  role?: "respondent" | "editor" | "assessor";
  user?: string;
  act?: string[];
  organization?: string[];
  expires?: Day;
  format: Format;
};

export function addToken(program: Command): void {
  const token = program.command("token").description("Who may write through the service");
  token
    .command("create")
    .description("A token for one person or program; it is shown once and not stored")
    .option(
      "--user <user>",
      "of which user it is, by name or id: it has the roles that the user has on the day of a request",
    )
    .option("--name <name>", "or else the name of its actor, which acts record")
    .addOption(new Option("--role <role>", "and in which role").choices(["respondent", "editor", "assessor"]))
    .addOption(
      repeatable(
        "--organization <name>",
        "the organization for which a respondent acts, or whose recommendations an editor or assessor maintains; for a user, the only ones that it is for",
      ),
    )
    .addOption(repeatable("--act <act>", "the only act that it is for, such as respond"))
    .addOption(
      new Option("--expires <day>", "the last day on which it is valid (default: a year from today)").argParser(day),
    )
    .addOption(formatOption())
    .action(async (options: CreateOptions, command: Command) => {
      await withTracker(
        command,
        async (tracker) => {
          const { role } = options;
          requireOneHolder(options, "either --user, or --name and --role");
          if (role !== undefined) requireOwnOrganization(role, "--organization", options.organization);
          const organizations = (await organizationsOf(tracker, "--organization", options.organization)) ?? [];
          const now = new Date();
          const expiresAt = expiryOf(tracker, options.expires, now);
          const limits = { ...(expiresAt && { expiresAt }), ...(options.act && { acts: options.act }) };
          const user = options.user === undefined ? undefined : await theUser(tracker.database, options.user);
          const name = user?.name ?? options.name ?? "";
          const made =
            role === undefined
              ? await createUserToken(
                  tracker.database,
                  { user: user?.id ?? "", organizations, ...limits },
                  now.toISOString(),
                )
              : await createToken(tracker.database, { name, role, organizations, ...limits }, now.toISOString());
          const spokenFor = role === "respondent" ? organizations : [];
          for (const each of (await tracker.reads.organizationsById(spokenFor)).values())
            if (!existsOn(each, tracker.today))
              writeError(
                `heed: please check --organization ${textIn(each.name)}: ${notThereOn(each, tracker.today)}: nobody acts for it\n`,
              );
          if (options.format === "json") return writeJson({ token: made, name, role, organizations, expiresAt });
          await write(`${made}\n`);
        },
        "write",
      );
    });
  token
    .command("list")
    .description("All tokens, without their secrets")
    .addOption(formatOption())
    .action(async ({ format }: { format: Format }, command: Command) => {
      await withTracker(command, async ({ database, reads }) => {
        const items = await listTokens(database);
        if (format === "json") return writeJson({ total: items.length, items });
        const codeOf = await codesOf(
          reads,
          items.flatMap(({ organizations }) => organizations),
        );
        await write(
          table(
            [
              { head: "Begins with", of: ({ prefix }) => `heed_${prefix}` },
              { head: "Name", wide: true, of: ({ name }) => name },
              { head: "Role", of: ({ role }) => role ?? "the user's" },
              { head: "For", wide: true, of: ({ organizations }) => organizations.map(codeOf).join(", ") },
              { head: "Made", of: ({ createdAt }) => createdAt },
              { head: "Expires", of: ({ expiresAt }) => expiresAt ?? "" },
              { head: "Last used", of: ({ lastUsedAt }) => lastUsedAt ?? "" },
              { head: "Revoked", of: ({ revokedAt }) => revokedAt ?? "" },
            ],
            items,
          ),
        );
      });
    });
  token
    .command("rotate <prefix>")
    .description("A new token in place of one, for the same person and the same acts; it is shown once")
    .addOption(
      new Option(
        "--keep-old-for <time>",
        "how long the old one stays valid, such as 7d or 12h (default: it ends at once)",
      ).argParser(milliseconds),
    )
    .addOption(new Option("--expires <day>", "the last day of the new one (default: a year from today)").argParser(day))
    .action(
      async (prefix: string, { keepOldFor, expires }: { keepOldFor?: number; expires?: Day }, command: Command) => {
        await withTracker(
          command,
          async (tracker) => {
            const now = new Date();
            const expiresAt = expiryOf(tracker, expires, now);
            const keepUntil = keepOldFor && new Date(now.getTime() + keepOldFor).toISOString();
            const limits = { ...(keepUntil && { keepUntil }), ...(expiresAt && { expiresAt }) };
            const old = prefix.replace(/^heed_/, "");
            await write(`${await rotateToken(tracker.database, old, limits, now.toISOString())}\n`);
          },
          "write",
        );
      },
    );
  token
    .command("revoke <prefix>")
    .description("The token is no longer valid; the prefix is the part after heed_")
    .action(async (prefix: string, _: object, command: Command) => {
      await withTracker(
        command,
        async ({ database }) => {
          await revokeToken(database, prefix.replace(/^heed_/, ""), new Date().toISOString());
          await write("Revoked.\n");
        },
        "write",
      );
    });
}

/** The end of the last day that --expires names. Errors: invalidInput when that day has passed. */
function expiryOf({ settings, today }: Tracker, last: Day | undefined, now: Date): Instant | undefined {
  return tokenExpiry({ settings, today, at: now.toISOString() }, last, "--expires");
}
