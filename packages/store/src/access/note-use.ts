import type { Instant } from "@heed/core";
import type { Database, Sql } from "../connection/sql.ts";

const toTheMinute = 60_000;

/**
 * Notes that a token or a session was used, at most once a minute, so that reading stays cheap. Runs beside the request and waits
 * for no lock; when it fails, the next use is noted instead. `at` is in UTC.
 */
export function noteUse(
  database: Database,
  lastUsedAt: Instant | null,
  at: Instant,
  note: (sql: Sql) => Promise<unknown>,
): void {
  if (lastUsedAt !== null && Date.parse(at) - Date.parse(lastUsedAt) < toTheMinute) return;
  database.transaction(note, { together: true }).catch(() => undefined);
}
