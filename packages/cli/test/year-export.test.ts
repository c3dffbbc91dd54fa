import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { defaultSettings, readerAs } from "@heed/core";
import { canonical } from "@heed/core/canonical";
import { readRecordFile, recordText } from "@heed/files";
import { checkProjections, type Database, exportRecord, importRecord, trackerReads, verifyAudit } from "@heed/store";
import { afterEach, expect, onTestFinished, test, vi } from "vitest";
import { world } from "../../core/test/example-world.ts";
import { describeDatabase } from "../../store/test/describe-database.ts";
import { importRun } from "../../store/test/importing.ts";
import { byRequests, playAll } from "./year/play.ts";
import { type Step, theYear } from "./year/the-year.ts";

afterEach(() => {
  vi.useRealTimers();
});

const editor = readerAs("editor");

/** Acts of the months after the year, which leave what the year removes or does not have. */
const after: readonly Step[] = [
  {
    at: "2019-02-01T09:00:00Z",
    by: "editor",
    heed: [],
    http: ["post", "/reports", { reference: "Kept draft", reportingYear: 2018, issuingBody: "myria" }],
    as: "kept",
  },
  {
    at: "2019-02-01T10:00:00Z",
    by: "editor",
    heed: [],
    http: [
      "post",
      "/reports/{kept}/recommendations",
      { reference: "K-1", text: { en: "Later." }, addressees: [{ organization: "justice" }] },
    ],
  },
  {
    at: "2019-02-02T09:00:00Z",
    by: "editor",
    heed: [],
    http: [
      "post",
      "/settingChanges",
      { from: "2018-01-01", changes: { responsePeriod: { amount: 1, unit: "months" }, dueSoonDays: 14 }, reason: "A." },
    ],
  },
];

async function playedYear(database: Database): Promise<void> {
  await importRecord(database, world, importRun({ at: "2018-01-02T00:00:00Z" }));
  await playAll([...theYear, ...after], byRequests(database), ({ at }) =>
    vi.useFakeTimers({ toFake: ["Date"], now: new Date(at) }),
  );
  vi.useRealTimers();
}

async function exported(database: Database, reader = editor): Promise<string> {
  let text = "";
  const items = exportRecord(database, reader, "2019-06-01", defaultSettings);
  for await (const piece of recordText(items, reader)) text += piece;
  return text;
}

async function take(database: Database, text: string) {
  const folder = await mkdtemp(join(tmpdir(), "heed-year-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const file = join(folder, "year.json");
  await writeFile(file, text);
  const settings = await trackerReads(database).settings();
  return importRecord(database, await readRecordFile(file), importRun({ at: "2019-06-01T00:00:00Z", settings }));
}

/** What an import does not bring: how the record came about, who may act, and how counts and the search index came about. */
const ofTheDatabase = [
  // Of what an act corrected, the former versions are in the register's records; an import keeps them apart.
  ...["late_change", "progress_change", "report_version"],
  ...["_prisma_migrations", "sqlite_sequence", "api_token", "audit_checkpoint", "audit_record", "derivation"],
  ...["idempotency_key", "import_run", "register_record"],
  // Who brought a file is of the installation; the file itself goes beside the record (--with-files).
  ...["uploaded_file", "kept_file", "file_piece"],
  // The order of lists is kept, as the text of both shows; its numbers are not.
  ...["recommendation_place", "report_number", "theme_place"],
];
const ofTheRow = ["audit_head", "import_key", "version", "position", "replaced_by"];

/** JSON whatever the order of its keys. */
function textOf(value: unknown): string {
  return typeof value === "string" && value.startsWith("{") ? canonical(JSON.parse(value)) : String(value);
}

/** No answer depends on when an organization was recorded, nor on the number of a place. */
function notAsked(table: string, column: string): boolean {
  if (table === "standing" && column === "place") return true;
  return table === "organization" && column === "recorded_at";
}

/** The content and the answers of a database: every table, its rows in a fixed order. */
async function contentOf(database: Database): Promise<Record<string, readonly string[]>> {
  const tables = await database.all<{ name: string }>(
    database.dialect === "sqlite"
      ? "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '%_fts%'"
      : "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public'",
  );
  const content: Record<string, readonly string[]> = {};
  for (const { name } of tables) {
    if (ofTheDatabase.includes(name) || /^recommendation_(number|words)/.test(name)) continue;
    const rows = await database.all<Record<string, unknown>>(`SELECT * FROM ${name}`);
    content[name] = rows
      .map((row) =>
        Object.entries(row)
          .filter(([column]) => !ofTheRow.includes(column) && !notAsked(name, column))
          .map(([column, value]) => `${column} ${textOf(value)}`)
          .join("; "),
      )
      .sort();
  }
  return content;
}

describeDatabase("the record of a full year, taken over by a file", (open) => {
  test("gives the same content and the same answers in a new database, and nothing new in its own", {
    timeout: 300_000,
  }, async () => {
    const { database } = await open();
    await playedYear(database);
    const text = await exported(database);
    const again = await take(database, text);
    expect(again.created).toEqual({ organizations: 0, reports: 0, recommendations: 0, followUps: 0, entries: 0 });
    expect(again.warnings).toEqual([]);
    expect(await exported(database)).toBe(text);

    const { database: other } = await open();
    await take(other, text);
    expect(await exported(other)).toBe(text);
    const [before, now] = [await contentOf(database), await contentOf(other)];
    const differing = Object.entries(before).flatMap(([table, rows]) =>
      rows.filter((row) => !now[table]?.includes(row)).map((row) => `${table}: ${row}`),
    );
    expect(differing).toEqual([]);
    for (const [table, rows] of Object.entries(now)) expect(rows.length, table).toBe(before[table]?.length);
    for (const each of [database, other]) {
      expect((await verifyAudit(each)).fault).toBeUndefined();
      expect((await checkProjections(each, await trackerReads(each).settings())).differences).toEqual([]);
    }
    const known = { asOf: "2018-06-01", knownAt: "2018-06-01T12:00:00.000Z" };
    const listed = (of: Database) => trackerReads(of).overdue(editor, known, { withTotal: true });
    expect(await listed(other)).toEqual(await listed(database));
  });
});
