import { randomUUID } from "node:crypto";
import { userInfo } from "node:os";
import { auditAll } from "./audit/audit-import.ts";
import type { Sql } from "./connection/sql.ts";
import { takeOverFormerReferences } from "./recommendations/former-references.ts";
import { upgradeTexts } from "./texts/upgrade-texts.ts";

/**
 * Steps of a migration that SQL cannot do, by the migration's name. They run in the same transaction, in order, after
 * the statements of all migrations, because a step reads the tables as this program knows them.
 */
export const upgradeSteps: Readonly<Record<string, (sql: Sql) => Promise<void>>> = {
  "20261125192200_records_of_imports": (sql) =>
    auditAll(sql, {
      at: new Date().toISOString(),
      actor: "heed",
      systemUser: userInfo().username,
      action: "upgrade",
      actId: randomUUID(),
    }),
  "20261125193757_words_and_names": upgradeTexts,
  "20261125224044_former_references": takeOverFormerReferences,
};
