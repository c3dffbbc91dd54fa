// `npm run demo`: from a fresh clone to an answer: installs, builds, loads the example world into a database file of the
// clone's own, prints what is overdue and serves the API until Ctrl-C. HEED_DEMO_NO_SERVE=1 leaves the last step out.
import { spawn } from "node:child_process";
import { join } from "node:path";
import { pnpm, root, run } from "./pnpm.mjs";

process.chdir(root);
const heed = join(root, "packages", "cli", "bin", "heed.js");
const env = { HEED_DATABASE: `file:${join(root, ".heed-demo", "heed.sqlite")}` };

pnpm("install", "--frozen-lockfile");
pnpm("run", "build");
run("node", [heed, "database", "upgrade"], env);
run("node", [heed, "import", join("examples", "world", "world.yaml")], env);
run("node", [heed, "overdue"], env);
if (!process.env.HEED_DEMO_NO_SERVE) {
  const port = process.env.HEED_PORT ?? "3000";
  const service = spawn("node", [heed, "serve", "--port", port], { stdio: "inherit", env: { ...process.env, ...env } });
  service.on("exit", (code) => process.exit(code ?? 0));
  // The service ends itself on these; this program waits for it, so that nothing is left running.
  for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => service.kill(signal));
}
