import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { describe, expect, test } from "vitest";
import { freshDatabase, hasSharedData, sharedData } from "./heed.ts";

const mapping = `heed: mapping/1
name: register
unknownOrganizations: create
aliases: { MoJ: Justice }
report:
  reference: "{Year}"
  issuingBody: The Ombudsman
  reportingYear: "{Year}"
  publishedOn: "{Published}"
recommendation:
  reference: "{Number}"
  text: "{Text}"
  implementationDue: "{Due}"
addressees:
  - names: { column: To, split: ";" }
    entries:
      - type: response
        position: { column: Answer, map: { Agreed: accepted, Declined: rejected } }
        givenOn: "{Answered}"
`;
const header = "Number,Year,Published,To,Text,Due,Answer,Answered\n";
const good = "1,2020,2021-03-01,MoJ,Train inspectors.,2022-03-01,Agreed,2021-04-01\n";

async function files(csv: string, own = mapping) {
  const fresh = await freshDatabase();
  await fresh.heed("database", "upgrade");
  const csvFile = join(fresh.folder, "register.csv");
  const mappingFile = join(fresh.folder, "register.yaml");
  await writeFile(csvFile, csv);
  await writeFile(mappingFile, own);
  const take = (...more: string[]) => fresh.heed("import", csvFile, "--mapping", mappingFile, ...more);
  const total = async () =>
    JSON.parse((await fresh.heed("recommendation", "list", "--format", "json")).stdout).total as number;
  return { ...fresh, csvFile, mappingFile, take, total };
}

describe("what cannot be so is a clear error with its place, and nothing is written", () => {
  const second = (cells: string) => header + good + cells;
  test.each<[string, string, string, string]>([
    [
      "a due date before the report",
      second("2,2020,2021-03-01,MoJ,Text.,2021-02-28,Agreed,2021-04-01\n"),
      mapping,
      'row 3, Due: "2021-02-28": the due date is before the report, which is of 2021-03-01',
    ],
    [
      "an entry before the report",
      second("2,2020,2021-03-01,MoJ,Text.,,Agreed,2020-04-01\n"),
      mapping,
      'row 3, Answered: "2020-04-01": the response is before the report, which is of 2021-03-01',
    ],
    [
      "an unknown organization",
      second("2,2020,2021-03-01,Interior,Text.,,,\n"),
      mapping.replace("unknownOrganizations: create", "unknownOrganizations: refuse"),
      'row 3, organization: "Interior": no organization has this name',
    ],
    [
      "an alias that leads to an unknown organization",
      header + good,
      mapping.replace("unknownOrganizations: create", "unknownOrganizations: refuse"),
      'row 2, organization: "Justice": no organization has this name, which the mapping\'s aliases give MoJ',
    ],
    [
      "an alias that leads to an alias",
      header + good,
      mapping.replace("{ MoJ: Justice }", "{ MoJ: Justice, Justice: Ministry of Justice }"),
      "aliases.MoJ: leads to Justice, which is an alias itself",
    ],
  ])("%s", async (_, csv, own, said) => {
    const { take, total } = await files(csv, own);
    const { code, stdout, stderr } = await take();
    expect(code, stderr).toBe(2);
    expect(stderr).toContain(said);
    expect(stdout).toBe("");
    expect(await total()).toBe(0);
  });
});

test("a corrected text is a new version only where that is asked for, and the show tells it", async () => {
  const { take, heed, csvFile } = await files(header + good);
  await take();
  await writeFile(csvFile, header + good.replace("Train inspectors.", "Train judges."));
  expect((await take()).code).toBe(2);
  const accepted = await take("--accept-corrections");
  expect(accepted.code, accepted.stderr).toBe(0);
  expect(accepted.stdout).toContain("1 recommendation has a new version; the old one is kept.");
  const shown = await heed("recommendation", "show", "1");
  expect(shown.stdout).toContain("Train judges.");
  expect(shown.stdout).toContain("Version 2");
  expect(shown.stdout).toContain("Train inspectors.");
  expect(JSON.parse((await heed("recommendation", "show", "1", "--format", "json")).stdout)).toMatchObject({
    recommendation: { version: 2, text: { en: "Train judges." } },
    formerVersions: [{ recommendation: { version: 1, text: { en: "Train inspectors." } } }],
    followUps: [{ position: "accepted" }],
  });
  expect((await heed("database", "check")).code).toBe(0);
  expect((await take("--accept-corrections")).stdout).toContain("nothing is new, nothing was changed");
});

test("the show tells the themes and the due date of the old version, whose text may be the same", async () => {
  const own = mapping.replace('  text: "{Text}"\n', '  textAbsent: not published\n  themes: "{Text}"\n');
  const { take, heed, csvFile } = await files(header + good, own);
  await take();
  await writeFile(csvFile, header + good.replace("Train inspectors.", "judges").replace("2022-03-01", "2023-03-01"));
  expect((await take("--accept-corrections")).code).toBe(0);
  const { stdout } = await heed("recommendation", "show", "1");
  const [now, before] = stdout.split("Version 1");
  expect(now).toContain("Themes: judges\nDue: 2023-03-01");
  expect(before).toContain("Themes: Train inspectors.\nDue: 2022-03-01\n(no text: not published)");
});

describe.skipIf(!hasSharedData)("a newer edition of the coroners' file (../shared/data)", () => {
  test("adds a report and the replies that came, tells which row vanished, and deletes nothing", {
    timeout: 240_000,
  }, async () => {
    const { heed, folder } = await freshDatabase();
    await heed("database", "upgrade");
    const file = join(sharedData, "pfd", "pfd_reports_2023-10-01.csv");
    const take = async (path: string, ...options: string[]) => {
      const { code, stdout, stderr } = await heed(
        ...["import", path, "--mapping", "examples/mappings/coroners.yaml", "--format", "json", ...options],
      );
      expect(code, stderr).toBe(0);
      return JSON.parse(stdout);
    };
    const first = await take(file);
    const late = async () =>
      JSON.parse((await heed("overdue", "--as-of", "2023-10-01", "--limit", "1", "--format", "json")).stdout).total;
    const before = await late();

    const rows: Record<string, string>[] = parse(await readFile(file), { columns: true, bom: true });
    const counts = new Map<string, number>();
    for (const { ref = "" } of rows) counts.set(ref, (counts.get(ref) ?? 0) + 1);
    const silent = (row: Record<string, string>) =>
      row["no. recipients"] === "1" && row["no. replies"] === "0" && row.date_of_report?.endsWith("/2021");
    const answered = rows.filter(silent).slice(0, 3);
    expect(answered).toHaveLength(3);
    for (const row of answered) row["no. replies"] = "1";
    // One of the recommendations whose reference repeats: an answer does not make it another report.
    const repeated = rows.find((row) => (counts.get(row.ref ?? "") ?? 0) > 1 && row.ref && silent(row));
    if (repeated) repeated["no. replies"] = "1";
    const gone = rows.findIndex((row) => counts.get(row.ref ?? "") === 1 && row["no. replies"] === "2");
    const [vanished] = rows.splice(gone, 1);
    rows.unshift({ ...rows[0], ref: "2023-9999", "no. replies": "0" });
    // The year in its name is that of the rows without a date and a reference, and makes none of them another one.
    const newer = join(folder, "pfd_reports_2024-10-01.csv");
    await writeFile(newer, csvOf(rows));

    const told = await take(newer);
    expect(told).toMatchObject({
      rows: 4589,
      created: { reports: 1, recommendations: 1, entries: repeated ? 4 : 3 },
      unchanged: first.created.recommendations - 1,
      corrected: 0,
      rejected: [],
    });
    const missing = told.warnings.find(({ detail }: { detail: string }) => detail.startsWith("no longer in this file"));
    expect(missing).toMatchObject({ rows: 1, examples: [{ value: vanished?.ref }] });
    const shown = await heed("recommendation", "list", "--reference", vanished?.ref ?? "", "--format", "json");
    expect(JSON.parse(shown.stdout).total).toBe(1);
    // What the first file did not show was absent on its day, whatever came later.
    expect(await late()).toBe(before);
    const again = await take(newer);
    expect(again.created).toEqual({ organizations: 0, reports: 0, recommendations: 0, followUps: 0, entries: 0 });
    expect((await heed("database", "check")).code).toBe(0);
  });

  test("refuses by its row what tells no year, unless the file's name or an option does", async () => {
    const { heed, folder } = await freshDatabase();
    await heed("database", "upgrade");
    const rows: Record<string, string>[] = parse(
      await readFile(join(sharedData, "pfd", "pfd_reports_2023-10-01.csv")),
      {
        columns: true,
        bom: true,
      },
    );
    const file = join(folder, "undated.csv");
    await writeFile(file, csvOf(rows.filter(({ ref, date_of_report }) => !ref && !date_of_report).slice(0, 1)));
    const take = (...options: string[]) =>
      heed("import", file, "--mapping", "examples/mappings/coroners.yaml", "--edition-day", "2024-10-01", ...options);
    const refused = await take();
    expect(refused.code).toBe(2);
    expect(refused.stderr).toContain(
      "row 2, date_of_report: gives no reporting year of four digits; --fact Year=… gives it",
    );
    expect((await take("--fact", "Year=2024")).code).toBe(0);
    expect(JSON.parse((await heed("report", "list", "--format", "json")).stdout).items).toMatchObject([
      { reportingYear: 2024 },
    ]);
  });
});

function csvOf(rows: readonly Record<string, string>[]): string {
  const lines = [Object.keys(rows[0] ?? {}), ...rows.map((row) => Object.values(row))];
  return lines.map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(",")).join("\n");
}
