/** The counts of some rows by their codes, zero for a code that no row has; a row without a code counts for none. */
export function totalsBy<Row extends { count: number }, Code extends string>(
  rows: readonly Row[],
  codes: readonly Code[],
  codeOf: (row: Row) => Code | undefined,
): Record<Code, number> {
  const totals = Object.fromEntries(codes.map((code) => [code, 0])) as Record<Code, number>;
  for (const row of rows) {
    const code = codeOf(row);
    if (code !== undefined) totals[code] += row.count;
  }
  return totals;
}

export function totalOf(rows: readonly { count: number }[]): number {
  return rows.reduce((sum, { count }) => sum + count, 0);
}
