import type { AssessedLevel, Instant, Reader, Settings } from "@heed/core";
import type { MatrixCell } from "@heed/core/progress/progress-matrix";
import type { ProgressMatrixFilter, ProgressMatrixLine } from "@heed/core/read-models/tracker-store";
import type { Sql } from "../../connection/sql.ts";
import { linesOf } from "../progress-matrix.ts";
import { knownFollowUps } from "./known-follow-ups.ts";

/** As readProgressMatrix(), by what had been recorded at a moment: counted one follow-up after the other (D16). */
export async function readProgressMatrixKnownAt(
  sql: Sql,
  reader: Reader,
  filter: Omit<ProgressMatrixFilter, "knownAt">,
  knownAt: Instant,
  settings: Settings,
): Promise<readonly ProgressMatrixLine[]> {
  type Counting = MatrixCell & { byAssessed: Partial<Record<AssessedLevel, number>> };
  const cells = new Map<string, Counting>();
  for await (const { case: known, standing, reportingYear } of knownFollowUps(sql, reader, filter, knownAt, settings)) {
    if (standing.role === "forInformation") continue;
    const { addressee } = known.followUp;
    const key = `${reportingYear} ${addressee}`;
    const cell: Counting = cells.get(key) ?? { addressee, reportingYear, byAssessed: {} };
    cell.byAssessed[standing.assessed] = (cell.byAssessed[standing.assessed] ?? 0) + 1;
    cells.set(key, cell);
  }
  return linesOf(sql, [...cells.values()]);
}
