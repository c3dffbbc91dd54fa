import { DomainError } from "@heed/core";

/** Where in a file: a line of a text, a row of a workbook's sheet, or a record of a list, from 1. */
export type FilePlace = { row?: number; sheet?: string; record?: number };

/** The error of a file that cannot be read, with the place where it goes wrong when there is one. */
export function unreadable(path: string, detail: string, place: FilePlace = {}): DomainError {
  const { row, sheet, record } = place;
  const words = [
    path,
    ...(sheet === undefined ? [] : [`sheet ${sheet}`]),
    ...(row === undefined ? [] : [`${sheet === undefined ? "line" : "row"} ${row}`]),
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
