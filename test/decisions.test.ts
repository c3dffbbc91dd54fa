import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const folder = fileURLToPath(new URL("../docs/decisions/", import.meta.url));

test("each decision has a number of its own, and its page begins with it", () => {
  const names = readdirSync(folder).filter((name) => name.endsWith(".md"));
  const numbers = names.map((name) => name.slice(0, 4));
  expect(numbers.filter((number, index) => numbers.indexOf(number) !== index)).toEqual([]);
  for (const name of names) expect(readFileSync(folder + name, "utf8")).toMatch(new RegExp(`^# ${name.slice(0, 4)} `));
});
