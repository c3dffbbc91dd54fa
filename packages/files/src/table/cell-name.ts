/** A cell as people name it: column 0 of row 7 is A7. */
export function cellName(column: number, row: number): string {
  let letters = "";
  for (let rest = column; rest >= 0; rest = Math.floor(rest / 26) - 1)
    letters = String.fromCharCode(65 + (rest % 26)) + letters;
  return `${letters}${row}`;
}

/** The column of a cell's name, from 0: that of A7 is 0. */
export function columnAt(name: string): number {
  let column = 0;
  for (const letter of /^[A-Z]*/.exec(name)?.[0] ?? "") column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}
