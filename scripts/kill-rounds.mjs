// Kills the service with SIGKILL again and again, on both databases, while six act and two bring files, with the checks of
// packages/cli/test/service-failures.test.ts after each kill. It tells how much was acknowledged.
// usage: scripts/with-postgresql.sh node scripts/kill-rounds.mjs [ROUNDS]
import { bin, root, run } from "./pnpm.mjs";

const [rounds = "50"] = process.argv.slice(2);
process.chdir(root);
process.env.HEED_KILLS = rounds;
run(bin("vitest"), ["run", "packages/cli/test/service-failures.test.ts", "-t", "killed under writers"]);
