import { createReadStream } from "node:fs";
import { copyFile, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "csv-parse";
import { describe, expect, test } from "vitest";
import { freshDatabase, hasSharedData, sharedData, world, worldDatabase } from "./heed.ts";

const mapping = `heed: mapping/1
name: register
report:
  reference: "{Year}"
  issuingBody: The Ombudsman
  reportingYear: "{Year}"
  publishedOn: { column: Published, format: dd/MM/yyyy }
recommendation:
  reference: "{Number}"
  text: "{Text}"
addressees:
  - names: { column: To, split: ";" }
    entries:
      - type: response
        position: { column: Answer, map: { Agreed: accepted, Declined: rejected, "": "" } }
        knownBy: 2024-12-31
`;
const header = "Number,Year,Published,To,Text,Answer\n";
const good =
  '1,2020,01/03/2021,Justice;Interior,Train inspectors.,Agreed\n2,2020,01/03/2021,Justice,"Count, and tell.",\n';

async function files(csv: string | Buffer, own = mapping) {
  const fresh = await worldDatabase();
  const csvFile = join(fresh.folder, "register.csv");
  const mappingFile = join(fresh.folder, "register.yaml");
  await writeFile(csvFile, csv);
  await writeFile(mappingFile, own);
  const counts = async () => {
    const { stdout } = await fresh.heed("recommendation", "list", "--format", "json");
    const organizations = await fresh.heed("organization", "list", "--format", "json");
    return [JSON.parse(stdout).total, JSON.parse(organizations.stdout).total];
  };
  const take = (...more: string[]) => fresh.heed("import", csvFile, "--mapping", mappingFile, ...more);
  return { ...fresh, csvFile, mappingFile, counts, take };
}

describe("bad input is a clear error that names the place, and the database is unchanged", () => {
  test.each([
    ["a malformed CSV", `${header}${good}3,2020,01/03/2021,Justice,"never closed,Agreed\n`, mapping, ["4"]],
    ["a row with too many cells", `${header}${good}3,2020,01/03/2021,Justice,Text,Agreed,more\n`, mapping, ["4"]],
    [
      "an encoding that is not named",
      Buffer.from(`${header}1,2020,01/03/2021,Justi\xe7a,Text,Agreed\n`, "latin1"),
      mapping,
      ["encoding"],
    ],
    [
      "an encoding that is unknown",
      header + good,
      mapping.replace("report:", "file: { encoding: klingon }\nreport:"),
      ["register.yaml, file.encoding: klingon is not a known encoding"],
    ],
    [
      "a mapping with two unknown keys",
      header + good,
      mapping.replace("issuingBody:", "issuingBodi:").replace("knownBy:", "knownBi:"),
      ["register.yaml, line 5, report.issuingBodi:", "register.yaml, line 16, addressees[0].entries[0].knownBi:"],
    ],
    [
      "a mapping with an unknown key",
      header + good,
      mapping.replace("issuingBody:", "issuingBodi:"),
      ["issuingBodi", "issuingBody"],
    ],
    [
      "a mapping that names a column which is not there",
      header + good,
      mapping.replaceAll("{Text}", "{Texte}"),
      ["Texte", "Text"],
    ],
    ["a mapping that is no YAML", header + good, "heed: [", ["register.yaml"]],
    [
      "a date like 31/02/2020",
      `${header}${good}3,2020,31/02/2020,Justice,Text,Agreed\n`,
      mapping,
      ["row 4", "Published", "31/02/2020"],
    ],
    [
      "an unknown code",
      `${header}${good}3,2020,01/03/2021,Justice,Text,Perhaps\n`,
      mapping,
      ["row 4", "Answer", "Perhaps"],
    ],
    [
      "a report with two dates",
      `${header}${good}3,2020,02/03/2021,Justice,Text,Agreed\n`,
      mapping,
      ["row 4", "report", "2020"],
    ],
  ] as [string, string | Buffer, string, string[]][])("%s", async (_, csv, own, places) => {
    const { take, counts } = await files(csv, own);
    const before = await counts();
    const { code, stdout, stderr } = await take();
    expect(code, stderr).toBe(2);
    for (const place of places) expect(stderr).toContain(place);
    expect(stderr).not.toContain("    at ");
    expect(stdout).toBe("");
    expect(await counts()).toEqual(before);
  });

  test("a reference that exists with another text", async () => {
    const { take, counts, csvFile } = await files(header + good);
    expect((await take()).code).toBe(0);
    const before = await counts();
    await writeFile(csvFile, header + good.replace("Train inspectors.", "Train judges."));
    const { code, stderr } = await take();
    expect(code).toBe(2);
    expect(stderr).toContain('row 2, reference: "1": this reference is known with another content');
    expect(await counts()).toEqual(before);
  });

  test("a record with an unknown key, a missing organization, or an entry that names nothing", async () => {
    const { heed, folder } = await worldDatabase();
    const file = join(folder, "record.yaml");
    const text = await readFile(world, "utf8");
    for (const [change, places] of [
      [text.replace("    code: ceoor", "    coed: ceoor"), ["coed"]],
      [text.replace("addressee: federal-police", "addressee: federal-polise"), ["federal-polise"]],
      [text.replace("commitment: 2009-03-si-promise", "commitment: nothing"), ["nothing"]],
      [text.replace("givenOn: 2010-12-17", "givenOn: 2010-12-32"), ["givenOn"]],
    ] as [string, string[]][]) {
      expect(change).not.toBe(text);
      await writeFile(file, change);
      const { code, stderr } = await heed("import", file);
      expect(code, stderr).toBe(2);
      for (const place of places) expect(stderr).toContain(place);
    }
    expect((await heed("import", world)).stdout).toContain("nothing is new, nothing was changed");
  });

  test("--skip-invalid takes the other rows, --dry-run none", async () => {
    const { take, counts } = await files(`${header}${good}3,2020,31/02/2020,Justice,Text,Agreed\n`);
    const before = await counts();
    // Without --skip-invalid a dry run is refused in the same way as the import.
    const refusedDry = await take("--dry-run", "--format", "json");
    expect([refusedDry.code, JSON.parse(refusedDry.stdout).rejected.length]).toEqual([2, 1]);
    const dry = await take("--dry-run", "--skip-invalid", "--format", "json");
    expect(JSON.parse(dry.stdout)).toMatchObject({
      dryRun: true,
      created: { recommendations: 2 },
      rejected: [{ row: 4 }],
    });
    const refused = await take("--format", "json");
    expect(refused.code).toBe(2);
    expect(JSON.parse(refused.stdout)).toMatchObject({
      rejected: [{ row: 4, name: "Published", value: "31/02/2020" }],
    });
    expect(refused.stderr).toContain("nothing was imported");
    expect(await counts()).toEqual(before);
    const { code, stdout } = await take("--skip-invalid");
    expect(code).toBe(0);
    expect(stdout).toContain("1 row was rejected:");
    expect(await counts()).toEqual([before[0] + 2, before[1] + 3]);
  });
});

describe.skipIf(!hasSharedData)("the real files (../shared/data)", () => {
  const coroners = join(sharedData, "pfd", "pfd_reports_2023-10-01.csv");

  test("coroners: who is late on 1 October 2023, by the file's own counts", { timeout: 240_000 }, async () => {
    const { heed } = await freshDatabase();
    await heed("database", "upgrade");
    const imported = await heed("import", coroners, "--mapping", "examples/mappings/coroners.yaml");
    expect(imported.code, imported.stderr).toBe(0);
    // The label in the source contradicts its own counts: the import warns of it, and Heed goes by the counts.
    expect(imported.stdout).toContain("the source calls it overdue, and counts as many replies as recipients");

    // What the source says, per report: a readable date, at least one addressee, no reply, due before the day.
    const counted = await countReports();
    expect(counted).toEqual({
      late: 1031,
      addressees: 1417,
      named: 1416,
      notYetDue: 53,
      lateOnce: 1020,
      namedOnce: 1400,
    });
    // What Heed counts, per addressee: an empty name between bars is nobody, and a repeated row is taken once.
    expect(imported.stdout).toContain("34 rows: the row is the same as an earlier one; taken once");
    const answer = JSON.parse(
      (await heed("overdue", "--as-of", "2023-10-01", "--kind", "response", "--format", "json")).stdout,
    );
    expect(answer.total).toBe(counted.namedOnce);
    expect(new Set(answer.items.map(({ report }: { report: { id: string } }) => report.id)).size).toBe(
      counted.lateOnce,
    );
    // Nobody is overdue whose response is not due before the day, and nothing else is overdue.
    expect(answer.items.every(({ due }: { due: string }) => due < "2023-10-01")).toBe(true);
    const all = JSON.parse((await heed("overdue", "--as-of", "2023-10-01", "--format", "json")).stdout);
    expect(all.total).toBe(counted.namedOnce);

    // The day before a report's due date, the due date itself and the day after give different answers.
    const last = answer.items.at(-1);
    const isLate = async (day: string) =>
      JSON.parse(
        (await heed("overdue", "--as-of", day, "--report", last.report.id, "--format", "json")).stdout,
      ).items.some(({ followUp }: { followUp: string }) => followUp === last.followUp);
    const on = (days: number) => new Date(Date.parse(last.due) + days * 86_400_000).toISOString().slice(0, 10);
    expect([await isLate(on(-1)), await isLate(on(0)), await isLate(on(1))]).toEqual([false, false, true]);

    const without = JSON.parse(
      (await heed("recommendation", "list", "--without-addressee", "--limit", "1", "--format", "json")).stdout,
    );
    // Ten of the 1,510 rows are repeated.
    expect(without.total).toBe(1500);
    const again = await heed("import", coroners, "--mapping", "examples/mappings/coroners.yaml");
    expect(again.stdout).toContain("nothing is new, nothing was changed");
    expect((await heed("database", "check")).code).toBe(0);
  });

  /** Counts in the file itself, without Heed. */
  async function countReports() {
    const counts = { late: 0, addressees: 0, named: 0, notYetDue: 0, lateOnce: 0, namedOnce: 0 };
    const seen = new Set<string>();
    const rows = createReadStream(coroners).pipe(parse({ columns: true, bom: true }));
    for await (const row of rows as AsyncIterable<Record<string, string>>) {
      const [, day, month, year] = /^(\d\d)\/(\d\d)\/(\d{4})$/.exec(row.date_of_report ?? "") ?? [];
      const names = (row.this_report_is_being_sent_to ?? "").split("|").map((name) => name.trim());
      const recipients = Number(row["no. recipients"]);
      if (year === undefined || recipients === 0 || Number(row["no. replies"]) > 0) continue;
      const due = Date.parse(`${year}-${month}-${day}`) + 56 * 86_400_000;
      if (due >= Date.parse("2023-10-01")) counts.notYetDue += 1;
      else {
        const named = names.filter((name) => name !== "").length;
        counts.late += 1;
        counts.addressees += names.length;
        counts.named += named;
        if (seen.has(JSON.stringify(row))) continue;
        seen.add(JSON.stringify(row));
        counts.lateOnce += 1;
        counts.namedOnce += named;
      }
    }
    return counts;
  }

  test("the Universal Periodic Review imports whole, and under another name again with nothing changed", {
    timeout: 240_000,
  }, async () => {
    const { heed, folder } = await freshDatabase();
    await heed("database", "upgrade");
    const upr = join(sharedData, "upr", "6-9.csv");
    const first = await heed("import", upr, "--mapping", "examples/mappings/upr.yaml", "--format", "json");
    expect(JSON.parse(first.stdout)).toMatchObject({
      rows: 8343,
      // One row is repeated.
      created: { recommendations: 8342, followUps: 8342 },
      rejected: [],
    });
    const total = async (position: string) =>
      JSON.parse(
        (await heed("recommendation", "list", "--position", position, "--limit", "1", "--format", "json")).stdout,
      ).total;
    expect([await total("accepted"), await total("noted")]).toEqual([6205, 2137]);
    const copy = join(folder, "some.csv");
    await copyFile(upr, copy);
    const again = await heed("import", copy, "--mapping", "examples/mappings/upr.yaml", "--format", "json");
    expect(JSON.parse(again.stdout)).toMatchObject({
      unchanged: 8342,
      created: { organizations: 0, reports: 0, recommendations: 0, followUps: 0, entries: 0 },
    });
  });
});
