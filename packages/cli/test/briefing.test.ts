import { expect, test } from "vitest";
import { worldDatabase } from "./heed.ts";

type Item = { recommendation: { reference: string }; sentences: string[]; question: { code: string; text: string } };

test("briefing tells chosen recommendations in short, with a question, in the language asked for", async () => {
  const { heed } = await worldDatabase();
  const asked = ["briefing", "--as-of", "2015-06-30", "--reference", "2011-03", "--reference", "2011-04"];
  const { total, items } = JSON.parse((await heed(...asked, "--format", "json", "--lang", "nl")).stdout);
  expect(total).toBe(2);
  expect(items.map(({ recommendation }: Item) => recommendation.reference).sort()).toEqual(["2011-03", "2011-04"]);
  for (const { sentences, question } of items as Item[]) {
    expect(sentences.length).toBe(3);
    expect(question.text).toMatch(/\?$/);
  }
  const { stdout } = await heed(...asked, "--lang", "nl");
  expect(stdout).toMatch(/^2 aanbevelingen op 2015-06-30\n/);
  expect(stdout.replace(/\s+/g, " ")).toContain(items[0].question.text);
});

test("briefing tells how many there are beyond its limit, and refuses a higher one", async () => {
  const { heed } = await worldDatabase();
  const { stdout } = await heed("briefing", "--as-of", "2015-06-30", "--limit", "2");
  expect(stdout).toMatch(/^\d+ recommendations on 2015-06-30; these are the first 2 of them/);
  expect((await heed("briefing", "--limit", "21")).code).toBe(2);
  expect((await heed("briefing", "--reference", "1999-99")).stderr).toContain("1999-99");
  expect((await heed("briefing", "--as-of", "2015-06-30", "--theme", "victims", "--search", "zebra")).stdout).toContain(
    "There are no recommendations on 2015-06-30 with",
  );
});
