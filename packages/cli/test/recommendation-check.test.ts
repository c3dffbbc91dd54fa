import { expect, test } from "vitest";
import { worldDatabase } from "./heed.ts";

test("a recommendation is checked by a command, in the language that is asked for", async () => {
  const { heed } = await worldDatabase();
  const checked = await heed("recommendation", "check", "2011-01", "--as-of", "2030-01-01", "--format", "json");
  expect(checked.code, checked.stderr).toBe(0);
  const { items, total } = JSON.parse(checked.stdout) as {
    items: { code: string; text: Record<string, string> }[];
    total: number;
  };
  expect(items).toHaveLength(total);
  expect(total).toBeGreaterThan(0);
  const table = await heed("recommendation", "check", "2011-01", "--as-of", "2030-01-01", "--lang", "nl");
  for (const { text } of items) expect(table.stdout).toContain(`- ${text.nl}`);
  const none = await heed("recommendation", "check", "none");
  expect(none.code).toBe(2);
});
