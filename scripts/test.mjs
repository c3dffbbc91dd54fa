// `npm test`: installs what is needed and runs the whole check; no other step is needed before.
import { pnpm, run } from "./pnpm.mjs";

pnpm("install", "--frozen-lockfile");
run("node", ["scripts/check.mjs", ...process.argv.slice(2)]);
