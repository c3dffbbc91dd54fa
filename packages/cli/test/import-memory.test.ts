import { expect, test } from "vitest";
import { ended, freshDatabase, start } from "./heed.ts";
import { largeFile } from "./large-file.ts";

// Held in memory, the rows of this file need more than 60 MiB beside the program (measured). Read a thousand at a time, they and the
// program together need some 42 MiB, however long the file is. Near its limit, Node ends a program that waits for a core too often.
const rows = 4000;
const mebibytes = 56;

test("an import needs no more memory than a part of its file", { timeout: 180_000 }, async () => {
  const { folder, url, heed } = await freshDatabase();
  const { csv, mapping } = await largeFile(folder, rows);
  await heed("database", "upgrade");
  const options = `--max-old-space-size=${mebibytes}`;
  const child = start(["import", csv, "--mapping", mapping, "--format", "json"], url, { NODE_OPTIONS: options });
  const { code, stdout, stderr } = await ended(child);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(JSON.parse(stdout)).toMatchObject({ created: { recommendations: rows } });
});
