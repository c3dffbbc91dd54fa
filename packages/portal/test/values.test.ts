import { expect, test } from "vitest";
import { valuesOf } from "../src/desk/form/values.ts";

test("a form shows what a draft holds, also what is no date, deadline or source", () => {
  const shown = (due: unknown) => valuesOf("commit", { due }, "nl").get("due");
  expect([
    shown({ on: "2027-06-30", precision: "month" }),
    shown({ on: "nope", precision: "month" }),
    shown({ on: "2027-99-01", precision: "year" }),
    shown({ on: "2027-06-30", precision: "zz" }),
    shown(null),
    shown("soon"),
  ]).toEqual(["2027-06", "nope", "2027-99-01", "2027-06-30", "", ""]);
  expect([...valuesOf("requestDeadlineChange", { target: null, source: null }, "nl")]).toEqual([
    ["source", ""],
    ["target", ""],
  ]);
});
