import type { Issue } from "@heed/core";

/** The reader decides what a crossed-out text means: it stays, and is told. */
export function struckNote(column: string, struck: string): Issue {
  const detail = `the column ${column} has text that is struck through, and is read as any other text`;
  return { name: column, value: struck, detail };
}

/** A property that a document switches on: by its name alone, or by its value. */
export function isOn(value: string | undefined): boolean {
  return !/^(0|false|off|none)$/.test(value ?? "");
}
