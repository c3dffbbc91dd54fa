import { readFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { root, worldDatabase } from "./heed.ts";

/** What a page asks for that is the reader's own, and what only other tests can give. */
const notHere =
  /example\.org|FILE|HASH|ID |…|--keep|database rehearse|^heed (serve|doctor)|\|\||ours\.docx|judgments\.csv/;

/** The lines of a page's blocks of commands, as a reader copies them. */
function commandsOf(page: string): string[] {
  const text = readFileSync(join(root, "docs", page), "utf8");
  const blocks = text.split(/^```.*$/m).filter((_, place) => place % 2 === 1);
  return blocks
    .flatMap((block) => block.replaceAll("\\\n", " ").split("\n"))
    .map((line) => line.replace(/\s+#.*$/, "").trim())
    .filter((line) => line.startsWith("heed ") && !notHere.test(line));
}

/** The words of a command, as a shell reads them. */
function wordsOf(command: string): string[] {
  return [...command.matchAll(/(?:'[^']*'|"[^"]*"|[^\s'"]+)+/g)].map(([word]) =>
    word.replace(/'([^']*)'|"([^"]*)"/g, "$1$2"),
  );
}

test.each([
  "command-line.md",
  "documents.md",
  "collected.md",
  "report-sections.md",
  "sign-in.md",
  "evidence-files.md",
  "exchange.md",
])("each command of docs/%s does what it says, one after the other", { timeout: 240_000 }, async (page) => {
  const { heed, folder } = await worldDatabase();
  await writeFile(join(folder, "circular.pdf"), "%PDF-1.7\n%%EOF\n");
  const commands = commandsOf(page);
  expect(commands.length).toBeGreaterThan(0);
  const failed: unknown[] = [];
  for (const command of commands) {
    const [, ...words] = wordsOf(command);
    const args = words.map((word) =>
      word.replace(/(?<=^|=)[\w-]+\.(json|jsonld|xlsx|html|pdf|docx)$/, (name) => join(folder, name)),
    );
    const { code, stderr } = await heed(...args);
    if (code !== 0) failed.push([command, code, stderr]);
  }
  expect(failed).toEqual([]);
});
