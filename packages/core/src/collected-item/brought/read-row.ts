import type { Issue } from "../../domain-error.ts";
import { type DateValue, readDate } from "../../mapping/date-value.ts";
import type { FileRow } from "../../mapping/reading/map-row.ts";
import { type RowReading, readText, reject } from "../../mapping/reading/read-value.ts";
import type { ItemKindName } from "../item-kinds.ts";
import { contentFields } from "../typed-content.ts";
import type { ItemMapping } from "./item-mapping.ts";

/** A row of a table as it is read: the text of each property for which the table has something to say, and what cannot be read. */
export type ReadRow = {
  place: Pick<Issue, "row" | "line" | "sheet">;
  typed: ReadonlyMap<string, string>;
  rejected: readonly Issue[];
  warnings: readonly Issue[];
};

export function readRow(kind: ItemKindName, { item }: ItemMapping, row: FileRow): ReadRow {
  const { row: number, line, sheet, cells, facts, faults = {}, precisions = {}, daySystem, notes = [] } = row;
  const place = { row: number, ...(line !== undefined && { line }), ...(sheet !== undefined && { sheet }) };
  const reading: RowReading = {
    cells: { ...cells, ...facts },
    ...{ faults, precisions, language: "en", rejected: [], warnings: [], beforeReport: "refuse" },
    ...(daySystem && { daySystem }),
  };
  const days = new Set(contentFields(kind).flatMap(({ name, kind: is }) => (is === "day" ? [name] : [])));
  const typed = new Map(
    Object.entries(item).map(([name, value]) => {
      const text = (readText(value, reading) ?? "").replaceAll("\r\n", "\n");
      return [name, days.has(name) && text !== "" ? dayIn(text, value, reading) : text];
    }),
  );
  return { place, typed, rejected: reading.rejected, warnings: [...notes, ...reading.warnings] };
}

function dayIn(text: string, value: DateValue, reading: RowReading): string {
  const read = readDate(text, value, reading);
  if ("on" in read && read.precision === "day") return read.on;
  reject(value, reading, text, "unreadable" in read ? read.unreadable : "is no day");
  return text;
}
