import { expect, test } from "vitest";
import { atATime } from "../src/http/at-a-time.ts";
import { turns } from "../src/http/turns.ts";

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

test("of two turns one requester gets one, and the other is left for somebody else", async () => {
  const turn = turns(2, "busy");
  const end = await turn("one");
  const begun: string[] = [];
  const again = turn("one").then((ended) => {
    begun.push("again");
    return ended;
  });
  const other = await turn("other");
  await new Promise(setImmediate);
  expect(begun).toEqual([]);
  end();
  (await again)();
  expect(begun).toEqual(["again"]);
  other();
});
