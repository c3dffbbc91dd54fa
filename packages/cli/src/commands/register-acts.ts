import { type Id, readerAs } from "@heed/core";
import type { Property } from "@heed/core/acting/property-kind";
import { type RegisterActName, registerActs } from "@heed/core/acts/acts";
import type { RegisterAct } from "@heed/core/register/register-act";
import { withoutAbsent } from "@heed/core/without-absent";
import type { Command } from "commander";
import type { ActorOptions } from "../acting/acting-as.ts";
import { lookedUp } from "../named/look-up.ts";
import { overrideInForce, theOverride } from "../named/override-in-force.ts";
import { theLink } from "../named/the-link.ts";
import { theRecommendation } from "../named/the-recommendation.ts";
import { theThing } from "../named/the-thing.ts";
import { addActorOptions, expectedOf } from "../options/act-options.ts";
import { issueByOption, namedByOptions } from "../options/by-option.ts";
import { type InputOptions, inputOptions, type Values } from "../options/input-options.ts";
import type { Format } from "../options/options.ts";
import { recordedText } from "../present/recorded-text.ts";
import { type Tracker, withTracker } from "../process/tracker.ts";
import { write, writeError, writeJson } from "../process/write.ts";
import { writesOf } from "../process/writing.ts";

type Common = ActorOptions & { format: Format };

/** Adds the command of each act on the register under its noun, to a program that has the noun. */
export function addRegisterActs(program: Command): void {
  for (const [name, act] of Object.entries(registerActs) as [RegisterActName, RegisterAct][]) {
    const noun = program.commands.find((each) => each.name() === act.command.noun);
    if (noun !== undefined) addAct(noun, name, act);
  }
}

function addAct(noun: Command, name: RegisterActName, act: RegisterAct): void {
  const { verb, names = {}, alias, about } = act.command;
  const command = noun.command([verb, ...Object.values(names)].join(" ")).description(about);
  if (alias !== undefined) command.alias(alias);
  const asked = optionsOf(act);
  for (const option of asked.options) command.addOption(option);
  addActorOptions(command, act.roles).action(async (...given: unknown[]) => {
    const own = given.at(-1) as Command;
    const common = given.at(-2) as Common;
    const named = Object.fromEntries(
      Object.keys(names).map((each, index) => [each, given[index] as string | undefined]),
    );
    await withTracker(
      own,
      async (local) => {
        const tracker: Tracker = { ...local, reader: readerAs(common.role) };
        await perform(tracker, name, named, asked, given.at(-2) as Values & Common);
      },
      "write",
    );
  });
}

/** With the options that are no properties of the input. */
function optionsOf({ input, on, command: { options } }: RegisterAct): InputOptions {
  const text: Property = { kind: "text", needed: false, many: false, choices: [] };
  const isOnlyContent = Object.keys(options).every((each) => ["change", "among", "part"].includes(each));
  return inputOptions(input, options, {
    change: { ...text, kind: "changes", needed: isOnlyContent },
    among: { ...text, many: on === "recommendation" },
    part: text,
  });
}

async function perform(
  tracker: Tracker,
  name: RegisterActName,
  { thing: written, part: reference, ...others }: Readonly<Record<string, string | undefined>>,
  { inputOf, given }: InputOptions,
  common: Values & Common,
): Promise<void> {
  const { on, command }: RegisterAct = registerActs[name];
  const { among, part: namedPart, change, ...content } = inputOf(common);
  const thing =
    written === undefined ? undefined : await theThing(tracker, on, written, among, "among" in command.options);
  const another =
    thing === undefined || written === undefined
      ? undefined
      : await partNamed(tracker, name, { thing, written, given: namedPart as string | undefined });
  // Another name is that of another thing of the same kind.
  const named = Object.keys(others).map((property) => ({
    property,
    kind: "recommendation" as const,
    option: command.names?.[property] ?? property,
  }));
  const draft = on === "report" ? thing : undefined;
  const part =
    reference === undefined
      ? (another ?? (await partOfItself(tracker, name, thing, written, content)))
      : (await theRecommendation(tracker, reference, draft === undefined ? undefined : [draft], tracker.today, false))
          .id;
  const input = await lookedUp(tracker, { ...content, ...others }, [...given, ...named], { draft });
  const writes = await writesOf(tracker, common);
  const done = await namedByOptions([...given, ...named], () =>
    writes.performRegister({
      act: name,
      ...(thing !== undefined && { thing }),
      ...(part !== undefined && { part: part as Id }),
      input: withoutAbsent({ ...(change as object | undefined), ...withoutAbsent(input) }),
      ...expectedOf(common),
    }),
  );
  for (const { name: place, value, detail } of done.warnings.map((each) => issueByOption(each, given)))
    writeError(`heed: please check ${place}, which names ${value}: ${detail}\n`);
  if (common.format === "json") return writeJson(done);
  await write(await recordedText(done, command.done, tracker));
}

type Part = { thing: Id; written: string; given: string | undefined };

/** What belongs to the thing and an option names: a link, or an override. */
async function partNamed(tracker: Tracker, name: RegisterActName, { thing, written, given }: Part) {
  if (name === "withdrawLink") return theLink(tracker, thing, written, given);
  return given === undefined ? undefined : theOverride(tracker, thing, given);
}

/** The part on which an act is done when none is named: the override that is in force. */
async function partOfItself(
  tracker: Tracker,
  name: RegisterActName,
  thing: Id | undefined,
  written: string | undefined,
  { on }: Values,
): Promise<Id | undefined> {
  if (name !== "withdrawLevelOverride" || thing === undefined || written === undefined) return undefined;
  return overrideInForce(tracker, thing, written, on as string | undefined);
}
