import { createToken, listTokens, revokeToken } from "@heed/store";
import { type Command, Option } from "commander";
import { type Day, day, type Format, formatOption, repeatable } from "../options/options.ts";
import { table } from "../present/table.ts";
import { organizationsOf, withTracker } from "../process/tracker.ts";
import { write, writeJson } from "../process/write.ts";

type CreateOptions = {
  name: string;
  role: "respondent" | "editor" | "assessor";
  organization?: string[];
  expires?: Day;
  format: Format;
};

export function addToken(program: Command): void {
  const token = program.command("token").description("Who may write through the service");
  token
    .command("create")
    .description("A token for one person or program; it is shown once and not stored")
    .requiredOption("--name <name>", "the name of its actor, which acts record")
    .addOption(
      new Option("--role <role>", "in which role").choices(["respondent", "editor", "assessor"]).makeOptionMandatory(),
    )
    .addOption(
      repeatable(
        "--organization <name>",
        "the organization for which a respondent acts, or whose recommendations an editor or assessor maintains",
      ),
    )
    .addOption(
      new Option("--expires <day>", "the last day on which it is valid (default: a year from today)").argParser(day),
    )
    .addOption(formatOption())
    .action(async (options: CreateOptions, command: Command) => {
      await withTracker(
        command,
        async (tracker) => {
          const organizations = (await organizationsOf(tracker, "--organization", options.organization)) ?? [];
          const { name, role } = options;
          const now = new Date();
          const expiresAt = expiryOf(options.expires, now);
          const made = await createToken(tracker.database, { name, role, organizations, expiresAt }, now.toISOString());
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
      await withTracker(command, async ({ database }) => {
        const items = await listTokens(database);
        if (format === "json") return writeJson({ total: items.length, items });
        await write(
          table(
            [
              { head: "Begins with", of: ({ prefix }) => `heed_${prefix}` },
              { head: "Name", wide: true, of: ({ name }) => name },
              { head: "Role", of: ({ role }) => role },
              { head: "For", wide: true, of: ({ organizations }) => organizations.join(", ") },
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

/** The end of that day in the last time zone on earth; a year from now when no day is given. */
function expiryOf(last: Day | undefined, now: Date): string {
  if (last === undefined) return new Date(now.getTime() + 366 * 86_400_000).toISOString();
  return new Date(Date.parse(`${last}T00:00:00Z`) + 36 * 3_600_000).toISOString();
}
