import { DomainError, type Id, type Person } from "@heed/core";
import { type Database, type FilePlace, readUploadedFile, receiveFile } from "@heed/store";

/** What `read` makes of a file that the person or a colleague brought. Errors: notFound; those of `read`. */
export async function readBroughtFile<Read>(
  { database, place }: { database: Database; place: FilePlace },
  { person, file }: { person: Person; file: Id },
  read: (file: { path: string; name: string }) => Promise<Read>,
): Promise<Read> {
  const { digest, name, size } = await readUploadedFile(database, person, file);
  const bytes = await place.open(digest);
  if (bytes === undefined) throw new DomainError("notFound", `the bytes of the file ${file} are not kept here`);
  return receiveFile(place, bytes, size, ({ path }) => read({ path, name }));
}
