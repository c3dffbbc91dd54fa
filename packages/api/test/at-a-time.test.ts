import { expect, test } from "vitest";
import { atATime } from "../src/http/at-a-time.ts";

test("of three that read at one time, the third begins when one ends, also when that was left", async () => {
  const begun: string[] = [];
  const read = atATime(2, async function* (name: string) {
    begun.push(name);
    yield 1;
    yield 2;
  });
  const [first, second, third] = ["first", "second", "third"].map((name) => read(name));
  await Promise.all([first?.next(), second?.next()]);
  const late = third?.next();
  await new Promise(setImmediate);
  expect(begun).toEqual(["first", "second"]);
  await first?.return(undefined);
  expect(await late).toEqual({ value: 1, done: false });
  expect(begun).toEqual(["first", "second", "third"]);
  for (const each of [second, third]) await each?.return(undefined);
  expect(await read("fourth").next()).toEqual({ value: 1, done: false });
});
