export { cellName } from "@heed/core/text/cell-name";

/** The column of a cell's name, from 0: that of A7 is 0. */
export function columnAt(name: string): number {
  let column = 0;
  for (const letter of /^[A-Z]*/.exec(name)?.[0] ?? "") column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}
