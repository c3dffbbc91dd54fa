import { DomainError } from "@heed/core";
import type { RegisterResult } from "@heed/core/register/register-result";
import type { Database } from "../connection/sql.ts";

/** The same results once what was erased is out of the files of the database too; with a warning where others kept it from that. */
export async function purged(
  database: Database,
  results: readonly RegisterResult[],
): Promise<readonly RegisterResult[]> {
  try {
    await database.purge();
    return results;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const detail = `it is erased from the record, and not yet from free pages of the database's file (${error.message}); the next erasure clears those too`;
    return results.map((result) => ({ ...result, warnings: [...result.warnings, { detail }] }));
  }
}
