// `npm test`: installs what is needed and runs the whole check; nothing has to be done by hand before.
import { pnpm, run } from "./pnpm.mjs";

pnpm("install", "--frozen-lockfile");
run("node", ["scripts/check.mjs", ...process.argv.slice(2)]);
