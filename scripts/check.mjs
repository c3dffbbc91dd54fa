// The complete check: generated parts, format and lint, types, licences, all tests.
import { bin, root, run } from "./pnpm.mjs";

process.chdir(root);
run("node", ["scripts/generate.mjs"]);
run(bin("biome"), ["check", "--error-on-warnings", "."]);
run(bin("tsc"), ["-b"]);
run(bin("tsc"), ["-p", "tsconfig.test.json"]);
run("node", ["scripts/check-licences.mjs"]);
run(bin("vitest"), ["run", ...process.argv.slice(2)]);
