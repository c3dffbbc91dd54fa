import { DomainError } from "@heed/core";
import { derivationVersion } from "@heed/core/follow-up/standing/projection";
import type { Database, Sql } from "../connection/sql.ts";

export async function derivedBy(sql: Sql): Promise<number> {
  const [row] = await sql.all<{ version: number }>("SELECT version FROM derivation WHERE id = 1");
  return row?.version ?? 0;
}

/** Throws databaseOlder or databaseNewer when the stored rows were derived by other rules than this program's. */
export async function requireCurrentDerivation(database: Database): Promise<void> {
  const version = await derivedBy(database);
  if (version < derivationVersion)
    throw new DomainError(
      "databaseOlder",
      "older rules derived what this database keeps; derive it again with: heed database upgrade",
    );
  refuseNewer(version);
}

/** Errors: databaseNewer. */
export function refuseNewer(version: number): void {
  if (version > derivationVersion)
    throw new DomainError(
      "databaseNewer",
      "newer rules derived what this database keeps; use the program that derived it, or a newer one",
    );
}
