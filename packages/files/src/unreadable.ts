import { DomainError } from "@heed/core";

/** Where in a file: a line of a text, or a row of a workbook's sheet. */
export type FilePlace = { row?: number; sheet?: string };

/** The error of a file that cannot be read, with the place where it goes wrong when there is one. */
export function unreadable(path: string, detail: string, place: FilePlace = {}): DomainError {
  const { row, sheet } = place;
  const words = [
    path,
    ...(sheet === undefined ? [] : [`sheet ${sheet}`]),
    ...(row === undefined ? [] : [`${sheet === undefined ? "line" : "row"} ${row}`]),
  ];
  return new DomainError("unreadableFile", `${words.join(", ")}${words.length > 1 ? "," : ""} ${detail}`, [
    { file: path, ...place, detail },
  ]);
}
