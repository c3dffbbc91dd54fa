import type { CheckpointHash } from "@heed/core/read-models/checkpoint-hash";
import type { Page, Paging } from "@heed/core/read-models/paging";
import type { Database } from "../connection/sql.ts";
import { limitText, pageOf, placeOf } from "../statements/cursor.ts";
import { Where } from "../statements/where.ts";
import { total } from "./register.ts";

/** The newest first. The number of records that they cover is left out, because it would disclose hidden ones. */
export async function readAuditCheckpoints(database: Database, paging: Paging): Promise<Page<CheckpointHash>> {
  const where = new Where(database.dialect);
  const page = where.copy();
  if (paging.after !== undefined) page.and("c.sequence < ?", ...placeOf("auditCheckpoints", paging.after));
  const rows = await database.all<CheckpointHash>(
    `SELECT c.sequence, c.at, c.hash FROM audit_checkpoint c WHERE ${page.text} ORDER BY c.sequence DESC${limitText(paging)}`,
    page.values,
  );
  return {
    ...pageOf("auditCheckpoints", rows, paging, ({ sequence }) => [sequence]),
    ...(await total(database, paging, "audit_checkpoint c", where)),
  };
}
