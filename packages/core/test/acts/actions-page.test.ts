import { readFileSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { actionsPage } from "./actions-page.ts";

const file = new URL("../../../../docs/actions.md", import.meta.url);

test("docs/actions.md is what the tables in the code say", () => {
  // HEED_UPDATE_ACTIONS=1 npx vitest run packages/core/test/acts/actions-page.test.ts writes it again.
  if (process.env.HEED_UPDATE_ACTIONS) writeFileSync(file, actionsPage());
  expect(readFileSync(file, "utf8")).toBe(actionsPage());
});
