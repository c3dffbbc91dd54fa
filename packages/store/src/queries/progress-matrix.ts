import { type MatrixCell, progressMatrixOf } from "@heed/core/progress/progress-matrix";
import type { ProgressMatrixFilter, ProgressMatrixLine } from "@heed/core/read-models/tracker-store";
import type { Sql } from "../connection/sql.ts";
import { progressCountsOn } from "../derived/progress-counts.ts";
import { byBytes } from "../tables/follow-up-digest.ts";
import { organizationRefs } from "./organization-refs.ts";

/** From the kept counts: the projections have no row of a draft, so every reader gets the same answer. */
export async function readProgressMatrix(
  sql: Sql,
  filter: Omit<ProgressMatrixFilter, "knownAt">,
): Promise<readonly ProgressMatrixLine[]> {
  return linesOf(sql, await progressCountsOn(sql, filter));
}

export async function linesOf(sql: Sql, cells: readonly MatrixCell[]): Promise<readonly ProgressMatrixLine[]> {
  const matrix = progressMatrixOf(cells);
  const organizations = await organizationRefs(
    sql,
    matrix.map(({ addressee }) => addressee),
  );
  return matrix
    .map((line) => ({ ...line, addressee: organizations.get(line.addressee) }))
    .sort((a, b) => byBytes(a.addressee.code, b.addressee.code));
}
