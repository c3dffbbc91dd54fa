import type { Id, Reader } from "@heed/core";
import type { CollectedItem } from "@heed/core/collected-item/collected-item";
import type { SeriesFigures } from "@heed/core/read-models/series-figures";
import { referenceKey } from "@heed/core/recommendation/recommendation";
import { seriesFigures } from "@heed/core/statistics/series-figures";
import type { Database, Sql } from "../connection/sql.ts";
import { readCollectedItem } from "./collected-items.ts";
import { keepsRecordOf } from "./former-bodies.ts";

export async function readSeriesFigures(
  database: Database,
  reader: Reader,
  id: Id,
): Promise<SeriesFigures | undefined> {
  const detail = await readCollectedItem(database, reader, id);
  if (detail?.item.kind !== "series") return undefined;
  const { item } = detail;
  const seesAll = await keepsRecordOf(database, reader, item.issuingBody);
  return seriesFigures(item, await figuresOf(database, item), { seesAll });
}

/** The figures of a series that hold, whoever reads: what is shown of them is core's to say. */
async function figuresOf(sql: Sql, { issuingBody, reference }: CollectedItem): Promise<readonly CollectedItem[]> {
  const rows = await sql.all<{ body: string }>(
    "SELECT body FROM collected_item WHERE issuing_body_id = ? AND kind = 'figures' ORDER BY id",
    [issuingBody],
  );
  return rows
    .map(({ body }) => JSON.parse(body) as CollectedItem)
    .filter(
      ({ withdrawn, content }) =>
        withdrawn === undefined && referenceKey(String(content.series)) === referenceKey(reference),
    );
}
