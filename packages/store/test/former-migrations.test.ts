import { defaultSettings, publicReader } from "@heed/core";
import { derivationVersion } from "@heed/core/follow-up/standing/projection";
import {
  checkDerived,
  checkProjections,
  checkSchema,
  type Database,
  openDatabase,
  trackerReads,
  verifyAudit,
} from "@heed/store";
import { expect, test } from "vitest";
import { readMigrations, upgradeSchema } from "../src/migrations.ts";
import { databaseBeforeInitial } from "./before-initial.ts";
import { describeDatabase } from "./describe-database.ts";

/** What is derived again is compared with the rules by the check, and not with what it was. */
const derivedAgain = [
  ...["derivation", "late_change", "late_count", "late_year", "owed", "progress_change", "progress_count", "standing"],
];
const addedLater = [
  ...["follow_up_change", "shown_again", "recommendation_place", "report_number", "theme_owed", "theme_place"],
  ...[
    "act_draft",
    "entry_citation",
    "entry_file",
    "file_piece",
    "kept_file",
    "uploaded_file",
    "collected_item",
    "collected_item_theme",
  ],
  ...["frozen_document", "report_section", "scheduled_run", "reminder_step", "outbox_message", "follower", "webhook"],
  ...["import_job", "session", "sign_in_link", "user_account", "user_identity", "user_role"],
];
/** The tables of the word index, which is written anew. */
const ofTheWordIndex = [
  "recommendation_number",
  ...["data", "idx", "docsize", "content", "config"].map((each) => `recommendation_words_${each}`),
];

const modes = ["read", "write", "migrate", "upgrade"] as const;

/** All rows of all tables, those of the migrations apart. */
async function rowsOf(database: Database) {
  const tables = await database.all<{ name: string }>(
    database.dialect === "sqlite"
      ? "SELECT name FROM sqlite_master WHERE type = 'table' AND name <> 'recommendation_words'"
      : "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'",
  );
  const names = tables.map(({ name }) => name).filter((name) => name !== "_prisma_migrations");
  expect(names.length).toBeGreaterThan(40);
  const all = new Map<string, unknown[]>();
  for (const name of names.sort()) all.set(name, await database.all(`SELECT * FROM "${name}" ORDER BY 1, 2`));
  return all;
}

const applied = (database: Database) =>
  database.all<{ name: string; checksum: string }>(
    "SELECT migration_name AS name, checksum FROM _prisma_migrations ORDER BY migration_name",
  );

describeDatabase("a database of before the first release", (open) => {
  const former = async () => {
    const { database, url } = await open();
    const placed = await databaseBeforeInitial(database, url);
    return { url: placed, database: await openDatabase(placed, { mode: "asItIs" }) };
  };

  test("is taken over by an upgrade: the rows of the register and of follow-ups stay", async () => {
    const { database: old, url } = await former();
    for (const mode of ["read", "write"] as const)
      await expect(openDatabase(url, { mode })).rejects.toMatchObject({
        code: "databaseOlder",
        message: expect.stringContaining("heed database upgrade"),
      });
    const before = await rowsOf(old);
    await old.close();
    await (await openDatabase(url, { mode: "upgrade" })).close();
    const database = await openDatabase(url, { mode: "asItIs" });
    const after = await rowsOf(database);
    expect(after.get("shown_again")).toEqual([]);
    for (const name of [...derivedAgain, ...addedLater, ...ofTheWordIndex]) {
      before.delete(name);
      after.delete(name);
    }
    // Organizations got a version later; each has its first.
    before.set(
      "organization",
      (before.get("organization") ?? []).map((row) => ({ ...(row as object), version: 1 })),
    );
    // A record that is of before has its body in its hash.
    before.set(
      "register_record",
      (before.get("register_record") ?? []).map((row) => ({ ...(row as object), body_digest: "", salt: "" })),
    );
    expect(Object.fromEntries(after)).toEqual(Object.fromEntries(before));
    const initial = (await readMigrations(database.dialect)).map(({ name, checksum }) => ({ name, checksum }));
    expect(await applied(database)).toEqual(initial);
    expect(await checkSchema(database)).toEqual([]);
    expect(await checkDerived(database)).toEqual([]);
    expect((await checkProjections(database, defaultSettings)).differences).toEqual([]);
    const audit = await verifyAudit(database);
    expect(audit).toMatchObject({ followUps: 2, checkpoints: 2 });
    expect(audit.fault).toBeUndefined();
    const reads = trackerReads(database);
    expect(await reads.recommendationsByReference(publicReader, "7", "2024-06-03")).toHaveLength(1);
    expect((await reads.overdue(publicReader, { asOf: "2024-06-03" }, {})).total).toBeGreaterThan(0);
    await (await openDatabase(url, { mode: "write" })).close();
    await database.close();
  });

  test("has derived again what older rules derived, when it is taken over", async () => {
    const { database, url } = await former();
    await database.run("DELETE FROM owed");
    await database.run("UPDATE derivation SET version = ?", [derivationVersion - 1]);
    await (await openDatabase(url, { mode: "migrate" })).close();
    expect((await checkProjections(database, defaultSettings)).differences).toEqual([]);
    await database.close();
  });

  test("gets later migrations as it is taken over", async () => {
    const { database } = await former();
    const later = { name: "29990101000000_later", script: "CREATE TABLE later (id TEXT);\n", checksum: "later" };
    await upgradeSchema(database, { make: false, migrations: [...(await readMigrations(database.dialect)), later] });
    expect(await database.all("SELECT id FROM later")).toEqual([]);
    expect((await applied(database)).map(({ name }) => name)).toEqual([
      ...(await readMigrations(database.dialect)).map(({ name }) => name),
      later.name,
    ]);
    await database.close();
  });

  test.each([
    ["only some of the former migrations", "DELETE FROM _prisma_migrations WHERE migration_name LIKE '%_coordinator'"],
    ["only the first one", "DELETE FROM _prisma_migrations WHERE migration_name NOT LIKE '%_initial'"],
    ["one that was another then", "UPDATE _prisma_migrations SET checksum = '' WHERE migration_name LIKE '%_editions'"],
  ])("is refused and left as it is, with %s", async (_, statement) => {
    const { database, url } = await former();
    await database.run(statement);
    const before = [await applied(database), await rowsOf(database)];
    for (const mode of modes)
      await expect(openDatabase(url, { mode })).rejects.toMatchObject({
        code: "databaseOlder",
        message: expect.stringMatching(/left as it is: export it with the program that wrote it \(heed export\)/),
      });
    expect([await applied(database), await rowsOf(database)]).toEqual(before);
    await database.close();
  });

  test("is refused with a migration that this program does not know", async () => {
    const { database, url } = await former();
    await database.run(
      "INSERT INTO _prisma_migrations (id, checksum, finished_at, migration_name) VALUES ('later', '', CURRENT_TIMESTAMP, '29990101000000_later')",
    );
    for (const mode of modes)
      await expect(openDatabase(url, { mode })).rejects.toMatchObject({ code: "databaseNewer" });
    await database.close();
  });
});
