import { DomainError, type Id, type Instant, type Person } from "@heed/core";
import { mayUseFile } from "@heed/core/acting/may-use-file";
import type { EvidenceFile } from "@heed/core/follow-up/entries/evidence-file";
import type { Sql } from "../connection/sql.ts";
import { type UploadedFileRow, uploadedFileTable } from "../generated/tables.ts";
import { inList } from "../statements/in-list.ts";
import { selected } from "../tables/table.ts";

/** A file that somebody brought, before or after an entry names it. */
export type UploadedFile = EvidenceFile & { id: Id; uploadedAt: Instant };

export function uploadedFileRow(file: UploadedFile, { id, name, rights }: Person): UploadedFileRow {
  return { ...file, personId: id, person: name, rights: JSON.stringify(rights) };
}

/** Those of the files with these ids that the person may name, by id. */
export async function usableFiles(sql: Sql, person: Person, ids: readonly Id[]): Promise<Map<Id, UploadedFile>> {
  if (ids.length === 0) return new Map();
  const rows = await sql.all<UploadedFileRow>(
    `SELECT ${selected(uploadedFileTable)} FROM uploaded_file WHERE ${inList(sql, "id")}`,
    [JSON.stringify(ids)],
  );
  const usable = rows.filter(({ personId, rights }) =>
    mayUseFile(person, { id: personId, rights: JSON.parse(rights) }),
  );
  return new Map(usable.map((row) => [row.id, uploadedFileOf(row)]));
}

function uploadedFileOf({ personId: _, person: __, rights: ___, ...file }: UploadedFileRow) {
  return file as UploadedFile;
}

/** Errors: notFound, also for a file that somebody else brought. */
export async function readUploadedFile(sql: Sql, person: Person, id: Id): Promise<UploadedFile> {
  const found = (await usableFiles(sql, person, [id])).get(id);
  if (found === undefined) throw new DomainError("notFound", `there is no file with the id ${id} that you brought`);
  return found;
}
