import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { describeDatabase } from "../../store/test/describe-database.ts";
import { runKept } from "./heed.ts";

const base = `heed: mapping/1
name: base
report: { reference: R, issuingBody: Ombud, publishedOn: 2020-01-10, responsePeriod: { amount: 2, unit: months, rules: calendar, from: publication } }
recommendation: { reference: "{n}", text: "{t}" }
addressees: [ { names: { column: to, split: ";" } } ]
`;
const answers = (own = "") => `heed: mapping/1
name: answers
edition: { inFileName: '\\d{4}-\\d{2}-\\d{2}' }
onto:
  source: base
  reference: "{n}"
${own}  entries:
    - { type: response, position: { column: a, map: { "yes": accepted } } }
    - { type: progressUpdate, level: { column: l, map: { u: underWay } } }
`;
const addressees = '  addressees: { column: to, split: ";" }\n';

describeDatabase("what an edition of answers to known recommendations does not show", (open) => {
  async function onIts() {
    const { url } = await open();
    const folder = await mkdtemp(join(tmpdir(), "heed-onto-"));
    const heed = (...args: string[]) => runKept(args, url);
    const take = async (file: string, content: string, mapping: string, ...more: string[]) => {
      await writeFile(join(folder, file), content);
      await writeFile(join(folder, "m.yaml"), mapping);
      return heed("import", join(folder, file), "--mapping", join(folder, "m.yaml"), ...more);
    };
    await take("base.csv", "n,t,to\n3,C,K\n4,D,L;M\n", base);
    const overdue = async (responsible: string) =>
      (await heed("overdue", "--as-of", "2020-06-01", "--kind", "response", "--responsible", responsible)).stdout;
    return { heed, take, overdue };
  }

  const editions: [string, string, string, string][] = [
    ["whose addressee the row names", answers(addressees), "3,K,,u\n4,L;M,,u", "3,K,yes,u\n4,L;M,yes,u"],
    ["whose row has no answer at all", answers(addressees), "3,K,,\n4,L;M,,", "3,K,yes,\n4,L;M,yes,"],
    ["of each addressee", answers("  several: each\n"), "3,K,,\n4,L,,", "3,K,yes,\n4,L,yes,"],
  ];
  for (const [name, mapping, before, after] of editions)
    test(`was not there on its day: ${name}`, async () => {
      const { heed, take, overdue } = await onIts();
      const first = await take("a-2020-06-01.csv", `n,to,a,l\n${before}\n`, mapping);
      expect(first.code, first.stderr).toBe(0);
      if (before.endsWith(",,")) expect(first.stdout).toContain("the row has no entry for what is known already");
      expect((await take("a-2021-06-01.csv", `n,to,a,l\n${after}\n`, mapping)).code).toBe(0);
      for (const each of ["k", "l", "m"]) expect(await overdue(each)).toContain("response 1.");
      const { stdout } = await heed("export");
      expect(stdout.match(/"knownAfter": ?"2020-06-01"/g)).toHaveLength(3);
      expect((await heed("database", "check")).code).toBe(0);
    });

  test("was not there on its day, where the earlier edition comes later; the same file again changes nothing", async () => {
    const { heed, take } = await onIts();
    await take("a-2021-06-01.csv", "n,to,a,l\n3,K,yes,\n", answers(addressees));
    const silent = "n,to,a,l\n3,K,,\n";
    expect((await take("a-2020-06-01.csv", silent, answers(addressees))).code).toBe(0);
    expect((await heed("export")).stdout).toMatch(/"knownAfter": ?"2020-06-01"/);
    const again = await take("a-2020-06-01.csv", silent, answers(addressees));
    expect(again.stdout).toContain("nothing is new, nothing was changed");
  });

  test("is no fault of a row that nobody knows, or that could be of several", async () => {
    const { take } = await onIts();
    const told = await take(
      "a-2020-06-01.csv",
      "n,to,a,l\n9,K,,\n3,Nobody,,\n4,,,\n3,K,,\n3,K,,\n",
      answers(addressees),
    );
    expect(told.code, told.stderr).toBe(0);
    expect(told.stdout).not.toContain("Warning");
    expect(told.stdout).toContain("5 rows were skipped: the row has no entry");
  });

  test("is told of a second file for the same day, whose addressee the row names", async () => {
    const { take } = await onIts();
    await take("a-2020-06-01.csv", "n,to,a,l\n3,K,,\n", answers(addressees));
    const other = await take("b-2020-06-01.csv", "n,to,a,l\n3,K,yes,\n", answers(addressees));
    expect(other.stdout).toContain("another file was imported as the edition of the same day");
  });
});
