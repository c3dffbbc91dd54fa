import type { FileRow } from "@heed/core/mapping/reading/map-row";
import { columnName } from "@heed/core/text/plain-text";
import type { Progress } from "../source/decoded-text.ts";
import { readWholeFile, textOf } from "../source/read-whole-file.ts";
import { unreadable } from "../source/unreadable.ts";
import type { OpenedRows } from "../table/opened-rows.ts";
import { exactJson, RepeatedKey } from "./exact-json.ts";
import { JsonColumns, type JsonRecord, kindOf, recordOf, rowOf } from "./json-record.ts";

export type JsonOptions = {
  /** The path of the list of records, such as `data.items`. When it is left out, the file itself is the list. */
  at?: string;
  onProgress?: Progress;
};

/**
 * The records of a JSON file's list, numbered from 1. The file is read as a whole. Throws unreadableFile with the
 * place.
 */
export async function openJson(path: string, { at, onProgress }: JsonOptions = {}): Promise<OpenedRows> {
  const whole = parsed(path, textOf(path, await readWholeFile(path)));
  const list = listAt(path, whole, at);
  const columns = new JsonColumns();
  const records = list.map((each, index) => {
    const record = recordOf(path, each, { record: index + 1 });
    columns.add(path, record, { record: index + 1 });
    return record;
  });
  return {
    header: [...columns.paths],
    rows: rowsOf(records, onProgress),
    valueAt: (place) => valueAt(path, whole, place),
  };
}

async function* rowsOf(records: readonly JsonRecord[], onProgress?: Progress): AsyncGenerator<FileRow> {
  for (const [index, record] of records.entries()) {
    yield rowOf(index + 1, record);
    if (index % 1000 === 999 || index === records.length - 1) onProgress?.({ done: index + 1, total: records.length });
  }
}

function parsed(path: string, text: string): unknown {
  try {
    return exactJson(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    if (error instanceof RepeatedKey) throw unreadable(path, error.message, { row: error.line });
    const why = error instanceof Error ? error.message : String(error);
    const position = Number(/position (\d+)/.exec(why)?.[1] ?? text.length);
    throw unreadable(path, `is not JSON: ${why}`, { row: text.slice(0, position).split(/\r\n|\r|\n/).length });
  }
}

/** The list at a path. When there is no list, the error names the lists that the file has. */
function listAt(path: string, whole: unknown, at: string | undefined): readonly unknown[] {
  let value = whole;
  const passed: string[] = [];
  for (const key of at?.split(".") ?? []) {
    const keys = typeof value === "object" && value !== null && !Array.isArray(value) ? Object.keys(value) : [];
    const found = keys.find((each) => columnName(each) === columnName(key));
    if (found === undefined) {
      const where = passed.length === 0 ? "at its top" : `at ${passed.join(".")}`;
      const there = keys.length === 0 ? `is ${kindOf(value)}` : `has ${keys.slice(0, 20).join(", ")}`;
      throw unreadable(path, `has nothing at ${at} (file.at of the mapping): ${where} it ${there}`);
    }
    value = (value as Readonly<Record<string, unknown>>)[found];
    passed.push(key);
  }
  if (!Array.isArray(value)) {
    const lists = listsIn(value, passed);
    const advice = lists.length === 0 ? "" : `; name a list in the mapping, under file.at: ${lists.join(" or ")}`;
    throw unreadable(
      path,
      `${at === undefined ? "is" : `holds at ${at}`} ${kindOf(value)}, not a list of records${advice}`,
    );
  }
  if (value.length === 0)
    throw unreadable(path, `${at === undefined ? "is" : `holds at ${at}`} a list without records`);
  return value;
}

/** A value outside the list: a text, a number, or a list of them with a line for each. */
function valueAt(path: string, whole: unknown, at: string): string | undefined {
  let value = whole;
  for (const key of at.split(".")) {
    if (typeof value !== "object" || value === null) return undefined;
    const found = Object.entries(value).find(([each]) => columnName(each) === columnName(key));
    value = found?.[1];
  }
  return recordOf(path, { value }, {}).values.get("value");
}

function listsIn(value: unknown, path: readonly string[]): string[] {
  if (Array.isArray(value)) return [path.join(".")];
  if (typeof value !== "object" || value === null || path.length > 3) return [];
  return Object.entries(value)
    .flatMap(([key, each]) => listsIn(each, [...path, key]))
    .slice(0, 10);
}
