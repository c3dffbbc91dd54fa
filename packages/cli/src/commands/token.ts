import { DomainError, textIn } from "@heed/core";
import { existsOn, notThereOn } from "@heed/core/organization/organization";
import { requireOneHolder } from "@heed/core/tokens/new-token";
import { tokenId, tokenPrefix } from "@heed/core/tokens/token-id";
import type { MadeToken } from "@heed/core/users/access-desk";
import { withoutAbsent } from "@heed/core/without-absent";
import { type Command, Option } from "commander";
import { organizationsOf, requireOwnOrganization } from "../named/the-organization.ts";
import { theUser } from "../named/the-user.ts";
import { namedByOptions } from "../options/by-option.ts";
import { type Day, day, type Format, formatOption, repeatable } from "../options/options.ts";
import { milliseconds } from "../options/time-option.ts";
import { codesOf } from "../present/organization-names.ts";
import { table } from "../present/table.ts";
import { withTracker } from "../process/tracker.ts";
import { write, writeError, writeJson } from "../process/write.ts";
import { accessOf } from "../process/writing.ts";

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
          const access = await accessOf(tracker);
          const user = options.user === undefined ? undefined : await theUser(access, options.user);
          const name = user?.name ?? options.name ?? "";
          const { act: acts, expires: expiresOn } = options;
          const holder = user === undefined ? { name, role } : { user: user.id };
          const input = withoutAbsent({ ...holder, organizations, acts, expiresOn });
          const created = await namedByOptions(given, () => access.createToken(input));
          const { expiresAt } = (await access.token(created.prefix)) ?? {};
          const made = textOf(created);
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
      await withTracker(command, async (tracker) => {
        const { items } = await (await accessOf(tracker)).tokens({}, {});
        if (format === "json") return writeJson({ total: items.length, items });
        const codeOf = await codesOf(
          tracker.reads,
          items.flatMap(({ organizations }) => organizations),
        );
        await write(
          table(
            [
              { head: "Begins with", of: ({ prefix }) => tokenId(prefix) },
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
            const keepUntil = keepOldFor && new Date(Date.now() + keepOldFor).toISOString();
            const input = { ...(keepUntil && { keepUntil }), ...(expires && { expiresOn: expires }) };
            const old = tokenPrefix(prefix);
            const access = await accessOf(tracker);
            const made = await namedByOptions(given, () => access.rotateToken(old, { input }));
            await write(`${textOf(made)}\n`);
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
        async (tracker) => {
          await (await accessOf(tracker)).revokeToken(tokenPrefix(prefix), {});
          await write("Revoked.\n");
        },
        "write",
      );
    });
}

/** What the options of these commands give. */
const given = [
  { property: "name", option: "--name" },
  { property: "user", option: "--user" },
  { property: "organizations", option: "--organization" },
  { property: "acts", option: "--act" },
  { property: "expiresOn", option: "--expires" },
];

/** Errors: databaseUnreachable where the answer that had it was lost: the token is there, and nobody has its text. */
function textOf({ prefix, token }: MadeToken): string {
  if (token !== undefined) return token;
  throw new DomainError(
    "databaseUnreachable",
    `the token heed_${prefix} was made, and its text was lost with the connection: revoke it, and make another`,
  );
}
