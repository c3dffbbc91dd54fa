import { expect, test } from "vitest";
import { Entry, LocalizedText } from "../../src/index.ts";
import { AuthorityName, PersonName, ReadableName, ReadableText } from "../../src/text/bounded-text.ts";

const unseen = [
  " ",
  "\t\n",
  "\u00a0",
  "\u3000",
  "\u200b",
  "\u200d\ufe0f",
  "\u202e",
  "\u2060",
  "\u3164",
  "\u115f",
  "\u2800",
  "\u0301",
];

test.each(unseen)("a text that shows nothing is no text: %j", (text) => {
  for (const schema of [ReadableName, ReadableText, PersonName, AuthorityName]) {
    const { error } = schema.safeParse(text);
    expect(error?.issues.map(({ message }) => message)).toEqual([
      "shows nothing to a reader: spaces and invisible characters are no text",
    ]);
  }
  expect(LocalizedText.safeParse({ en: "Train.", nl: text }).error?.issues[0]?.path).toEqual(["nl"]);
});

test.each(["?", "1", "é", "e\u0301", "❤\ufe0f", "ក", " x\u200b", "§ 3"])("a sign is enough for a text: %j", (text) => {
  expect(ReadableText.safeParse(text).success).toBe(true);
});

test.each(["-", "...", "§"])("a name needs a letter: %j", (name) => {
  expect(PersonName.safeParse(name).error?.issues).toHaveLength(1);
  expect(AuthorityName.safeParse(name).error?.issues).toHaveLength(1);
});

test("a body is named by its id too", () => {
  expect(AuthorityName.safeParse("42").success).toBe(true);
  expect(PersonName.safeParse("42").success).toBe(false);
});

test("an entry of a file has readable texts", () => {
  const observation = { id: "o", type: "observation", recordedAt: "2015-01-01T00:00:00Z", by: "An NGO", text: "Seen." };
  expect(Entry.safeParse(observation).success).toBe(true);
  for (const name of ["by", "text"])
    expect(Entry.safeParse({ ...observation, [name]: "\u200b" }).error?.issues[0]?.path).toEqual([name]);
});
