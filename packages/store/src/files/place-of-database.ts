import { readDatabaseUrl } from "../connection/database-url.ts";
import type { Database } from "../connection/sql.ts";
import type { FilePlace } from "./file-place.ts";
import { folderPlace } from "./folder-place.ts";
import { tablePlace } from "./table-place.ts";

/** The place of a database's files: a folder that is named, or else one beside the file of SQLite, or PostgreSQL itself. */
export function filePlaceOf(database: Database, folder?: string): FilePlace {
  if (folder !== undefined) return folderPlace(folder);
  const target = readDatabaseUrl(database.url);
  return target.dialect === "sqlite" ? folderPlace(folderBeside(target.file)) : tablePlace(database);
}

/** The same for files that lie in a folder. Errors: an error where they lie in the database. */
export function folderPlaceOf(url: string, folder?: string): FilePlace {
  if (folder !== undefined) return folderPlace(folder);
  const target = readDatabaseUrl(url);
  if (target.dialect === "sqlite") return folderPlace(folderBeside(target.file));
  throw new Error("the files lie in the database");
}

/** The folder of the files of a database of SQLite, or of its backup. */
export function folderBeside(file: string): string {
  return `${file}.files`;
}
