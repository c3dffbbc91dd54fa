import { DomainError } from "@heed/core";

/** Where in a file: a line of a text, a row of a workbook's sheet or of a Word file's table, or a record of a list, from 1. */
export type FilePlace = { row?: number; sheet?: string; record?: number; table?: number };

/** The error of a file that cannot be read, with the place where it goes wrong when there is one. */
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
