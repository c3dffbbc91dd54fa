import { dirname, resolve } from "node:path";
import { DomainError, type Issue } from "@heed/core";
import { didYouMean } from "@heed/core/text/nearest";
import { readKeyValues } from "@heed/files";
import { type ConfigurationKey, configurationKeys, keyNames, variableOf } from "./configuration-keys.ts";
import { noteFromFile } from "./from-file.ts";

/**
 * Gives the environment of this process what a configuration file says and the environment does not. A path is taken from the folder
 * of the file. Errors: unreadableFile; invalidInput for a key that there is not, or a value that is no text, number or list of them.
 */
export async function readConfiguration(path: string): Promise<void> {
  const held = await readKeyValues(path);
  const unknown = [...held.keys()].filter((key) => !isKey(key));
  if (unknown.length > 0) throw unknownKeys(path, unknown);
  for (const key of keyNames) {
    const [value, variable] = [held.get(key), variableOf(key)];
    if (value === undefined || process.env[variable] !== undefined) continue;
    process.env[variable] = inFolder(dirname(resolve(path)), key, value);
    noteFromFile(variable, key, path);
  }
}

function isKey(key: string): key is ConfigurationKey {
  return Object.hasOwn(configurationKeys, key);
}

function unknownKeys(path: string, keys: readonly string[]): DomainError {
  const issues = keys.map((name): Issue => {
    return { file: path, name, detail: `there is no such key${didYouMean(name, keyNames)}` };
  });
  const [first] = issues;
  const more = issues.length > 1 ? ` (and ${issues.length - 1} more)` : "";
  return new DomainError("invalidInput", `${path}, ${first?.name}: ${first?.detail}${more}`, issues);
}

function inFolder(folder: string, key: ConfigurationKey, text: string): string {
  const kind = configurationKeys[key];
  // The place of files may be a bucket.
  if (kind === "path" && text !== "" && !text.startsWith("s3://")) return resolve(folder, text);
  if (kind === "database" && text.startsWith("file:")) return `file:${resolve(folder, text.slice("file:".length))}`;
  return text;
}
