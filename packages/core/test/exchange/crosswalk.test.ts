import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { crosswalks } from "../../src/exchange/crosswalk.ts";
import { refData } from "../../src/ref-data/labels.ts";

const page = readFileSync(new URL("../../../../docs/exchange.md", import.meta.url), "utf8");

const lists = { position: "position", assessed: "assessedLevel", closureReason: "closureReason" } as const;

test("a word of another body leads to one of ours, and the page tells each with what is lost", () => {
  for (const { title, answers, rows } of Object.values(crosswalks)) {
    expect(new Set(rows.map(({ theirs }) => theirs)).size, title).toBe(rows.length);
    for (const { theirs, means, ours, lost } of rows) {
      expect(Object.keys(refData[lists[answers]]), `${title}: ${theirs}`).toContain(ours);
      expect(page, title).toContain(`| ${theirs} | ${means} | \`${ours}\` | ${lost ?? ""} |`);
    }
  }
});
