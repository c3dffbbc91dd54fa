import { randomUUID } from "node:crypto";
import { userInfo } from "node:os";
import { vouchForAll } from "./audit/vouch-for-import.ts";
import { takeOverFormerReferences } from "./register/former-references.ts";
import type { Sql } from "./sql.ts";
import { takeOverTexts } from "./texts/take-over-texts.ts";

/**
 * What a migration does that SQL cannot, by its name; in the same transaction, in their order, once the statements of all have
 * run: a step reads the tables as this program knows them.
 */
export const upgradeSteps: Readonly<Record<string, (sql: Sql) => Promise<void>>> = {
  "20261125192200_records_of_imports": (sql) =>
    vouchForAll(sql, {
      at: new Date().toISOString(),
      actor: "heed",
      systemUser: userInfo().username,
      action: "upgrade",
      actId: randomUUID(),
    }),
  "20261125193757_words_and_names": takeOverTexts,
  "20261125224044_former_references": takeOverFormerReferences,
};
