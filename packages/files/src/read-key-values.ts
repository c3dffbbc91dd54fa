import { KeyValues } from "@heed/core/text/key-values";
import { readYaml } from "./read-yaml.ts";

/**
 * A YAML or JSON file of one level, each value as a text and a list with commas between. Errors: unreadableFile; invalidInput for a
 * value that is no text, number or list of them.
 */
export async function readKeyValues(path: string): Promise<ReadonlyMap<string, string>> {
  const { value } = await readYaml(path, KeyValues, "invalidInput");
  return new Map(Object.entries(value).map(([key, each]) => [key, Array.isArray(each) ? each.join(",") : `${each}`]));
}
