import type { Sql } from "./sql.ts";
import { takeOverTexts } from "./texts/take-over-texts.ts";

/** What a migration does that SQL cannot, in the same transaction, after its statements. */
export const upgradeSteps: Readonly<Record<string, (sql: Sql) => Promise<void>>> = {
  "20261125193757_words_and_names": takeOverTexts,
};
