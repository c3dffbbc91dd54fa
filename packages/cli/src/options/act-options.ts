import { createHash, randomUUID } from "node:crypto";
import { userInfo } from "node:os";
import { DomainError, type Id, type Issue, personAs, readVagueDate } from "@heed/core";
import type { ActionRole } from "@heed/core/acting/action-rule";
import { searchableName } from "@heed/core/organization/organization";
import { AuthorityName } from "@heed/core/text/bounded-text";
import { exactJson, RepeatedKey } from "@heed/files";
import { type Command, InvalidArgumentError, Option } from "commander";
import { count, formatOption } from "./options.ts";

/**
 * The options that tell who acts and in which role: the same for every command that records an act. Where an editor may
 * not do all that the command does, the role must be given.
 */
export function addActorOptions(
  command: Command,
  roles: readonly ActionRole[],
  editorMay = roles.includes("editor"),
): Command {
  const role = new Option("--role <role>", "in which role").choices(roles);
  return command
    .option("--as <name>", "who acts (default: the system's user)")
    .addOption(editorMay ? role.default("editor") : role.makeOptionMandatory())
    .addOption(new Option("--expect-version <n>", "refuse when it has changed since").argParser(count))
    .addOption(formatOption());
}

export type ActorOptions = { as?: string; role: ActionRole; expectVersion?: number };

/** The version that was read, where the command was given it. */
export function expectedOf({ expectVersion }: Pick<ActorOptions, "expectVersion">): { expectedVersion?: number } {
  return expectVersion === undefined ? {} : { expectedVersion: expectVersion };
}

/** Who acts, with the system's user and the moment, as every act records them. */
export function actingAs({ as, role }: ActorOptions, organizations: readonly Id[] = []) {
  const systemUser = userInfo().username;
  const name = as === undefined ? systemUser : actorNamed("--as", as);
  return {
    person: personAs({ id: localActorId(name), name, role, organizations }),
    systemUser,
    at: new Date().toISOString(),
    newId: randomUUID,
  };
}

/** R57: a name that shows nothing names nobody. Errors: invalidInput, with the option. */
export function actorNamed(option: string, name: string): string {
  const problem = AuthorityName.safeParse(name).error?.issues[0]?.message;
  if (problem === undefined) return name;
  throw unreadable("who acts has no name", { name: option, value: name, detail: `it ${problem}` });
}

/** On a local database only the name tells who acts: one name is one actor, however it is written. */
function localActorId(name: string): Id {
  return `user:${createHash("sha256").update(searchableName(name)).digest("hex").slice(0, 16)}`;
}

/** A day, or a date in words. */
export function dueDate(given: string) {
  const read = readVagueDate(given);
  if (read !== undefined) return read;
  throw unreadable("a due date cannot be read", {
    value: given,
    detail: 'write a day such as 2025-06-30, or words such as "second quarter 2025"',
  });
}

/** A JSON Merge Patch. */
export function jsonObject(given: string): object {
  try {
    const read = exactJson(given);
    if (typeof read === "object" && read !== null && !Array.isArray(read)) return read;
  } catch (error) {
    if (error instanceof RepeatedKey)
      throw unreadable("the change cannot be read", { name: "--change", value: error.key, detail: error.message });
  }
  throw unreadable("the change is not a JSON object", { name: "--change", value: given, detail: "write an object" });
}

/** `--title nl:Verslag --title fr:Rapport` */
export function textOption(flags: string, about: string): Option {
  return new Option(flags, `${about}, with its language, such as nl:…; may be repeated`).argParser(
    (given: string, before: Record<string, string> | undefined) => {
      const [, language, text] = /^([a-z]{2}):(.+)$/s.exec(given) ?? [];
      if (language === undefined || text === undefined)
        throw new InvalidArgumentError("Write its language first, such as nl:Verslag.");
      return { ...before, [language]: text.trim() };
    },
  );
}

const shownLanguages = ["nl", "fr", "de", "en"];

/** A text in one language: with the prefix of one, as textOption() reads it, the prefix would be kept as if it were text. */
export function plainTextOption(flags: string, about: string): Option {
  return new Option(flags, `${about}, in one language and without its code`).argParser((given: string) => {
    const [, language] = /^([a-z]{2}):/.exec(given) ?? [];
    if (language !== undefined && shownLanguages.includes(language))
      throw new InvalidArgumentError(`It has one language, and none is recorded: leave out "${language}:".`);
    return given;
  });
}

function unreadable(message: string, issue: Issue): DomainError {
  return new DomainError("invalidInput", message, [issue]);
}
