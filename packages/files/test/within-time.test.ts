import { expect, test } from "vitest";
import { withinTime } from "../src/within-time.ts";

test("an expression without end is stopped in its midst, and told with its place", () => {
  const endless = () => /^(a+)+$/u.exec(`${"a".repeat(60)}!`);
  expect(() => withinTime(endless, { file: "x.csv", row: 3 }, 0.05)).toThrow(
    expect.objectContaining({
      code: "invalidMapping",
      issues: [
        expect.objectContaining({ file: "x.csv", row: 3, detail: expect.stringContaining("more than 0.05 seconds") }),
      ],
    }),
  );
});

test("what ends is done, and what it refuses stays as it is", () => {
  expect(withinTime(() => 1)).toBe(1);
  const refused = new Error("no");
  expect(() =>
    withinTime(() => {
      throw refused;
    }),
  ).toThrow(refused);
});
