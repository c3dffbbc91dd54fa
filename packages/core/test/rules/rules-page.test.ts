import { readFileSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { rulesPage } from "./rules-page.ts";

const file = new URL("../../../../docs/rules.md", import.meta.url);

test("docs/rules.md is what the table of rules says", () => {
  // HEED_UPDATE_RULES=1 npx vitest run packages/core/test/rules/rules-page.test.ts writes it again.
  if (process.env.HEED_UPDATE_RULES) writeFileSync(file, rulesPage());
  expect(readFileSync(file, "utf8")).toBe(rulesPage());
});
