import { type Database, openDatabase, type Sql } from "@heed/store";
import { expect, test } from "vitest";
import { describeDatabase } from "./describe-database.ts";

const together = { together: true };

async function keep(sql: Sql, id: string): Promise<string> {
  await sql.run("INSERT INTO setting (id, recorded_at, body) VALUES (?, '2026-01-01T00:00:00Z', '{}')", [id]);
  return id;
}

async function keptIn(sql: Sql): Promise<string[]> {
  return (await sql.all<{ id: string }>("SELECT id FROM setting ORDER BY id")).map(({ id }) => id);
}

const outcomes = async (all: readonly Promise<unknown>[]) =>
  (await Promise.allSettled(all)).map((each) => (each.status === "fulfilled" ? each.value : String(each.reason)));

describeDatabase("short writes that come at once", (open) => {
  async function opened(): Promise<{ database: Database; other: Database }> {
    const { database, url } = await open();
    return { database, other: await openDatabase(url, { mode: "write" }) };
  }

  test("are each kept or undone alone, and on the disk before they are answered", async () => {
    const { database, other } = await opened();
    const before = await keptIn(database);
    const write = async (id: string) => {
      const answer = await database.transaction(async (sql) => {
        await keep(sql, id);
        if (id.startsWith("bad")) throw new Error(`${id} is refused`);
        return id;
      }, together);
      expect(await keptIn(other)).toContain(id);
      return answer;
    };
    // More writes than are committed together, with one in its own transaction among them.
    const ids = Array.from({ length: 50 }, (_, index) => `${index % 7 === 3 ? "bad" : "good"}-${index}`);
    const alone = database.transaction((sql) => keep(sql, "alone"));
    expect(await outcomes([...ids.map(write), alone])).toEqual([
      ...ids.map((id) => (id.startsWith("bad") ? `Error: ${id} is refused` : id)),
      "alone",
    ]);
    const good = ids.filter((id) => id.startsWith("good"));
    expect(await keptIn(other)).toEqual([...before, ...good, "alone"].sort());
    await other.close();
  });

  test("wait for the disk once on SQLite, and fail together when it fails", async () => {
    const { database, other } = await opened();
    if (database.dialect !== "sqlite") return other.close();
    const before = await keptIn(database);
    const [, seen] = await Promise.all([
      database.transaction((sql) => keep(sql, "first"), together),
      database.transaction(() => keptIn(other), together),
    ]);
    expect(seen).toEqual(before);
    const lost = await outcomes([
      database.transaction((sql) => keep(sql, "lost"), together),
      database.transaction(async (sql) => {
        await sql.run("PRAGMA defer_foreign_keys = ON");
        await sql.run("INSERT INTO organization_name (name_key, organization_id, name) VALUES ('x', 'nobody', 'x')");
      }, together),
    ]);
    expect(lost).toEqual([expect.stringContaining("FOREIGN KEY"), expect.stringContaining("FOREIGN KEY")]);
    expect(await keptIn(other)).toEqual([...before, "first"]);
    expect(await database.transaction((sql) => keep(sql, "next"), together)).toBe("next");
    await other.close();
  });
});
