import { expect, test } from "vitest";
import { PreparedNames } from "../src/connection/prepared-names.ts";

const askTwice = (names: PreparedNames, text: string) => [names.nameOf(text), names.nameOf(text)];

test("a statement is prepared at its second use, however many rare ones came before, and keeps its name", () => {
  const names = new PreparedNames();
  for (let rare = 0; rare < 10_000; rare++) expect(names.nameOf(`rare ${rare}`)).toBeUndefined();
  expect(askTwice(names, "a list")).toEqual([undefined, "heed_0"]);
  expect(askTwice(names, "another list")).toEqual([undefined, "heed_1"]);
  expect(names.nameOf("a list")).toBe("heed_0");
});

test("no more than 500 are prepared, and the first ones stay", () => {
  const names = new PreparedNames();
  for (let one = 0; one < 600; one++) askTwice(names, `text ${one}`);
  expect([names.nameOf("text 499"), names.nameOf("text 500")]).toEqual(["heed_499", undefined]);
});
