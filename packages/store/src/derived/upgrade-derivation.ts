import { derivationVersion } from "@heed/core/follow-up/standing/projection";
import type { Database } from "../connection/sql.ts";
import { readSettings } from "../settings/setting-rows.ts";
import { derivedBy, refuseNewer } from "./derivation.ts";
import { rebuildProjections } from "./rebuild-projections.ts";

/**
 * Derives everything again when it was last derived by older rules. Answers whether it was. Several processes may do so
 * at the same time, because all get the same rows.
 */
export async function upgradeDerivation(
  database: Database,
  onProgress?: (progress: { done: number; total: number }) => void,
): Promise<boolean> {
  const version = await derivedBy(database);
  refuseNewer(version);
  if (version === derivationVersion) return false;
  await rebuildProjections(database, await readSettings(database), onProgress);
  await database.run("UPDATE derivation SET version = ? WHERE id = 1", [derivationVersion]);
  return true;
}
