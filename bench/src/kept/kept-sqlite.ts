import { copyFileSync, existsSync, readdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { heed } from "../heed.ts";
import { digestOf, folder } from "./folder.ts";

/**
 * The SQLite file of a name. It is filled unless one is kept; one with an older schema is copied and upgraded, which is
 * faster. `fill` gets the path of a file that is not there yet.
 */
export async function keptSqlite(name: string, fill: (file: string) => void | Promise<void>): Promise<string> {
  const file = join(folder, `${name}-${digestOf("packages/store/migrations/sqlite")}.sqlite`);
  if (existsSync(file)) return file;
  const older = readdirSync(folder).find((each) => each.startsWith(`${name}-`) && each.endsWith(".sqlite"));
  if (older !== undefined && upgradedCopy(join(folder, older), file)) return file;
  process.stderr.write(`filling ${file}\n`);
  const partial = `${file}.partial`;
  for (const suffix of ["", "-wal", "-shm"]) rmSync(partial + suffix, { force: true });
  await fill(partial);
  renameSync(partial, file);
  for (const suffix of ["-wal", "-shm"]) rmSync(partial + suffix, { force: true });
  return file;
}

function upgradedCopy(older: string, file: string): boolean {
  const copy = `${file}.copy`;
  copyFileSync(older, copy);
  try {
    heed(`file:${copy}`, "database", "upgrade");
  } catch {
    // It is newer than this program.
    rmSync(copy);
    return false;
  }
  renameSync(copy, file);
  return true;
}
