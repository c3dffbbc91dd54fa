// Checks that every shipped dependency has a licence that is compatible with EUPL-1.2.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./pnpm.mjs";

const allowed = new Set([
  "MIT",
  "MIT-0",
  "ISC",
  "0BSD",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "Apache-2.0",
  "BlueOak-1.0.0",
  "Python-2.0",
  "CC0-1.0",
  "EPL-2.0",
  "CC-BY-4.0",
  "Unlicense",
  "EUPL-1.2",
  "MPL-2.0",
  "WTFPL",
  "OFL-1.1",
]);

/** What is compiled or copied into a package, and so is shipped with it. */
const builtIn = { portal: ["govuk-frontend", "@fontsource-variable/source-sans-3"] };
const { packageManager } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
const listed = spawnSync("npx", ["--yes", packageManager, "licenses", "list", "--prod", "--json"], {
  cwd: root,
  encoding: "utf8",
  maxBuffer: 1 << 26,
});
if (listed.status !== 0) {
  process.stderr.write(listed.stderr + listed.stdout);
  process.exit(1);
}
const isAllowed = (licence) =>
  licence
    .replace(/[()]/g, "")
    .split(/\s+OR\s+/i)
    .some((choice) => choice.split(/\s+AND\s+/i).every((part) => allowed.has(part)));
const shipped = JSON.parse(listed.stdout);
for (const [name, parts] of Object.entries(builtIn))
  for (const part of parts) {
    const { license } = JSON.parse(
      readFileSync(join(root, "packages", name, "node_modules", part, "package.json"), "utf8"),
    );
    shipped[license] = [...(shipped[license] ?? []), { name: part }];
  }
const refused = Object.entries(shipped).filter(([licence]) => !isAllowed(licence));
for (const [licence, packages] of refused) {
  process.stderr.write(`licence ${licence}: ${packages.map((each) => each.name).join(", ")}\n`);
}
if (refused.length > 0) process.exit(1);
process.stdout.write("licences: all allowed\n");
