import type { Id } from "@heed/core";
import { ReaderRole } from "@heed/core/access/right";
import { rolesOn, type User, type UserRole } from "@heed/core/users/user";
import { withoutAbsent } from "@heed/core/without-absent";
import { languages } from "@heed/core/wording/reader-language";
import { type Command, InvalidArgumentError, Option } from "commander";
import { theOrganization } from "../named/the-organization.ts";
import { theUser } from "../named/the-user.ts";
import { type Day, day, type Format, formatOption } from "../options/options.ts";
import { codesOf } from "../present/organization-names.ts";
import { table } from "../present/table.ts";
import { type Tracker, withTracker } from "../process/tracker.ts";
import { write, writeJson } from "../process/write.ts";
import { accessOf } from "../process/writing.ts";
import { addSignInCommands } from "./user-sign-in.ts";

type GivenRole = { role: ReaderRole; organization?: string };

type Options = {
  role?: GivenRole[];
  endRole?: GivenRole[];
  from?: Day;
  until?: Day;
  email?: string;
  language?: string;
  identity?: { issuer: string; subject: string }[];
  format: Format;
};

export function addUser(program: Command): void {
  const user = program.command("user").description("Who may sign in, and with which roles");
  const add = user
    .command("add <name>")
    .description("A person, under the name that acts record; it belongs to this person alone, also later");
  personOptions(add)
    .addOption(roleOption("--role <role>", "a role from --from to --until"))
    .action(async (name: string, options: Options, command: Command) => {
      await withTracker(
        command,
        async (tracker) => {
          const { email, language, identity } = options;
          const roles = await rolesOf(tracker, options);
          const given = { name, email, language, roles, identities: identity ?? [] };
          const access = await accessOf(tracker);
          await tell(tracker, options, await access.addUser(withoutAbsent(given)));
        },
        "write",
      );
    });
  const change = user.command("change <user>").description("Give a user a role or end one; an address, a language");
  personOptions(change)
    .addOption(roleOption("--role <role>", "one more role, from --from to --until"))
    .addOption(roleOption("--end-role <role>", "a role that ends with the day of --until (default: today)"))
    .action(async (named: string, options: Options, command: Command) => {
      await withTracker(
        command,
        async (tracker) => {
          const { email, language, identity, endRole = [], until } = options;
          const ended = await Promise.all(endRole.map((each) => withOrganization(tracker, "--end-role", each)));
          const changes = {
            email,
            language,
            addRoles: await rolesOf(tracker, options),
            endRoles: ended.map((each) => ({ ...each, ...(until !== undefined && { until }) })),
            addIdentities: identity ?? [],
          };
          const access = await accessOf(tracker);
          const { id } = await theUser(access, named);
          await tell(tracker, options, await access.changeUser(id, { input: withoutAbsent(changes) }));
        },
        "write",
      );
    });
  user
    .command("leave <user>")
    .description("A user holds no role from that day on; the name stays with what was recorded under it")
    .addOption(new Option("--on <day>", "from this day on (default: today)").argParser(day))
    .addOption(formatOption())
    .action(async (named: string, { on, format }: { on?: Day; format: Format }, command: Command) => {
      await withTracker(
        command,
        async (tracker) => {
          const access = await accessOf(tracker);
          const { id } = await theUser(access, named);
          const left = await access.endUser(id, { input: withoutAbsent({ on }) });
          await tell(tracker, { format }, left);
        },
        "write",
      );
    });
  user
    .command("list")
    .description("All users, with their roles of today")
    .addOption(formatOption())
    .action(async ({ format }: { format: Format }, command: Command) => {
      await withTracker(command, async (tracker) => {
        const { items } = await (await accessOf(tracker)).users({}, {});
        if (format === "json") return writeJson({ total: items.length, items });
        const textOf = await roleTexts(tracker, items);
        const ofToday = (user: User) => rolesOn(user, tracker.today);
        await write(
          table(
            [
              { head: "Name", wide: true, of: ({ name }) => name },
              { head: "Roles today", wide: true, of: (each) => ofToday(each).map(textOf).join(", ") },
              { head: "E-mail", wide: true, of: ({ email }) => email ?? "" },
              { head: "Left", of: ({ leftOn }) => leftOn ?? "" },
            ],
            items,
          ),
        );
      });
    });
  user
    .command("show <user>")
    .description("One user, with every role that is or was held")
    .addOption(formatOption())
    .action(async (named: string, { format }: { format: Format }, command: Command) => {
      await withTracker(command, async (tracker) =>
        tell(tracker, { format }, await theUser(await accessOf(tracker), named)),
      );
    });
  addSignInCommands(user);
}

function personOptions(command: Command): Command {
  return command
    .addOption(new Option("--from <day>", "the first day of the roles (default: today)").argParser(day))
    .addOption(new Option("--until <day>", "their last day").argParser(day))
    .option("--email <address>", "where the user is reached")
    .addOption(new Option("--language <code>", "the language in which the user is written to").choices(languages))
    .addOption(
      new Option(
        "--identity <issuer#subject>",
        "who the user is at an issuer of OpenID Connect; may be repeated",
      ).argParser((text: string, before: Options["identity"]) => {
        const [, issuer, subject] = /^(.+)#([^#]+)$/.exec(text) ?? [];
        if (issuer === undefined || subject === undefined)
          throw new InvalidArgumentError(
            "Write the issuer, # and the subject, such as https://login.example.org#1234.",
          );
        return [...(before ?? []), { issuer, subject }];
      }),
    )
    .addOption(formatOption());
}

function roleOption(flags: string, about: string): Option {
  const option = new Option(flags, `${about}: admin, editor, editor:BODY, respondent:ORGANIZATION, …; may be repeated`);
  return option.argParser((text: string, before: GivenRole[] | undefined) => {
    const [, role, organization] = /^([a-z]+)(?::(.+))?$/s.exec(text) ?? [];
    const known = ReaderRole.safeParse(role);
    if (!known.success) throw new InvalidArgumentError(`The roles are ${ReaderRole.options.join(", ")}.`);
    return [...(before ?? []), { role: known.data, ...(organization !== undefined && { organization }) }];
  });
}

async function rolesOf(tracker: Tracker, { role = [], from, until, endRole = [] }: Options) {
  const roles = await Promise.all(role.map((each) => withOrganization(tracker, "--role", each)));
  // With --end-role, --until is the last day of what ends.
  const last = endRole.length > 0 ? undefined : until;
  return roles.map((each) => ({ ...each, ...(from && { from }), ...(last && { until: last }) }));
}

async function withOrganization(tracker: Tracker, option: string, { role, organization }: GivenRole) {
  return organization === undefined
    ? { role }
    : { role, organization: await theOrganization(tracker, option, organization) };
}

async function tell(tracker: Tracker, { format }: { format: Format }, user: User): Promise<void> {
  if (format === "json") return writeJson(user);
  const { id, name, email, language, roles, identities, leftOn } = user;
  const textOf = await roleTexts(tracker, [user]);
  const lines = [
    `${name} (${id})`,
    ...(email === undefined ? [] : [`  e-mail    ${email}`]),
    ...(language === undefined ? [] : [`  language  ${language}`]),
    ...roles.map(
      (role) => `  ${textOf(role)} from ${role.from}${role.until === undefined ? "" : ` until ${role.until}`}`,
    ),
    ...identities.map(({ issuer, subject }) => `  ${subject} at ${issuer}`),
    ...(leftOn === undefined ? [] : [`  left on ${leftOn}`]),
  ];
  await write(`${lines.join("\n")}\n`);
}

async function roleTexts({ reads }: Tracker, users: readonly User[]): Promise<(role: UserRole) => string> {
  const ids: readonly Id[] = users.flatMap(({ roles }) => roles.flatMap(({ organization }) => organization ?? []));
  const codeOf = await codesOf(reads, ids);
  return ({ role, organization }) => (organization === undefined ? role : `${role} of ${codeOf(organization)}`);
}
