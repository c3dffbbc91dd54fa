import type { Id, Instant, Person } from "@heed/core";
import { requireMayBringFiles } from "@heed/core/acts/may-bring-files";
import type { EvidenceFile } from "@heed/core/follow-up/entries/evidence-file";
import { type KeyedRequest, performOnce } from "../acts/perform-once.ts";
import { lockAuditShared, lockBytes } from "../audit/audit-lock.ts";
import type { Database } from "../connection/sql.ts";
import type { FilePlace } from "../files/file-place.ts";
import { type IncomingBytes, receiveFile } from "../files/receive-file.ts";
import { type UploadedFile, uploadedFileRow } from "../files/uploaded-files.ts";
import { uploadedFileTable } from "../generated/tables.ts";
import { inUtc } from "../tables/entry-rows.ts";
import { insertInto } from "../tables/table.ts";

export type Upload = {
  name: EvidenceFile["name"];
  bytes: IncomingBytes;
  /** In bytes. */
  limit: number;
  /** The type of a file by its content and name, or the error by which it is refused. */
  inspect: (path: string, name: string) => Promise<EvidenceFile["mediaType"]>;
  person: Person;
  at: Instant;
  newId: () => Id;
  /** A repeat of the same request with the same bytes gets the first answer. */
  request?: Omit<KeyedRequest, "body">;
};

/**
 * Takes in a file: it is written, inspected, and then kept together with the row that tells who brought it. Errors:
 * missingPermission before a byte is read; fileTooLarge, invalidInput, those of `inspect` and of a write.
 */
export async function uploadFile(database: Database, place: FilePlace, upload: Upload): Promise<UploadedFile> {
  const { name, bytes, limit, inspect, person, at, newId, request } = upload;
  requireMayBringFiles(person);
  return receiveFile(place, bytes, limit, async ({ path, digest, size }) => {
    const mediaType = await inspect(path, name);
    const keyed = request && { ...request, body: { digest, name } };
    await place.putBefore?.(digest, path);
    return database.transaction(async (sql) => {
      // The clean-up waits with the rows that are not named, and below with the bytes that are put here.
      await lockAuditShared(sql);
      return performOnce(sql, person.id, keyed, at, async () => {
        const file: UploadedFile = { id: newId(), digest, name, mediaType, size, uploadedAt: inUtc(at) };
        await lockBytes(sql, digest);
        await place.put(sql, digest, path);
        await insertInto(sql, uploadedFileTable, [uploadedFileRow(file, person)]);
        return file;
      });
    });
  });
}
