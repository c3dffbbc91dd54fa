import { readFileSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { RecordFile } from "../../src/record/record.ts";
import { example, recordPage } from "./record-page.ts";

const file = new URL("../../../../docs/record-file.md", import.meta.url);

test("docs/record-file.md is what the schema says, and its example can be read", () => {
  // HEED_UPDATE_RECORD_FILE=1 npx vitest run packages/core/test/record/record-page.test.ts writes it again.
  if (process.env.HEED_UPDATE_RECORD_FILE) writeFileSync(file, recordPage());
  expect(readFileSync(file, "utf8")).toBe(recordPage());
  expect(RecordFile.safeParse(example).error?.issues ?? []).toEqual([]);
});
