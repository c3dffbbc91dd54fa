import type { Id, Instant } from "@heed/core";
import { lockAuditExclusively, lockBytes } from "../audit/audit-lock.ts";
import type { Database, Sql } from "../connection/sql.ts";
import { inUtc } from "../tables/entry-rows.ts";
import type { FilePlace } from "./file-place.ts";
import { removeLeftovers } from "./receive-file.ts";

/** What was removed: files that were brought and that neither an entry nor a draft names, the bytes that nothing names, and what came in only in part. */
export type Cleaned = { uploads: number; files: number; leftovers: number };

/** How long a file waits for an act that names it, in milliseconds. */
const patience = 86_400_000;

/**
 * Removes what nothing names a day after it was brought. Acts and uploads wait while the rows are removed, so that none loses a file
 * that it names. The bytes go afterwards, one by one, and only where nothing names them then: a place that is slow or fails keeps
 * nobody waiting but who brings the same bytes, and what it did not remove goes another time.
 */
export async function cleanFiles(database: Database, place: FilePlace, at: Instant): Promise<Cleaned> {
  const before = new Date(Date.parse(at) - patience);
  const old: string[] = [];
  for await (const { digest, putAt } of place.kept()) if (putAt < before.toISOString()) old.push(digest);
  const uploads = await database.transaction(async (sql) => {
    await lockAuditExclusively(sql);
    return sql.run(
      `DELETE FROM uploaded_file WHERE uploaded_at < ?
         AND NOT EXISTS (SELECT 1 FROM entry_file f WHERE f.digest = uploaded_file.digest)
         AND NOT EXISTS (SELECT 1 FROM act_draft d WHERE d.body LIKE '%' || uploaded_file.id || '%')`,
      [inUtc(before.toISOString())],
    );
  });
  let files = 0;
  for (const digest of old) if (await removeUnnamed(database, place, digest)) files += 1;
  return { uploads, files, leftovers: await removeLeftovers(place, before) };
}

/** Removes a file that was brought to be read, and that has been: what is in it stands in the record now, where it can be erased. */
export async function forgetUpload(database: Database, place: FilePlace, id: Id): Promise<void> {
  const [file] = await database.all<{ digest: string }>("SELECT digest FROM uploaded_file WHERE id = ?", [id]);
  if (file === undefined) return;
  await database.run(
    `DELETE FROM uploaded_file WHERE id = ?
       AND NOT EXISTS (SELECT 1 FROM act_draft d WHERE d.body LIKE '%' || uploaded_file.id || '%')`,
    [id],
  );
  await removeUnnamed(database, place, file.digest);
}

async function removeUnnamed(database: Database, place: FilePlace, digest: string): Promise<boolean> {
  // Asked before too: nobody waits for a file that is named, as almost all are.
  if (await isNamed(database, digest)) return false;
  return database.transaction(async (sql) => {
    await lockBytes(sql, digest);
    if (await isNamed(sql, digest)) return false;
    await place.remove(sql, digest);
    return true;
  });
}

async function isNamed(sql: Sql, digest: string): Promise<boolean> {
  const rows = await sql.all(
    `SELECT 1 AS named FROM entry_file WHERE digest = ? UNION ALL SELECT 1 FROM uploaded_file WHERE digest = ? LIMIT 1`,
    [digest, digest],
  );
  return rows.length > 0;
}
