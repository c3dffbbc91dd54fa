import type { Sql } from "../connection/sql.ts";
import type { Where } from "../statements/where.ts";

/**
 * Where a list reads: the record, or the record as it was known at a moment, under the same names of tables. A list says
 * which follow-ups it may need, and reads afterwards.
 */
export interface Source extends Sql {
  /**
   * Derives the follow-ups `f` of recommendations `r` in reports `p` that fulfil conditions on what is recorded. Absent for
   * the record itself, which keeps all follow-ups derived.
   */
  derive?(which: Where): Promise<void>;
}
