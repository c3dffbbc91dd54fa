/** A cell of a sheet as people name it: column 0 of row 7 is A7. */
export function cellName(column: number, row: number): string {
  const letters: string[] = [];
  for (let rest = column; rest >= 0; rest = (rest - (rest % 26)) / 26 - 1)
    letters.unshift(String.fromCharCode(65 + (rest % 26)));
  return `${letters.join("")}${row}`;
}
