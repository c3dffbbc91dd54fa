import { existsSync } from "node:fs";
import { stat, statfs } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname } from "node:path";
import { readDatabaseUrl } from "@heed/store";
import { type Finding, fault, fine, warning } from "./finding.ts";
import type { Installation } from "./installation.ts";

const part = "disk";
const megabyte = 1_000_000;

/** Bytes below which something will soon not be written, and below which an operator should know. */
const [tooFew, few] = [100 * megabyte, 1000 * megabyte];

/** The room where the database of SQLite, the files, the backups and temporary files lie; and who may read the database. */
export async function checkDisk({ url, filesAt, backupFolder }: Installation): Promise<Finding[]> {
  const target = readDatabaseUrl(url);
  const file = target.dialect === "sqlite" ? target.file : undefined;
  // What cannot be used is told with the configuration.
  const at = await filesAt().catch(() => undefined);
  const folders = [file && dirname(file), typeof at === "string" ? at : undefined, backupFolder, tmpdir()].filter(
    (folder): folder is string => folder !== undefined && existsSync(folder),
  );
  const found: Finding[] = [];
  for (const folder of new Set(folders)) {
    const { bavail, bsize } = await statfs(folder);
    const free = bavail * bsize;
    const what = `${folder} has ${Math.round(free / megabyte)} MB left`;
    if (free < few) found.push((free < tooFew ? fault : warning)(part, `${what}.`, "Make room there."));
    else found.push(fine(part, `${what}.`));
  }
  return [...found, ...(file !== undefined && existsSync(file) ? await openToOthers(file) : [])];
}

async function openToOthers(file: string): Promise<Finding[]> {
  const { mode } = await stat(file);
  if ((mode & 0o077) === 0) return [];
  return [warning(part, `Others than its owner can read ${file}.`, `chmod 600 ${file}`)];
}
