import type { FileRow } from "@heed/core/mapping/reading/map-row";
import type { CellFault } from "@heed/core/mapping/reading/read-value";
import { showsNothing } from "@heed/core/text/bounded-text";
import { invalidCharacterIn } from "@heed/core/text/invalid-character";
import { columnName } from "@heed/core/text/plain-text";
import { type FilePlace, unreadable } from "../source/unreadable.ts";
import { faultsOf, withFaults } from "../table/cell-fault.ts";
import { rowDigest } from "../table/row-digest.ts";

/** One record of a JSON file. */
export type JsonRecord = {
  /** The values by their path. */
  values: ReadonlyMap<string, string>;
  /** What stands at a path that has values below it: an object, or a list that holds more than texts. */
  structures: ReadonlyMap<string, string>;
};

const maxDepth = 50;

/**
 * The values of a record by their path, such as `response.position`. Texts stay as they are; numbers, true and false
 * are written as in JSON; null is blank. A list of values is one cell with a line for each value; objects in a list are
 * numbered from 0, as in `answers.0.date`. Throws unreadableFile when the value is not an object.
 */
export function recordOf(path: string, value: unknown, place: FilePlace): JsonRecord {
  if (kindOf(value) !== "an object") throw unreadable(path, `is ${kindOf(value)}, not an object`, place);
  const values = new Map<string, string>();
  const structures = new Map<string, string>();
  gather(value, "", 0);
  return { values, structures };

  function gather(each: unknown, at: string, depth: number): void {
    if (depth > maxDepth) throw unreadable(path, `has more than ${maxDepth} levels at ${at}`, place);
    if (typeof each !== "object" || each === null) put(at, each === null ? "" : String(each));
    else if (Array.isArray(each) && each.every((one) => typeof one !== "object" || one === null))
      put(at, each.map((one) => (one === null ? "" : String(one))).join("\n"));
    else {
      if (at !== "") structures.set(columnName(at), kindOf(each));
      for (const [key, one] of Object.entries(each)) gather(one, at === "" ? key : `${at}.${key}`, depth + 1);
    }
  }

  function put(key: string, text: string): void {
    const fault = invalidCharacterIn(key);
    if (fault !== undefined) throw unreadable(path, `has a key that ${fault}`, place);
    const at = columnName(key);
    if (values.has(at)) throw unreadable(path, `has two values at ${at}: a key with a dot, and a path`, place);
    values.set(at, text);
  }
}

/** A record as a row of a file; the columns are the paths of all records. */
export function rowOf(row: number, record: JsonRecord): FileRow {
  const cells = [...record.values].sort(([a], [b]) => (a < b ? -1 : 1));
  const faults = { ...faultsOf(cells), ...structureFaults(record) };
  return { row, digest: rowDigest(cells.flat()), cells: Object.fromEntries(cells), ...withFaults(faults) };
}

/** A mapping that reads a value at a path rejects a record that has an object or such a list there with something in it. */
function structureFaults({ values, structures }: JsonRecord): Record<string, CellFault> {
  const faults: Record<string, CellFault> = {};
  for (const [at, kind] of structures) {
    const below = [...values].filter(([path, text]) => path.startsWith(`${at}.`) && !showsNothing(text));
    const [first] = below;
    if (first === undefined) continue;
    const detail = `is ${kind}${kind === "a list" ? " that holds more than texts" : ""}, where the mapping reads a text; its values are at ${first[0]}${below.length > 1 ? " and others" : ""}`;
    faults[at] = { value: "", detail };
  }
  return faults;
}

const maxColumns = 10_000;

/** The paths of all records, in the order in which they first occur. */
export class JsonColumns {
  readonly paths = new Set<string>();

  add(path: string, record: JsonRecord, place: FilePlace): void {
    for (const each of record.values.keys()) this.paths.add(each);
    if (this.paths.size > maxColumns)
      throw unreadable(path, `brings the number of different keys above ${maxColumns}`, place);
  }
}

/** What a value is, in words. */
export function kindOf(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "a list";
  const words = { object: "an object", string: "a text", number: "a number", boolean: "true or false" };
  return words[typeof value as keyof typeof words] ?? "nothing";
}
