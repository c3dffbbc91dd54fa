import { pathToFileURL } from "node:url";
import { DomainError } from "@heed/core";
import Libsql from "libsql";
import { applicationId } from "./application-id.ts";
import { sqliteFailure } from "./sqlite-failure.ts";

export type Connection = InstanceType<typeof Libsql>;

/** Milliseconds to wait for a lock inside the driver, which blocks the whole process; longer waits use timers. */
const shortWait = 10;

/**
 * Opens a database of Heed and changes nothing in it. Waiting for a lock blocks the process. Errors: databaseForeign;
 * those of sqliteFailure().
 */
export function connectAsItIs(file: string, milliseconds: number): Connection {
  // A missing file is not created.
  const connection = translated(() => new Libsql(`${pathToFileURL(file).href}?mode=rw`, { timeout: milliseconds }));
  try {
    translated(() => requireOurs(connection, file));
    return connection;
  } catch (error) {
    connection.close();
    throw error;
  }
}

/**
 * Opens a file that nobody uses, such as a backup, without any file beside it: it may be on a medium that cannot be
 * written. Errors: as connectAsItIs().
 */
export function connectUnused(file: string): Connection {
  const connection = translated(() => new Libsql(`${pathToFileURL(file).href}?mode=ro&immutable=1`));
  try {
    translated(() => requireOurs(connection, file));
    return connection;
  } catch (error) {
    connection.close();
    throw error;
  }
}

/**
 * Opens a database of Heed. Errors: databaseForeign, before anything in the file is changed; those of sqliteFailure().
 */
export function connect(file: string): Connection {
  const connection = connectAsItIs(file, shortWait);
  try {
    return translated(() => {
      // Every acknowledged write survives a killed process and a power failure.
      const durable = ["journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON"];
      // What is staged or sorted beyond the cache goes to a file in the system's temporary folder; by default the
      // driver would keep it in memory.
      const bounded = ["cache_size = -32768", "temp_store = FILE"];
      for (const pragma of [...durable, ...bounded]) connection.pragma(pragma);
      return connection;
    });
  } catch (error) {
    connection.close();
    throw error;
  }
}

/** An empty file is accepted. An older database has our tables, but not the application id. */
function requireOurs(connection: Connection, file: string): void {
  const id = pragmaNumber(connection, "application_id");
  if (id === applicationId) return;
  const [{ tables, ours }] = connection
    .prepare(
      `SELECT count(*) AS tables, count(*) FILTER (WHERE name IN ('_prisma_migrations', 'follow_up')) AS ours
       FROM sqlite_master`,
    )
    .all() as [{ tables: number; ours: number }];
  if (id === 0 && (tables === 0 || ours === 2)) return;
  throw new DomainError("databaseForeign", `${file} is the database of another program; it was left as it is`);
}

export function pragmaNumber(connection: Connection, name: string): number {
  const [row] = connection.pragma(name) as unknown as Record<string, number>[];
  return row?.[name] ?? 0;
}

/** Runs work with the driver, and turns its errors into errors of the domain. */
export function translated<Result>(work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    throw sqliteFailure(error);
  }
}
