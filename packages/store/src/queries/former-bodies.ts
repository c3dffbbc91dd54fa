import type { Id, Reader } from "@heed/core";
import { bodiesHeld, maySeeAll, maySeeDrafts } from "@heed/core/access/reader";
import type { RegisterKind } from "@heed/core/register/register-kinds";
import type { Database } from "../connection/sql.ts";
import { readBodiesOfActor } from "../organizations/bodies-of-actor.ts";

/** Whether the reader keeps the record of a body, and so sees what its things said before. */
export async function keepsRecordOf(database: Database, reader: Reader, body: Id): Promise<boolean> {
  if (!maySeeDrafts(reader)) return false;
  if (maySeeAll(reader)) return true;
  return (await readBodiesOfActor(database, { organizations: bodiesHeld(reader), today: reader.today })).has(body);
}

/** What a thing was before each act on it, as its chain tells. */
export async function formerBodies<Former extends { replacedAt: string; replacedBy: string }>(
  database: Database,
  kind: RegisterKind,
  id: Id,
): Promise<readonly Former[]> {
  const records = await database.all<{ body: string; at: string; actor: string }>(
    "SELECT body, at, actor FROM register_record WHERE kind = ? AND thing_id = ? ORDER BY sequence",
    [kind, id],
  );
  return records.slice(1).map(({ at, actor }, index) => ({
    ...JSON.parse(records[index]?.body ?? "{}"),
    replacedAt: at,
    replacedBy: actor,
  }));
}
