// Writes docs/example-report.*: the report of the example world on 2011, one file of each format.
// usage: node scripts/example-documents.mjs, after pnpm build
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "heed-documents-"));
const heed = (...args) =>
  execFileSync(
    process.execPath,
    [join(root, "packages/cli/bin/heed.js"), "--database", `file:${join(folder, "world.sqlite")}`, ...args],
    { stdio: "inherit" },
  );
try {
  heed("import", join(root, "examples/world/world.yaml"), "--create");
  for (const [format, language] of [
    ["pdf", "nl"],
    ["docx", "fr"],
    ["html", "nl"],
    ["md", "fr"],
  ])
    heed(
      "report",
      "write",
      "2011",
      "--lang",
      language,
      "--format",
      format,
      "--to",
      join(root, `docs/example-report.${format}`),
    );
} finally {
  rmSync(folder, { recursive: true });
}
