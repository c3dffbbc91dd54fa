import { resolve } from "node:path";
import { connectAsItIs, translated } from "../connection/sqlite-connection.ts";

const patience = 5_000;

/**
 * Copies the database at one moment into an empty file, while others read and write. Changes that are still in the
 * write-ahead log are included. The source file stays as it is. Errors: those of sqliteFailure(); databaseForeign.
 */
export function copySqlite(from: string, to: string): void {
  const connection = connectAsItIs(from, patience);
  try {
    translated(() => connection.exec(`VACUUM INTO '${resolve(to).replaceAll("'", "''")}'`));
  } finally {
    connection.close();
  }
}
