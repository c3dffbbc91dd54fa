import { open as openFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { RecordFile } from "@heed/core";
import type { Database } from "@heed/store";
import { expect, test } from "vitest";
import { describeDatabase, describeSqlite } from "../../store/test/describe-database.ts";
import { imported } from "../../store/test/importing.ts";
import { tamper } from "../../store/test/tampering.ts";
import { ended, start } from "./heed.ts";

const record = RecordFile.parse({
  heed: "record/1",
  organizations: [
    { id: "centre", code: "centre", name: { en: "Centre" } },
    { id: "justice", code: "just", name: { nl: "Justitie" } },
  ],
  reports: [{ id: "r", reference: "2021", issuingBody: "centre", reportingYear: 2021, publishedOn: "2022-10-18" }],
  recommendations: ["a", "b"].map((id) => ({ id, report: "r", reference: id, text: { en: "Train the inspectors." } })),
  followUps: ["a", "b"].map((id) => ({
    id: `fu-${id}`,
    recommendation: id,
    addressee: "justice",
    entries: [
      { id: `e-${id}`, type: "response", position: "noted", givenOn: "2022-12-19", recordedAt: "2022-12-19T09:00:00Z" },
    ],
  })),
});

async function asked(database: Database, url: string, table: string, statement: string) {
  await imported(database, record);
  await tamper(database, table, statement);
  const [check, verify] = [
    await ended(start(["database", "check"], url)),
    await ended(start(["audit", "verify"], url)),
  ];
  return { check, verify };
}

describeDatabase("a damaged record", (open) => {
  test.each([
    ["an entry", "entry", "UPDATE entry SET body = '{\"id\":' WHERE id = 'e-b'", "follow-up fu-b"],
    [
      "an organization",
      "organization",
      "UPDATE organization SET name = '{' WHERE id = 'justice'",
      "organization justice",
    ],
    ["a record", "register_record", "UPDATE register_record SET body = '{' WHERE thing_id = 'r'", "imported report r"],
  ])("is named by its row, with exit code 4: %s", async (_, table, statement, place) => {
    const { database, url } = await open();
    const { check, verify } = await asked(database, url, table, statement);
    expect(verify.stdout).toContain(`The audit is broken: ${place}`);
    expect([verify.code, verify.stderr]).toEqual([4, ""]);
    expect(check.stdout).toContain(`broken: ${place}`);
    expect([check.code, check.stderr]).toEqual([4, ""]);
  });

  test("tells that a trigger and an index are missing", async () => {
    const { database, url } = await open();
    const { check } = await asked(database, url, "entry", "DROP INDEX entry_follow_up_id_recorded_at_idx");
    expect(check.code).toBe(4);
    expect(check.stdout).toContain("index entry_follow_up_id_recorded_at_idx: it is missing");
    expect(check.stdout).toMatch(/trigger entry_(no_update|append_only): it is missing/);
  });
});

// A PostgreSQL server checks its pages itself.
describeSqlite("a file with a damaged page", (open) => {
  test("is told by its table, with exit code 4", async () => {
    const { database, url } = await open();
    await imported(database, record);
    const [page] = await database.all<{ rootpage: number }>(
      "SELECT rootpage FROM sqlite_master WHERE name = 'entry_follow_up_id_recorded_at_idx'",
    );
    const [size] = await database.all<{ page_size: number }>("PRAGMA page_size");
    await database.all("PRAGMA wal_checkpoint(TRUNCATE)");
    await database.close();
    const file = fileURLToPath(url);
    const handle = await openFile(file, "r+");
    const pageSize = size?.page_size ?? 0;
    await handle.write(Buffer.alloc(pageSize, 0xaa), 0, pageSize, ((page?.rootpage ?? 0) - 1) * pageSize);
    await handle.close();
    const check = await ended(start(["database", "check"], url));
    expect(check.stderr).toBe("");
    expect(check.stdout).toContain("pages of the table entry: ");
    expect(check.code).toBe(4);
    const verify = await ended(start(["audit", "verify"], url));
    expect([verify.code, verify.stderr]).toEqual([4, ""]);
    expect(verify.stdout).toContain("The audit is broken");
  });
});
