import { DomainError, type Issue, readVagueDate } from "@heed/core";
import type { ActionRole } from "@heed/core/acting/action-rule";
import { exactJson, RepeatedKey } from "@heed/files";
import { type Command, InvalidArgumentError, Option } from "commander";
import type { ActorOptions } from "../acting/acting-as.ts";
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

/** The version that was read, where the command was given it. */
export function expectedOf({ expectVersion }: Pick<ActorOptions, "expectVersion">): { expectedVersion?: number } {
  return expectVersion === undefined ? {} : { expectedVersion: expectVersion };
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
