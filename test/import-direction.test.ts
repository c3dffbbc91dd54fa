import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, test } from "vitest";
import { bin } from "../scripts/pnpm.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));

const house = mkdtempSync(join(tmpdir(), "heed-planted-"));
const { vcs: _, ...rules } = JSON.parse(readFileSync(join(root, "biome.json"), "utf8"));
writeFileSync(join(house, "biome.json"), JSON.stringify(rules));
afterAll(() => rmSync(house, { recursive: true, force: true }));

/** Whether the linter accepts a file in a package. The file is put into a temporary workspace with the same rules. */
function taken(folder: string, source: string): boolean {
  const path = join(house, "packages", folder, "src");
  mkdirSync(path, { recursive: true });
  writeFileSync(join(path, "planted.ts"), source);
  const { status } = spawnSync(bin("biome"), ["lint", join("packages", folder, "src", "planted.ts")], { cwd: house });
  return status === 0;
}

const importing = (name: string) => `import { one } from "${name}";\n\nexport const two = one;\n`;

describe("imports point one way: core <- store <- api <- cli, core <- files, core <- portal <- api", () => {
  test.each([
    ["core", "@heed/store"],
    ["core", "node:fs"],
    ["store", "@heed/api"],
    ["store", "@heed/files"],
    ["files", "@heed/store"],
    ["documents", "@heed/store"],
    ["portal", "@heed/store"],
    ["portal", "@heed/api"],
    ["api", "@heed/cli"],
  ])("%s may not import %s", (folder, name) => {
    expect(taken(folder, importing(name))).toBe(false);
  });

  test.each([
    ["store", "@heed/core"],
    ["files", "@heed/core"],
    ["api", "@heed/store"],
    ["portal", "@heed/core"],
    ["api", "@heed/portal"],
    ["cli", "@heed/api"],
    ["core", "zod"],
  ])("%s may import %s", (folder, name) => {
    expect(taken(folder, importing(name))).toBe(true);
  });

  test("core has no clock and no chance", () => {
    expect(taken("core", "export const now = Date.now();\n")).toBe(false);
    expect(taken("core", "export const any = Math.random();\n")).toBe(false);
  });

  test("pnpm gives core none of the other packages, and core asks for none", () => {
    expect(existsSync(new URL("../packages/core/node_modules/zod", import.meta.url))).toBe(true);
    expect(existsSync(new URL("../packages/core/node_modules/@heed", import.meta.url))).toBe(false);
    const { dependencies } = JSON.parse(
      readFileSync(new URL("../packages/core/package.json", import.meta.url), "utf8"),
    ) as { dependencies: Record<string, string> };
    expect(Object.keys(dependencies).sort()).toEqual([
      // They read the small Markdown of a report's sections, in any place where code runs.
      ...["mdast-util-from-markdown", "mdast-util-gfm-footnote", "micromark-extension-gfm-footnote"],
      ...["safe-stable-stringify", "temporal-polyfill", "zod"],
    ]);
  });
});
