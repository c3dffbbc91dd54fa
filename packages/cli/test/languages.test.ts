import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { refData } from "@heed/core";
import { words } from "@heed/core/text/words";
import { expect, test } from "vitest";
import { de } from "../src/messages/de.ts";
import { en } from "../src/messages/en.ts";
import { fr } from "../src/messages/fr.ts";
import { nl } from "../src/messages/nl.ts";
import { world, worldDatabase } from "./heed.ts";

const messages = { fr, nl, de };

const day = ["--as-of", "2015-06-30"];

/** Every command that answers about the record in a language. */
const commands: readonly (readonly string[])[] = [
  ["overdue", ...day, "--explain", "--group-by", "ageing"],
  ["overdue", ...day, "--group-by", "kind", "--limit", "3"],
  ["overdue", ...day, "--due-soon"],
  ["overdue", "--as-of", "1990-01-01", "--theme", "victims"],
  ["owed", ...day, "--explain", "--group-by", "timeliness"],
  ["owed", "--as-of", "1990-01-01"],
  ["changes", "--since", "2005-01-01", "--until", "2026-01-01"],
  ["changes", "--since", "1990-01-01", "--until", "1990-01-02"],
  ["compare", "--since", "2013-06-30", "--until", "2015-06-30", "--movement", "advanced"],
  ["owing", ...day],
  ["briefing", ...day, "--limit", "2"],
  ["briefing", "--as-of", "1990-01-01"],
  ["owing", "--as-of", "1990-01-01"],
  ["stale", "--as-of", "2030-06-30"],
  ["follow-up", "list", "--as-of", "2015-06-30"],
  ["stale", "--as-of", "1990-06-30"],
  ["recommendation", "list", ...day],
  ["recommendation", "list", ...day, "--by-year"],
  ["recommendation", "list", ...day, "--long-outstanding"],
  ["recommendation", "list", "--undecided", "--limit", "1"],
  ["recommendation", "show", "2011-04", ...day],
  ["recommendation", "show", "2009-01", ...day],
  ["recommendation", "show", "2011-02", "--as-of", "2000-01-01"],
  ["recommendation", "standing", "2011-04", ...day],
  ...["2011-03-just", "2011-02-cls", "2011-01-just", "2009-01-just"].map((id) => ["follow-up", "show", id, ...day]),
  ["report", "list"],
  ["report", "show", "2011"],
  ["organization", "list"],
  ["organization", "show", "unia"],
  ["cycle", "list"],
  ["cycle", "show", "2014"],
  ["cycle", "unassessed", "2014", ...day],
  ["progress", ...day, "--group-by", "addressee"],
  ["progress", ...day, "--matrix"],
  ["progress", "--as-of", "1990-01-01"],
];

const claes = ["--as", "J. Claes", "--role", "respondent", "--for", "just"];
const update = JSON.stringify({ reportingYear: 2014, level: "announced", narrative: "-" });

/** The commands on a draft, from its making to its end. */
const onDraft = (id: string): readonly (readonly string[])[] => [
  ["draft", "list", ...claes],
  ["draft", "change", id, "--input", update, ...claes],
  ["draft", "show", id, ...claes],
  ["draft", "submit", id, ...claes],
];

/** The words of messages, without what they are about. */
function phrasesIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (typeof value === "function") return String(value(...Array(6).fill("\u0001"))).split("\u0001");
  return Object.values(value as object).flatMap(phrasesIn);
}

const trimmed = (phrases: readonly string[]) =>
  phrases.map((each) => each.replace(/^\W+|\W+$/g, "")).filter((each) => each.length > 3);

const english = new Set([
  ...trimmed(phrasesIn(en)),
  ...Object.values(refData).flatMap((codes) =>
    Object.entries(codes).flatMap(([code, { en: label }]) => [words(code), code, label, label.toLowerCase()]),
  ),
]);

/** What the record itself says, in whatever language. */
const record = readFileSync(world, "utf8").toLowerCase();

test.each(["fr", "nl", "de"] as const)(
  "with --lang %s no table has an English word of Heed",
  { timeout: 300_000 },
  async (lang) => {
    const { heed } = await worldDatabase();
    const own = [
      ...phrasesIn(messages[lang]),
      ...Object.values(refData).flatMap((codes) => Object.values(codes).map((label) => label[lang])),
    ]
      .join("\n")
      .toLowerCase();
    const foreign = [...english].filter(
      (phrase) => phrase.length > 3 && !own.includes(phrase.toLowerCase()) && !record.includes(phrase.toLowerCase()),
    );
    expect(foreign.length).toBeGreaterThan(250);
    const left: string[] = [];
    const made = await heed(
      "draft",
      "make",
      "2013-02",
      "--act",
      "update",
      "--addressee",
      "just",
      ...claes,
      "--lang",
      lang,
    );
    const { done, noneSeen, notSubmitted } = messages[lang].draft;
    expect(made.stdout).toContain(`${done.makeDraft}: `);
    const [, draft = ""] = /\[([0-9a-f]{8})\]/.exec(made.stdout) ?? [];
    for (const command of [...commands, ...onDraft(draft)]) {
      const { code, stdout, stderr } = await heed(...command, "--lang", lang);
      expect([code, stderr], command.join(" ")).toEqual([0, ""]);
      const found = foreign.filter((phrase) =>
        new RegExp(`(?<![\\p{L}-])${phrase.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}(?![\\p{L}-])`, "u").test(stdout),
      );
      left.push(...found.map((phrase) => `${command.join(" ")}: ${phrase}`));
    }
    expect(left).toEqual([]);
    const gone = await heed("draft", "show", draft, ...claes, "--lang", lang);
    expect(gone.stderr).toContain(noneSeen(draft));
    const ids: string[] = [];
    for (const _ of [1, 2]) {
      const again = await heed("draft", "make", "2013-02", "--act", "update", "--addressee", "just", ...claes);
      ids.push(/\[([0-9a-f]{8})\]/.exec(again.stdout)?.[1] ?? "");
    }
    expect((await heed("draft", "submit", ...ids, ...claes, "--lang", lang)).stderr).toContain(notSubmitted(2, 2));
  },
);

test("no head of a column is written beside the messages", () => {
  const source = fileURLToPath(new URL("../src", import.meta.url));
  // Those of commands that have no --lang.
  const forOperators = [
    "commands/config.ts",
    "commands/token.ts",
    "commands/reminder.ts",
    "commands/settings.ts",
    "commands/user.ts",
    "commands/user-sign-in.ts",
    "commands/webhook.ts",
  ];
  const files = readdirSync(source, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts"));
  expect(files).toEqual(expect.arrayContaining(forOperators));
  for (const file of files)
    if (!forOperators.includes(file))
      expect(readFileSync(join(source, file), "utf8"), file).not.toMatch(/head: ["`](?!["`])/);
});

test("a language in which Heed has no words is answered in English", async () => {
  const { heed } = await worldDatabase();
  const command = ["overdue", ...day, "--explain"];
  const lines = async (...asked: string[]) => (await heed(...command, ...asked)).stdout.split("\n");
  const reasons = (all: string[]) => all.filter((line) => line.includes(" · "));
  expect((await lines("--lang", "es"))[0]).toBe((await lines())[0]);
  expect(reasons(await lines("--lang", "es"))).toEqual(reasons(await lines()));
  expect(reasons(await lines()).length).toBeGreaterThan(40);
});
