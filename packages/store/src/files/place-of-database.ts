import { readDatabaseUrl } from "../connection/database-url.ts";
import type { Database } from "../connection/sql.ts";
import { type Bucket, bucketPlace } from "./bucket-place.ts";
import type { FilePlace } from "./file-place.ts";
import { folderPlace } from "./folder-place.ts";
import { tablePlace } from "./table-place.ts";

/** Where the files of a database are, if not in its usual place: in a folder, or in a bucket of an object store. */
export type FilesAt = string | Bucket;

/** The place of a database's files: the one that is named, or else a folder beside the file of SQLite, or PostgreSQL itself. */
export function filePlaceOf(database: Database, at?: FilesAt): FilePlace {
  if (at !== undefined) return placeAt(at);
  const target = readDatabaseUrl(database.url);
  return target.dialect === "sqlite" ? folderPlace(folderBeside(target.file)) : tablePlace(database);
}

/** The same for files that do not lie in the database. Errors: an error where they do. */
export function placeBeside(url: string, at?: FilesAt): FilePlace {
  if (at !== undefined) return placeAt(at);
  const target = readDatabaseUrl(url);
  if (target.dialect === "sqlite") return folderPlace(folderBeside(target.file));
  throw new Error("the files lie in the database");
}

function placeAt(at: FilesAt): FilePlace {
  return typeof at === "string" ? folderPlace(at) : bucketPlace(at);
}

/** The folder of the files of a database of SQLite, or of its backup. */
export function folderBeside(file: string): string {
  return `${file}.files`;
}
