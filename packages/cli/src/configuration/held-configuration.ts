import { homedir } from "node:os";
import { didYouMean } from "@heed/core/text/nearest";
import { withoutPasswords } from "@heed/core/text/without-passwords";
import { defaultDatabaseUrl, readDatabaseUrl, shownDatabaseUrl } from "@heed/store";
import { type Command, InvalidArgumentError, type Option } from "commander";
import {
  type ConfigurationKey,
  configurationKeys,
  keyNames,
  otherVariables,
  variableOf,
} from "./configuration-keys.ts";
import { fromFile } from "./from-file.ts";

/** What holds for one key, where it comes from, and what is wrong with it. No value has a password in it. */
export type HeldKey = {
  key: ConfigurationKey;
  variable: string;
  /** Absent where nothing is said and nothing is usual. */
  value?: string;
  from: "environment" | "file" | "usual";
  file?: string;
  fault?: string;
};

/** What holds for a service that is started now with no options: of each key, what the environment or the file says, or what is usual. */
export function heldConfiguration(program: Command): HeldKey[] {
  return keyNames.map((key) => heldKey(key, optionOf(program, variableOf(key))));
}

/** The option of a service that a variable stands for. */
function optionOf(program: Command, variable: string): Option | undefined {
  const serve = program.commands.find((each) => each.name() === "serve");
  return serve?.options.find(({ envVar }) => envVar === variable);
}

function heldKey(key: ConfigurationKey, option: Option | undefined): HeldKey {
  const variable = variableOf(key);
  const said = process.env[variable];
  if (said === undefined) {
    const usual = key === "database" ? defaultDatabaseUrl(process.env, process.platform, homedir()) : usualOf(option);
    return { key, variable, ...(usual !== undefined && { value: usual }), from: "usual" };
  }
  const file = fromFile(variable)?.file;
  const value = isDatabase(key) ? said.split(",").map(shownDatabaseUrl).join(",") : withoutPasswords(said);
  const fault = faultOf(key, option, said);
  return {
    ...{ key, variable, value, from: file === undefined ? "environment" : "file" },
    ...(file !== undefined && { file }),
    ...(fault !== undefined && { fault: withoutPasswords(fault) }),
  };
}

function isDatabase(key: ConfigurationKey): boolean {
  return configurationKeys[key] === "database";
}

/** What is usual for an option, as its help says it. */
export function usualOf(option: Option | undefined): string | undefined {
  if (option?.defaultValue === undefined) return undefined;
  return option.defaultValueDescription ?? String(option.defaultValue);
}

function faultOf(key: ConfigurationKey, option: Option | undefined, text: string): string | undefined {
  try {
    if (isDatabase(key)) text.split(",").forEach(readDatabaseUrl);
    if (option?.argChoices && !option.argChoices.includes(text)) return `It is one of ${option.argChoices.join(", ")}.`;
    option?.parseArg?.(text, undefined);
    return undefined;
  } catch (error) {
    if (error instanceof InvalidArgumentError || isDatabase(key)) return (error as Error).message;
    throw error;
  }
}

/** The values with which a service would start now, by key; what cannot be used is left out. */
export function usableValues(program: Command): Readonly<Record<string, unknown>> {
  const values = heldConfiguration(program).flatMap(({ key, variable, fault }): [string, unknown][] => {
    const option = optionOf(program, variable);
    const said = process.env[variable];
    if (said === undefined || fault !== undefined) return [[key, option?.defaultValue]];
    return [[key, option?.parseArg ? option.parseArg(said, undefined) : said]];
  });
  return Object.fromEntries(values.filter(([, value]) => value !== undefined));
}

/** Variables of the environment that begin as Heed's do and that no command reads, each with the one that was probably meant. */
export function unknownVariables(): string[] {
  const known = [...keyNames.map(variableOf), ...otherVariables];
  return Object.keys(process.env)
    .filter((name) => name.startsWith("HEED_") && !/^HEED_(TEST|REQUIRE|UPDATE)_/.test(name) && !known.includes(name))
    .map((name) => `${name}${didYouMean(name, known)}`);
}
