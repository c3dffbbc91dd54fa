import { expect, test } from "vitest";
import { textsOf } from "../src/workbook/open-sheets.ts";

test("a cell at the far end of a sheet makes no row of millions", () => {
  const cells = new Map([
    [0, { text: "a" }],
    [2, { text: "c" }],
    [321_272_405, { text: "beyond" }],
  ]);
  expect(textsOf([{ cells }] as unknown as Parameters<typeof textsOf>[0])).toEqual([["a", "", "c"]]);
});
