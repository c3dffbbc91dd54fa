import { expect, test } from "vitest";
import { faultText } from "../src/commands/audit.ts";

test("a fault without a place is told without one", () => {
  const detail = "the database cannot be read after 2 follow-ups";
  expect(faultText({ detail })).toBe(detail);
  expect(faultText({ followUp: "2011-03-just", sequence: 2, detail: "the record is missing" })).toBe(
    "follow-up 2011-03-just, record 2: the record is missing",
  );
});
