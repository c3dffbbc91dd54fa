import { type RegisterActName, registerActs } from "@heed/core/acts/acts";
import type { RegisterAct } from "@heed/core/register/register-act";
import type { RegisterResult } from "@heed/core/register/register-result";
import { withoutAbsent } from "@heed/core/without-absent";
import { performRegisterAct } from "@heed/store";
import type { Command } from "commander";
import { type ActorOptions, actingAs, addActorOptions } from "../options/act-options.ts";
import type { Format } from "../options/options.ts";
import { words } from "../present/words.ts";
import { type Tracker, withTracker } from "../process/tracker.ts";
import { write, writeError, writeJson } from "../process/write.ts";

export type RegisterOptions = ActorOptions & { format: Format };

/** The thing that an act is done on, and the input of the act. */
export type RegisterActInput = { thing?: string; part?: string; input?: object };

/**
 * Adds the command of an act on the register under its noun, with options of its own. `find` looks up what the act is done
 * on, as the actor sees it; `tell` gives the line that the command prints at the end.
 */
export function onRegister<Options extends RegisterOptions>(
  noun: Command,
  act: RegisterActName,
  withOptions: (command: Command) => Command,
  find: (tracker: Tracker, options: Options, names: readonly string[]) => Promise<RegisterActInput>,
  tell: (done: RegisterResult, tracker: Tracker) => string | Promise<string> = shortText,
): void {
  const { roles, command: text }: RegisterAct = registerActs[act];
  const command = noun.command(text.usage).description(text.about);
  if (text.alias !== undefined) command.alias(text.alias);
  addActorOptions(withOptions(command), roles).action(async (...given: unknown[]) => {
    const own = given.at(-1) as Command;
    const options = given.at(-2) as Options;
    const names = given.slice(0, -2).filter((name): name is string => typeof name === "string");
    await withTracker(
      own,
      async (local) => {
        const tracker: Tracker = { ...local, reader: { role: options.role, organizations: [] } };
        const { input = {}, ...on } = await find(tracker, options, names);
        const done = await performRegisterAct(tracker.database, {
          act,
          ...on,
          input: withoutAbsent(input),
          ...actingAs(options),
          settings: tracker.settings,
        });
        for (const { name, value, detail } of done.warnings)
          writeError(`heed: look at ${name}, which names ${value}: ${detail}\n`);
        if (options.format === "json") return writeJson(done);
        await write(await tell(done, tracker));
      },
      "write",
    );
  });
}

function shortText({ kind, id, version }: RegisterResult): string {
  return `Recorded: ${words(kind)} ${id}${version === undefined ? "" : ` (version ${version})`}\n`;
}
