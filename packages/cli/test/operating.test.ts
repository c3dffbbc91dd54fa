import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { chmod, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { freePort } from "../../store/test/free-port.ts";
import { program, root } from "./heed.ts";

const page = readFileSync(join(root, "docs", "operating.md"), "utf8");
const blocksOf = (kind: string) =>
  [...page.matchAll(new RegExp(`\`\`\`${kind}\n(.*?)\`\`\``, "gs"))].map(([, text]) => text ?? "");

test("each block of the page for operators does what it says, one after the other", { timeout: 300_000 }, async () => {
  const folder = await mkdtemp(join(tmpdir(), "heed-operating-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const [port, metrics] = [await freePort(), await freePort()];
  const here = (text: string) =>
    text
      .replaceAll(/\/(etc|var\/lib|var\/backups)\/heed/g, (path) => join(folder, path))
      .replaceAll("127.0.0.1:3000", `127.0.0.1:${port}`)
      .replaceAll("9464", String(metrics));
  for (const each of ["etc/heed", "var/lib/heed", "var/backups/heed", "bin"])
    await mkdir(join(folder, each), { recursive: true, mode: 0o700 });
  const [configuration = ""] = blocksOf("yaml");
  await writeFile(join(folder, "etc/heed/heed.yaml"), `${here(configuration)}port: ${port}\n`);
  const heed = join(folder, "bin", "heed");
  await writeFile(heed, `#!/bin/sh\nexec "${process.execPath}" "${program}" "$@"\n`);
  await chmod(heed, 0o755);
  const blocks = blocksOf("sh");
  expect(blocks.length).toBeGreaterThan(7);
  const script = blocks.map((text, place) => `echo "== ${place}"\n${here(text)}`).join("\n");
  const { HEED_DATABASE: _, HEED_TEST_POSTGRESQL: __, ...environment } = process.env;
  const told = await new Promise<{ failed: unknown; stdout: string; stderr: string }>((resolve) =>
    execFile(
      "bash",
      ["-euo", "pipefail", "-c", script],
      { cwd: folder, env: { ...environment, PATH: `${join(folder, "bin")}:${process.env.PATH}`, NO_COLOR: "1" } },
      (failed, stdout, stderr) => resolve({ failed, stdout, stderr }),
    ),
  );
  expect(told.failed, told.stdout + told.stderr).toBeNull();
  for (const text of [
    "database              file:",
    "Made the database",
    "fault  backup: There is none in",
    '{"status":"UP"}',
    "heed_database_up 1",
    "fine  service: It is ready at",
    "The audit is unbroken",
    "was restored in",
    "upgraded in",
    "is restored.",
    "every projection agrees with its entries",
  ])
    expect(told.stdout, told.stderr).toContain(text);
  expect(told.stderr).not.toContain("unexpected");
});
