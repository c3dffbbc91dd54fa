// Kills an import of 100,000 rows at ten moments, on both databases, with the checks of
// packages/cli/test/import-kill.test.ts.
// usage: scripts/with-postgresql.sh node scripts/kill-import.mjs [ROWS [KILLS]]
import { bin, root, run } from "./pnpm.mjs";

const [rows = "100000", kills = "10"] = process.argv.slice(2);
process.chdir(root);
process.env.HEED_KILL_ROWS = rows;
process.env.HEED_KILLS = kills;
run(bin("vitest"), ["run", "packages/cli/test/import-kill.test.ts"]);
