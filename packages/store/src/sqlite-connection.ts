import { pathToFileURL } from "node:url";
import { DomainError } from "@heed/core";
import Libsql from "libsql";
import { applicationId } from "./application-id.ts";
import { sqliteFailure } from "./sqlite-failure.ts";

export type Connection = InstanceType<typeof Libsql>;

/** Milliseconds within which a lock is waited for in the driver, which stops the whole process; longer waits are by timers. */
const shortWait = 10;

/**
 * Opens a database of Heed and leaves it as it is. It waits for a lock in the driver, which stops the process meanwhile.
 * Errors: databaseForeign; those of sqliteFailure().
 */
export function connectAsItIs(file: string, milliseconds: number): Connection {
  // A file that is not there is not made.
  const connection = translated(() => new Libsql(`${pathToFileURL(file).href}?mode=rw`, { timeout: milliseconds }));
  try {
    translated(() => requireOurs(connection, file));
    return connection;
  } catch (error) {
    connection.close();
    throw error;
  }
}

/** Opens a database of Heed. Errors: databaseForeign, before anything of the file is changed; those of sqliteFailure(). */
export function connect(file: string): Connection {
  const connection = connectAsItIs(file, shortWait);
  try {
    return translated(() => {
      // Every acknowledged write survives a kill and a power cut.
      const durable = ["journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON"];
      // What is staged or sorted beyond the cache goes to a file of the system's temporary folder: the driver would keep it in memory.
      const bounded = ["cache_size = -32768", "temp_store = FILE"];
      for (const pragma of [...durable, ...bounded]) connection.pragma(pragma);
      return connection;
    });
  } catch (error) {
    connection.close();
    throw error;
  }
}

/** An empty file is nobody's yet; a database of before has no mark, but the tables. */
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

/** Does something with the driver, whose errors become the domain's. */
export function translated<Result>(work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    throw sqliteFailure(error);
  }
}
