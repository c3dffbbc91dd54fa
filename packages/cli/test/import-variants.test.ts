import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { aRow, aWorkbook } from "../../files/test/a-workbook.ts";
import { describeDatabase } from "../../store/test/describe-database.ts";
import { ended, runKept, start } from "./heed.ts";

const columns = "Number,Year,To,Text,Status";
const mapping = `heed: mapping/1
name: variants
report: { reference: "R {Year}", issuingBody: Ombudsman, reportingYear: "{Year}", publishedOn: "2024-01-15", responsePeriod: none }
skip: [{ when: { column: Status, is: [Re-tiré, "✔"] }, why: withdrawn }]
recommendation: { reference: "{Number}", text: "{Text}" }
aliases: { MinJus: Justice }
addressees: [{ names: "{To}" }]
`;

async function commandOn(url: string) {
  const folder = await mkdtemp(join(tmpdir(), "heed-variants-"));
  const heed = (...args: string[]) => runKept(args, url);
  const write = async (name: string, content: string | Uint8Array) => {
    await writeFile(join(folder, name), content);
    return join(folder, name);
  };
  const own = await write("variants.yaml", mapping);
  const take = async (file: string, ...more: string[]) => {
    const told = await heed("import", file, "--mapping", own, "--dry-run", ...more);
    const done = await heed("import", file, "--mapping", own, ...more);
    expect({ code: told.code, stderr: told.stderr }).toEqual({ code: done.code, stderr: done.stderr });
    return done;
  };
  return { folder, heed, write, take };
}

describeDatabase("variants of one text", (open) => {
  test("with the line ends, hyphens and forms of signs of other programs are the same text", async () => {
    const { take, write } = await commandOn((await open()).url);
    const first = await take(await write("first.csv", `${columns}\nA-1,2024,Vice-Premier,"Draft it.\nSend it.",\n`));
    expect(first.stdout).toContain("1 recommendation, 1 follow-up");
    const others = [
      ["A\u20111", "Vice\u2011Premier", "Draft it.\vSend it."],
      ["A\u20101", "Vice\u2010Premier", "Draft it.\fSend it."],
      ["A\ufe0f-1", "Vice\u034f-Premier", "Draft\ufe0e it.\u2028Send it."],
    ];
    for (const [reference, to, text] of others) {
      const again = await take(await write("again.csv", `${columns}\n${reference},2024,${to},"${text}",\n`));
      expect(again).toMatchObject({ code: 0, stdout: expect.stringContaining("nothing is new, nothing was changed") });
    }
    const skipped = await take(
      await write("skip.csv", `${columns}\nB,2024,Justice,x,Re\u2011tire\u0301\nC,2024,Justice,x,\u2714\ufe0f\n`),
    );
    expect(skipped.stdout).toContain("2 rows were skipped: withdrawn");
  });

  test("a row that stands twice in another form is taken once", async () => {
    const { take, write } = await commandOn((await open()).url);
    const taken = await take(
      await write(
        "twice.xlsx",
        aWorkbook({
          sheets: {
            List:
              aRow(...columns.split(",")) +
              aRow(5, 2024, "Justice", "x") +
              aRow("5 ", "2024", "justice", "x\u00a0") +
              aRow("5", 2024, "MINJUS", "x") +
              aRow("5\u200b", 2024, "Justice ", "x"),
          },
        }),
      ),
    );
    expect(taken.stdout).toContain("(4 rows): 2 organizations, 1 report, 1 recommendation, 1 follow-up");
    expect(taken.stdout).toContain("Warning, 3 rows: the row is the same as an earlier one; taken once");
  });

  test("a reference that stands on several rows is told", async () => {
    const { take, write } = await commandOn((await open()).url);
    const shown = [1.1, 1.2, 1.1].map((number, at) =>
      aRow(number, 2024, at === 0 ? "Health" : "Justice", `text ${at}`),
    );
    const file = await write(
      "numbers.xlsx",
      aWorkbook({ sheets: { List: aRow(...columns.split(",")) + shown.join("") } }),
    );
    const taken = await take(file);
    expect(taken.stdout).toContain("3 recommendations");
    expect(taken.stdout).toContain("Warning, 1 row: an earlier row has the same reference");
    expect(taken.stdout).toContain("row 4 (1.1, as row 2)");
    expect((await take(file)).stdout).toContain("nothing is new");
  });

  test("that differs is told in one line", async () => {
    const { take, write } = await commandOn((await open()).url);
    await take(await write("a.csv", `${columns}\n1,2024,Justice,"one\ntwo",\n`));
    const other = await take(await write("b.csv", `${columns}\n1,2024,Justice,"one\nthree",\n`));
    expect(other.code).toBe(2);
    expect(other.stderr.trim().split("\n")).toHaveLength(2);
    expect(other.stderr).toContain('text.en is known as "one\\ntwo", and is here "one\\nthree"');
  });
});

describeDatabase("what a mapping brings in", (open) => {
  test("is never longer than what the record holds, so that its export comes back", async () => {
    const { folder, heed, take, write } = await commandOn((await open()).url);
    const long = (signs: number) => "x".repeat(signs);
    for (const [cells, column, told] of [
      [[long(2001), "Justice", "x"], "Number", "is 2,001 characters long; a name has 2,000 at most"],
      [["1", long(2001), "x"], "To", "is 2,001 characters long; a name has 2,000 at most"],
      [["1", "Justice", long(200_001)], "Text", "is 200,001 characters long; a text has 200,000 at most"],
    ] as const) {
      const [number, to, text] = cells;
      const refused = await take(
        await write("long.csv", `${columns}\n0,2024,Justice,fine,\n${number},2024,${to},${text},\n`),
      );
      expect(refused.code).toBe(2);
      expect(refused.stderr).toContain(`row 3, ${column}`);
      expect(refused.stderr).toContain(told);
      expect(refused.stderr.length).toBeLessThan(1000);
    }
    const owner = await write(
      "owner.yaml",
      `${mapping.replace("name: variants", "name: owner").replace('{ names: "{To}" }', '{ names: "{To}", entries: [{ type: commitment, description: "{Text}", owner: "{Text}", givenOn: "2024-02-01" }] }')}`,
    );
    const file = await write("most.csv", `${columns}\n${long(2000)},2024,${"y".repeat(2000)},${long(200_000)},\n`);
    const taken = await heed("import", file, "--mapping", owner);
    expect(taken).toMatchObject({ code: 0, stderr: "" });
    const record = join(folder, "record.json");
    await heed("export", "--to", record);
    const back = await heed("import", record);
    expect(back).toMatchObject({ code: 0, stdout: expect.stringContaining("nothing is new, nothing was changed") });
    const other = await ended(start(["import", record, "--create"], `file:${join(folder, "other.sqlite")}`));
    expect(other).toMatchObject({ code: 0, stdout: expect.stringContaining("1 entry new") });
  });
});
