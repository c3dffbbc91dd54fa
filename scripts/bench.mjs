// The benchmarks run the built program, as its users do.
import { join } from "node:path";
import { bin, root, run } from "./pnpm.mjs";

run("node", ["scripts/generate.mjs"]);
run(bin("tsc"), ["-b"]);
run("node", ["scripts/bundle.mjs"]);
run("node", [join(root, "bench", "dist", "bench.js"), ...process.argv.slice(2)]);
