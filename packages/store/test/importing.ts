import { randomUUID } from "node:crypto";
import { defaultSettings, type RecordFile } from "@heed/core";
import type { ImportResult } from "@heed/core/mapping/reading/import-row";
import { type Database, type ImportRun, importRecord } from "@heed/store";

export function importRun(change: Partial<ImportRun> = {}): ImportRun {
  return {
    file: "record.yaml",
    fileDigest: "",
    mappingDigest: "",
    mapping: "",
    actor: "editor",
    systemUser: "tester",
    at: "2026-01-01T00:00:00Z",
    settings: defaultSettings,
    newId: randomUUID,
    dryRun: false,
    skipInvalid: false,
    ...change,
  };
}

export function imported(
  database: Database,
  record: RecordFile,
  change: Partial<ImportRun> = {},
): Promise<ImportResult> {
  return importRecord(database, record, importRun(change));
}
