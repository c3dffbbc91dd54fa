// Before a package is packed: it is built, unless HEED_BUILT says that it just was, and the licence goes with it.
import { copyFileSync } from "node:fs";
import { join } from "node:path";
import { bin, root, run } from "./pnpm.mjs";

const folder = process.cwd();
process.chdir(root);
if (process.env.HEED_BUILT !== "1") run(bin("tsc"), ["-b"]);
copyFileSync(join(root, "LICENSE"), join(folder, "LICENSE"));
