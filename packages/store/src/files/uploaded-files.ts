import { type Actor, DomainError, type Id, type Instant } from "@heed/core";
import { mayUseFile } from "@heed/core/access/file-use";
import type { EvidenceFile } from "@heed/core/follow-up/entries/evidence-file";
import type { Sql } from "../connection/sql.ts";
import { type UploadedFileRow, uploadedFileTable } from "../generated/tables.ts";
import { inList } from "../statements/in-list.ts";
import { selected } from "../tables/table.ts";

/** A file that somebody brought, before or after an entry names it. */
export type UploadedFile = EvidenceFile & { id: Id; uploadedAt: Instant };

export function uploadedFileRow(file: UploadedFile, { id, name, role, organizations }: Actor): UploadedFileRow {
  return { ...file, actorId: id, actor: name, role, organizations: JSON.stringify(organizations) };
}

/** Those of the files with these ids that the actor may name, by id. */
export async function usableFiles(sql: Sql, actor: Actor, ids: readonly Id[]): Promise<Map<Id, UploadedFile>> {
  if (ids.length === 0) return new Map();
  const rows = await sql.all<UploadedFileRow>(
    `SELECT ${selected(uploadedFileTable)} FROM uploaded_file WHERE ${inList(sql, "id")}`,
    [JSON.stringify(ids)],
  );
  const usable = rows.filter(({ actorId, role, organizations }) =>
    mayUseFile(actor, { id: actorId, role: role as Actor["role"], organizations: JSON.parse(organizations) }),
  );
  return new Map(usable.map((row) => [row.id, uploadedFileOf(row)]));
}

function uploadedFileOf({ actorId: _, actor: __, role: ___, organizations: ____, ...file }: UploadedFileRow) {
  return file as UploadedFile;
}

/** Errors: notFound, also for a file that somebody else brought. */
export async function readUploadedFile(sql: Sql, actor: Actor, id: Id): Promise<UploadedFile> {
  const found = (await usableFiles(sql, actor, [id])).get(id);
  if (found === undefined) throw new DomainError("notFound", `there is no file with the id ${id} that you brought`);
  return found;
}
