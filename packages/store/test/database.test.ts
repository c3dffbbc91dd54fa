import { type Database, openDatabase, type Sql } from "@heed/store";
import { expect, onTestFinished, test } from "vitest";
import { numbered } from "../src/connection/numbered.ts";
import { describeDatabase } from "./describe-database.ts";

describeDatabase("a database", (open) => {
  test("a write transaction that throws leaves nothing", async () => {
    const { database } = await open();
    const insert = "INSERT INTO setting (id, recorded_at, body) VALUES (?, ?, ?)";
    await database.transaction((sql) => sql.run(insert, ["kept", "2026-01-01T00:00:00Z", "{}"]));
    await expect(
      database.transaction(async (sql) => {
        await sql.run(insert, ["lost", "2026-01-01T00:00:00Z", "{}"]);
        throw new Error("no");
      }),
    ).rejects.toThrow("no");
    expect(await database.all("SELECT id FROM setting")).toEqual([{ id: "kept" }]);
  });

  test("a write waits as long as it may in all, for a connection and for a lock", async () => {
    const { database, url } = await open();
    const patience = 3_000;
    const writer = async (limit: number) => {
      const one = await openDatabase(url, { mode: "write", limits: { patience: limit, writeConnections: 1 } });
      onTestFinished(() => one.close());
      return one;
    };
    const [other, longer] = [await writer(patience), await writer(patience * 1.25)];
    const lock = async (sql: Sql) => {
      if (sql.dialect === "postgresql") await sql.run("LOCK TABLE setting IN ACCESS EXCLUSIVE MODE");
    };
    const ended: string[] = [];
    const refused = async (name: string, by: Database) => {
      await expect(by.transaction(lock)).rejects.toMatchObject({ code: "databaseBusy" });
      ended.push(name);
    };
    await database.transaction(async (sql) => {
      await lock(sql);
      const first = refused("first", other);
      await new Promise((resolve) => setTimeout(resolve, patience / 2));
      // The second gets the connection of the first one when that one has waited in vain: half of its time is over. Who began with
      // it, with a connection of its own, may wait longer.
      await Promise.all([first, refused("second", other), refused("longer", longer)]);
    });
    expect(ended).toEqual(["first", "second", "longer"]);
  });

  test("the audit is append-only", async () => {
    const { database } = await open();
    await database.run(
      "INSERT INTO audit_checkpoint (sequence, at, follow_ups, records, heads_digest, previous_hash, hash) VALUES (1, 'x', 0, 0, '', '', '')",
    );
    await expect(database.run("UPDATE audit_checkpoint SET hash = 'y'")).rejects.toThrow("append-only");
    await expect(database.run("DELETE FROM audit_checkpoint")).rejects.toThrow("append-only");
  });

  test("rows come in batches", async () => {
    const { database } = await open();
    for (let i = 0; i < 25; i++)
      await database.run("INSERT INTO setting (id, recorded_at, body) VALUES (?, 'now', '?')", [
        String(i).padStart(2, "0"),
      ]);
    const sizes: number[] = [];
    for await (const batch of database.batches("SELECT id FROM setting WHERE body = '?' ORDER BY id", [], 10))
      sizes.push(batch.length);
    expect(sizes).toEqual([10, 10, 5]);
  });

  test("other rows are read between two batches, in a transaction and in a snapshot", async () => {
    const { database } = await open();
    for (let i = 0; i < 25; i++)
      await database.run("INSERT INTO setting (id, recorded_at, body) VALUES (?, 'now', 'x')", [`${10 + i}`]);
    const readIn = async (sql: Sql) => {
      const read: string[] = [];
      for await (const batch of sql.batches<{ id: string }>(
        "SELECT id FROM setting WHERE body = ? ORDER BY id",
        ["x"],
        10,
      ))
        for (const { id } of batch) {
          const [row] = await sql.all<{ id: string }>("SELECT id FROM setting WHERE id = ?", [id]);
          read.push(row?.id ?? "");
        }
      return read;
    };
    const all = Array.from({ length: 25 }, (_, i) => `${10 + i}`);
    expect(await database.transaction(readIn)).toEqual(all);
    const snapshot = await database.snapshot();
    expect(await readIn(snapshot)).toEqual(all);
    // What is left before its end is closed.
    for await (const batch of snapshot.batches("SELECT id FROM setting ORDER BY id", [], 10)) {
      expect(batch).toHaveLength(10);
      break;
    }
    expect(await readIn(snapshot)).toEqual(all);
    await snapshot.end();
  });
});

test("placeholders are numbered, but not inside quotes", () => {
  expect(numbered(`SELECT '?', "a?" FROM t WHERE x = ? AND y = 'it''s ?' AND z = ?`)).toBe(
    `SELECT '?', "a?" FROM t WHERE x = $1 AND y = 'it''s ?' AND z = $2`,
  );
});
