import { rules } from "@heed/core/rules/rules";
import { expect, test } from "vitest";
import { freshDatabase, worldDatabase } from "./heed.ts";

test("explain tells a rule, who decided it and what holds it, without a database", async () => {
  const { heed } = await freshDatabase();
  expect(await heed("explain", "r14")).toEqual({
    code: 0,
    stderr: "",
    stdout: `R14  The successor answers

${rules.R14.text.en}

Decided by  decided here, on the W3C Organization Ontology
Function    packages/core/src/organization/succession.ts: successionOf
Test        packages/store/test/succession.test.ts: the successor answers from the day of the split, with the inherited dates, and an extension runs on
`,
  });
  const open = await heed("explain", "D13");
  expect(open.stdout).toContain(`\nOpen        ${rules.D13.open}\n`);
  expect(open.stdout).not.toContain("Function");
});

test.each(["nl", "fr", "de", "en"] as const)("explain speaks %s where it is asked to", async (lang) => {
  const { heed } = await freshDatabase();
  expect((await heed("explain", "D4a", "--lang", lang)).stdout).toContain(rules.D4a.text[lang]);
  const { stdout } = await heed("explain", "D4a", "--lang", lang, "--format", "json");
  expect(JSON.parse(stdout)).toMatchObject({
    number: "D4a",
    title: rules.D4a.title[lang],
    text: rules.D4a.text[lang],
    implementedBy: "packages/core/src/follow-up/replay/final-timeliness.ts#finalTimeliness",
  });
});

test("explain lists all rules, and refuses a number that none has with those that are near", async () => {
  const { heed } = await freshDatabase();
  const { stdout } = await heed("explain", "--format", "json");
  expect(JSON.parse(stdout)).toMatchObject({
    total: Object.keys(rules).length,
    items: { length: Object.keys(rules).length },
  });
  const list = (await heed("explain")).stdout;
  for (const [number, { title }] of Object.entries(rules))
    expect(list).toMatch(new RegExp(`^${number} +${title.en[0]}`, "m"));
  expect(await heed("explain", "r99")).toMatchObject({
    code: 2,
    stdout: "",
    stderr: expect.stringMatching(/^heed: there is no rule "r99"; did you mean R9, .*R19.*\?\n$/),
  });
  expect(await heed("explain", "nonsense")).toMatchObject({
    code: 2,
    stderr: expect.stringContaining("`heed explain` lists them all"),
  });
});

test("every rule that --explain names is one that explain tells", async () => {
  const { heed } = await worldDatabase();
  const { stdout } = await heed("overdue", "--as-of", "2015-06-30", "--explain");
  const named = new Set([...stdout.matchAll(/\(([RD]\d+[a-z]?)\)$/gm)].map(([, number = ""]) => number));
  expect(named.size).toBeGreaterThan(4);
  for (const number of named) expect((await heed("explain", number)).code, number).toBe(0);
});
