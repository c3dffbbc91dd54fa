import { expect, test } from "vitest";
import { checkSchema } from "../src/check/check-schema.ts";
import { describeDatabase } from "./describe-database.ts";

describeDatabase("a check of the schema", (open) => {
  test("finds nothing in a database as the program makes it", async () => {
    const { database } = await open();
    expect(await checkSchema(database)).toEqual([]);
  });

  test("names a trigger, an index and a column that were taken away", async () => {
    const { database } = await open();
    const sqlite = database.dialect === "sqlite";
    const trigger = sqlite ? "entry_no_update" : "entry_append_only";
    await database.run(`DROP TRIGGER ${trigger}${sqlite ? "" : " ON entry"}`);
    await database.run("DROP INDEX entry_follow_up_id_recorded_at_idx");
    await database.run("ALTER TABLE import_run DROP COLUMN finished");
    const found = await checkSchema(database);
    expect(found.map(({ name }) => name).sort()).toEqual(
      [
        "index entry_follow_up_id_recorded_at_idx",
        sqlite ? "table import_run" : "table import_run finished",
        `trigger ${trigger}`,
      ].sort(),
    );
  });

  test("names a trigger that was made to do nothing", async () => {
    const { database } = await open();
    if (database.dialect === "sqlite") {
      await database.run("DROP TRIGGER entry_no_update");
      await database.run("CREATE TRIGGER entry_no_update BEFORE UPDATE ON entry BEGIN SELECT 1; END");
    } else {
      await database.run("ALTER TABLE entry DISABLE TRIGGER entry_append_only");
    }
    expect(await checkSchema(database)).toHaveLength(1);
  });

  test("names a trigger of another's making, and a rule that swallows entries", async () => {
    const { database } = await open();
    if (database.dialect === "sqlite")
      await database.run("CREATE TRIGGER helpful AFTER INSERT ON entry BEGIN DELETE FROM owed; END");
    else {
      await database.run("CREATE RULE helpful AS ON INSERT TO owed DO INSTEAD NOTHING");
      await database.run("ALTER TABLE report DROP CONSTRAINT report_issuing_body_id_fkey");
      await database.run("ALTER TABLE setting ENABLE ROW LEVEL SECURITY");
    }
    expect((await checkSchema(database)).map(({ name }) => name).sort()).toEqual(
      database.dialect === "sqlite"
        ? ["trigger helpful"]
        : ["constraint report_issuing_body_id_fkey of report", "rule helpful of owed", "table setting"],
    );
  });
});
