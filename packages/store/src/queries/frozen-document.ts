import type { Id, Reader } from "@heed/core";
import type { FrozenFormat, FrozenLanguage } from "@heed/core/report/frozen-report";
import { visibleTo } from "../access/visibility.ts";
import type { Database } from "../connection/sql.ts";
import { Where } from "../statements/where.ts";

/** The bytes of a document of a frozen report that the reader sees. */
export async function readFrozenDocument(
  database: Database,
  reader: Reader,
  report: Id,
  language: FrozenLanguage,
  format: FrozenFormat,
): Promise<Uint8Array | undefined> {
  const where = visibleTo(reader, new Where(database.dialect), "p").and(
    "d.report_id = ? AND d.language = ? AND d.format = ?",
    ...[report, language, format],
  );
  const [row] = await database.all<{ bytes: Uint8Array }>(
    `SELECT d.bytes FROM frozen_document d JOIN report p ON p.id = d.report_id WHERE ${where.text}`,
    where.values,
  );
  return row?.bytes && new Uint8Array(row.bytes);
}
