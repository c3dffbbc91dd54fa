import type { Id, ImportResult, Instant, Settings } from "@heed/core";
import { insertRows } from "../bulk/insert-rows.ts";
import { inUtc } from "../entries/entry-rows.ts";
import type { Sql } from "../sql.ts";

/** What holds for one import, whatever it reads. */
export type ImportRun = {
  /** As the user named it. */
  file: string;
  /** SHA-256 of the file's bytes. */
  fileDigest: string;
  /** SHA-256 of the mapping's bytes; empty for Heed's own format. */
  mappingDigest: string;
  /** The mapping's file or name. */
  mapping: string;
  actor: string;
  /** The account of the operating system that ran it (decision 7). */
  systemUser: string;
  /** The moment that everything is recorded at. */
  at: Instant;
  settings: Settings;
  newId: () => Id;
  /** Do everything, tell the result, and leave nothing. */
  dryRun: boolean;
  onProgress?: (progress: ImportProgress) => void;
};

/** `reading` counts rows; `deriving` counts follow-ups and knows how many there are. */
export type ImportProgress = { phase: "reading" | "folding" | "deriving"; done: number; total?: number };

/** Every file that came in leaves a line. */
export async function recordImport(sql: Sql, id: Id, run: ImportRun, result: ImportResult): Promise<void> {
  const { rows, created, unchanged, withoutAddressee, skipped, rejected } = result;
  const counts = { rows, created, unchanged, withoutAddressee, skipped, rejected: rejected.length };
  await insertRows(
    sql,
    "import_run",
    {
      id: "text",
      at: "text",
      actor: "text",
      mapping: "text",
      file: "text",
      file_digest: "text",
      mapping_digest: "text",
      counts: "text",
      finished: "integer",
    },
    [
      [
        id,
        inUtc(run.at),
        run.actor,
        run.mapping,
        run.file,
        run.fileDigest,
        run.mappingDigest,
        JSON.stringify(counts),
        1,
      ],
    ],
  );
}

/** Carries the result out of a transaction that is rolled back. */
export class DryRun extends Error {
  readonly result: ImportResult;
  constructor(result: ImportResult) {
    super("a dry run leaves nothing");
    this.result = result;
  }
}
