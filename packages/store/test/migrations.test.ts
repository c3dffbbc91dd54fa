import { spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { derivationVersion } from "@heed/core/follow-up/standing/projection";
import { openDatabase } from "@heed/store";
import { describe, expect, test } from "vitest";
import { migratedSchemaFile, providers, schemaFile } from "../scripts/prisma-schema.mjs";
import { Prisma } from "../src/generated/sqlite/client.ts";
import { readMigrations, requireCurrentSchema, upgradeSchema } from "../src/migrations.ts";
import { throughPrisma } from "../src/prisma/prisma-client.ts";
import { describeDatabase } from "./describe-database.ts";

const migrations = fileURLToPath(new URL("../migrations", import.meta.url));

describe("the migrations", () => {
  test("lead to the schema of today", () => {
    // When this fails: scripts/with-postgresql.sh node packages/store/scripts/migration.mjs NAME
    expect(readFileSync(migratedSchemaFile, "utf8")).toBe(readFileSync(schemaFile, "utf8"));
  });

  test("are the same steps for both databases", () => {
    const [sqlite, postgresql] = providers.map((provider) => readdirSync(join(migrations, provider)).sort());
    expect(sqlite).toEqual(postgresql);
    expect(sqlite?.[0]).toMatch(/^\d{14}_initial$/);
  });
});

describeDatabase("a migrated database", (open) => {
  test("has every table and column that the schema names", async () => {
    const { database } = await open();
    const kept = await database.transaction((sql) =>
      throughPrisma(sql, async (prisma) => {
        const models = prisma as unknown as Record<string, { findMany(): Promise<unknown[]> }>;
        const names = Object.keys(Prisma.ModelName).map((name) => `${name[0]?.toLowerCase()}${name.slice(1)}`);
        expect(names.length).toBeGreaterThan(10);
        return (await Promise.all(names.map((name) => models[name]?.findMany()))).flat();
      }),
    );
    // Only one row exists from the beginning: the version of the rules for derived data.
    expect(kept).toEqual([{ id: 1, version: derivationVersion }]);
  });

  test("gets a later migration once, and is refused until then", async () => {
    const { database } = await open();
    const later = { name: "29990101000000_later", script: "CREATE TABLE later (id TEXT);\n", checksum: "later" };
    const more = [...(await readMigrations(database.dialect)), later];
    await expect(requireCurrentSchema(database, more)).rejects.toMatchObject({
      code: "databaseOlder",
      message: expect.stringContaining("heed database upgrade"),
    });
    await upgradeSchema(database, { make: false, migrations: more });
    await upgradeSchema(database, { make: false, migrations: more });
    await requireCurrentSchema(database, more);
    expect(await database.all("SELECT id FROM later")).toEqual([]);
  });

  test("is refused by a program that does not know its last migration", async () => {
    const { database, url } = await open();
    const refused = async () => {
      for (const mode of ["read", "write", "migrate", "upgrade"] as const)
        await expect(openDatabase(url, { mode })).rejects.toMatchObject({ code: "databaseNewer" });
    };
    await database.run("UPDATE _prisma_migrations SET checksum = 'another'");
    await refused();
    for (const { name, checksum } of await readMigrations(database.dialect))
      await database.run("UPDATE _prisma_migrations SET checksum = ? WHERE migration_name = ?", [checksum, name]);
    await (await openDatabase(url, { mode: "read" })).close();
    await database.run(
      "INSERT INTO _prisma_migrations (id, checksum, finished_at, migration_name) VALUES ('later', '', CURRENT_TIMESTAMP, '29990101000000_later')",
    );
    await refused();
  });
});

describeDatabase("an empty database", (open) => {
  test("is made once when several processes open it at the same moment", { timeout: 120_000 }, async () => {
    const { database, url } = await open();
    const fresh = url.startsWith("file:") ? `${url}-several` : url;
    if (fresh === url) {
      await database.run("DROP SCHEMA public CASCADE");
      await database.run("CREATE SCHEMA public");
    }
    const endings = await Promise.all(Array.from({ length: 4 }, () => upgradeInProcess(fresh)));
    expect(endings).toEqual([0, 0, 0, 0]);
    const made = await openDatabase(fresh, { mode: "read" });
    const applied = await made.all("SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL");
    expect(applied.length).toBe(readdirSync(join(migrations, "sqlite")).length);
    await made.close();
  });
});

/** A process of its own, from source. */
function upgradeInProcess(url: string): Promise<number | null> {
  const program = fileURLToPath(new URL("upgrade-process.ts", import.meta.url));
  const child = spawn(process.execPath, ["--conditions=heed:source", "--import", "tsx", program, url], {
    stdio: ["ignore", "ignore", "inherit"],
  });
  return new Promise((resolve) => child.on("exit", resolve));
}
