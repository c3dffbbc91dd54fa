import { expect, test } from "vitest";
import { worldDatabase } from "./heed.ts";

const wording = "Zq training for all zones";

test("an answer that waits is told without its words in the reader's language, until heed entry publish", async () => {
  const { heed } = await worldDatabase();
  const done = async (...words: string[]) => {
    const { code, stdout, stderr } = await heed(...words);
    expect([code, stderr]).toEqual([0, ""]);
    return stdout;
  };
  const on = ["2013-02", "--addressee", "just"];
  await done("settings", "change", "--set", "publicationOfAnswers=byAct", "--reason", "agreed");
  const letter = [...on, "--source", "Zq letter", "--description", wording, "--due", "2030-01-01"];
  const made = JSON.parse(await done("commitment", "record", ...letter, "--format", "json"));
  const { id } = made.items.at(-1);
  const reads = [
    ["follow-up", "show", ...on],
    ["owed", "--responsible", "just", "--limit", "500"],
    ["changes", "--since", "2020-01-01"],
  ];
  const told = async (lang: string) => Promise.all(reads.map((words) => done(...words, "--lang", lang)));
  for (const [lang, words] of [
    ["en", "Its text is not public yet"],
    ["de", "Sein Text ist noch nicht öffentlich"],
  ] as const) {
    const texts = await told(lang);
    for (const text of texts) expect(text).not.toContain("Zq");
    for (const text of texts) expect(text.replaceAll(/\s+/g, " ")).toContain(words);
  }
  expect(await done("export", "--format", "json")).not.toContain("Zq");
  await done("entry", "publish", ...on, "--entry", id);
  for (const text of await told("en")) expect(text.replaceAll(/\s+/g, " ")).toContain(wording);
});
