import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { ended, start, worldDatabase } from "./heed.ts";

/** Runs commands on the example world, and tells for each whether it loaded Prisma's client. */
async function watched() {
  const { folder, url } = await worldDatabase();
  const loaded = join(folder, "loaded.txt");
  const hooks = `import { appendFileSync } from "node:fs";
    export async function resolve(specifier, context, next) {
      const found = await next(specifier, context);
      if (/@prisma|generated/.test(found.url)) appendFileSync(${JSON.stringify(loaded)}, found.url + "\\n");
      return found;
    }`;
  const registering = `import { register } from "node:module";
    register(${JSON.stringify(`data:text/javascript,${encodeURIComponent(hooks)}`)});`;
  const file = join(folder, "watch.mjs");
  await writeFile(file, registering);
  return async (...args: string[]) => {
    await writeFile(loaded, "");
    const { code, stderr } = await ended(start(args, url, { NODE_OPTIONS: `--import ${pathToFileURL(file).href}` }));
    expect(stderr).toBe("");
    expect(code).toBe(0);
    return /generated\/(sqlite|postgresql)\/client/.test(await readFile(loaded, "utf8"));
  };
}

const readings = ["overdue", "stale", "progress", "recommendation list", "organization list", "token list"];

test("Prisma's client is loaded by an act on the register, and by nothing that reads or acts on a follow-up", async () => {
  const loadsPrisma = await watched();
  for (const reading of readings) expect([reading, await loadsPrisma(...reading.split(" "))]).toEqual([reading, false]);
  const respond = ["response", "record", "2013-02", "--addressee", "just", "--position", "accepted"];
  expect(await loadsPrisma(...respond, "--source", "letter of 3 May")).toBe(false);
  expect(await loadsPrisma("organization", "add", "--code", "legal", "--name", "en:Legal", "--level", "federal")).toBe(
    true,
  );
  // Also when it runs from a bundle, which does not include the client.
  expect(await loadsPrisma("recommendation", "link", "2015-01", "--type", "echoes", "--echoes", "CERD, 12")).toBe(true);
});

test("the bundle of a command that only reads has nothing of what writes", async () => {
  // A name that only what writes to a database has: bundles are minified.
  const writes = async (bundle: string) =>
    (await readFile(new URL(`../dist/bundles/${bundle}.cjs`, import.meta.url), "utf8")).includes("HEED_LARGEST_FILE");
  for (const reading of ["overdue", "owed", "changes", "stale", "progress"])
    expect([reading, await writes(reading)]).toEqual([reading, false]);
  expect(await writes("others")).toBe(true);
});
