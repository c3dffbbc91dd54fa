import type { Id } from "@heed/core";
import type { ImportPlan } from "@heed/core/mapping/reading/import-row";
import type { Sql } from "../connection/sql.ts";
import type { RowLines } from "./row-lines.ts";

/** A character that occurs in no name or reference separates the parts of a key. */
export const separator = "\u001f";

/**
 * What every step of one import uses (docs/decisions/0013). Each step is a set of statements for all rows, never row by row.
 */
export type ImportContext = {
  sql: Sql;
  runId: Id;
  plan: ImportPlan;
  lines: RowLines;
  file: string;
  at: string;
  /** A known reference with another text becomes a new version (R65). */
  acceptCorrections: boolean;
  /** A new recommendation may take a reference that another one had before a correction. */
  reuseReferences: boolean;
  actor: string;
  systemUser: string;
};
