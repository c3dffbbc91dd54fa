import { DomainError } from "@heed/core";

/** A place in a file, from 1: a line of a text, a row of a sheet or of a Word table, or a record of a list. */
export type FilePlace = { row?: number; sheet?: string; record?: number; table?: number };

/** The error for a file that cannot be read, with the place of the fault when there is one. */
export function unreadable(path: string, detail: string, place: FilePlace = {}): DomainError {
  const { row, sheet, record, table } = place;
  const words = [
    path,
    ...(sheet === undefined ? [] : [`sheet ${sheet}`]),
    ...(table === undefined ? [] : [`table ${table}`]),
    ...(row === undefined ? [] : [`${(sheet ?? table) === undefined ? "line" : "row"} ${row}`]),
    ...(record === undefined ? [] : [`record ${record}`]),
  ];
  return new DomainError("unreadableFile", `${words.join(", ")}${words.length > 1 ? "," : ""} ${detail}`, [
    {
      file: path,
      ...(sheet !== undefined && { sheet }),
      ...((row ?? record) !== undefined && { row: row ?? record }),
      detail,
    },
  ]);
}
