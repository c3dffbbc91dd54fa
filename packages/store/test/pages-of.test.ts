import { expect, test } from "vitest";
import { pages } from "../src/statements/pages-of.ts";

test("each page comes after the last row of the one before, until there are no more", async () => {
  const all = [1, 2, 3, 4, 5];
  const asked: (number | undefined)[] = [];
  const read = async (last: number | undefined) => {
    asked.push(last);
    return all.filter((each) => each > (last ?? 0)).slice(0, 2);
  };
  const found: number[][] = [];
  for await (const page of pages(read)) found.push(page);
  expect(found).toEqual([[1, 2], [3, 4], [5]]);
  expect(asked).toEqual([undefined, 2, 4, 5]);
});
