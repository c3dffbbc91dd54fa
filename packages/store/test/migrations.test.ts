import { spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { derivationVersion } from "@heed/core/follow-up/standing/projection";
import { openDatabase } from "@heed/store";
import { describe, expect, test } from "vitest";
import { providers, schemaFor } from "../scripts/prisma-schema.mjs";
import { Prisma } from "../src/generated/sqlite/client.ts";
import { throughPrisma } from "../src/prisma/prisma-client.ts";
import { describeDatabase } from "./describe-database.ts";

const migrations = fileURLToPath(new URL("../migrations", import.meta.url));

describe("the migrations", () => {
  test.each(providers as string[])("lead to the schema of today on %s", (provider) => {
    const last = readdirSync(join(migrations, provider)).sort().at(-1) ?? "";
    // When this fails: scripts/with-postgresql.sh node packages/store/scripts/migration.mjs NAME
    expect(readFileSync(join(migrations, provider, last, "schema.prisma"), "utf8")).toBe(schemaFor(provider));
  });

  test("are the same steps for both databases", () => {
    const [sqlite, postgresql] = ["sqlite", "postgresql"].map((provider) =>
      readdirSync(join(migrations, provider)).sort(),
    );
    expect(sqlite).toEqual(postgresql);
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

  test("is refused by a program that does not know its last migration, and by one that knows more", async () => {
    const { database, url } = await open();
    await database.run(
      "UPDATE _prisma_migrations SET migration_name = '29990101000000_later' WHERE migration_name LIKE '%staging'",
    );
    await expect(openDatabase(url, { mode: "read" })).rejects.toMatchObject({ code: "databaseNewer" });
    await expect(openDatabase(url, { mode: "upgrade" })).rejects.toMatchObject({ code: "databaseNewer" });
    await database.run("DELETE FROM _prisma_migrations WHERE migration_name = '29990101000000_later'");
    await expect(openDatabase(url, { mode: "write" })).rejects.toMatchObject({ code: "databaseOlder" });
  });
});

describeDatabase("an empty database", (open) => {
  test("is made once when several processes open it at the same moment", { timeout: 120_000 }, async () => {
    const { url } = await open();
    const fresh = url.startsWith("file:") ? `${url}-several` : url;
    if (fresh === url) {
      const { database } = { database: await openDatabase(url, { mode: "upgrade" }) };
      await database.run("DROP SCHEMA public CASCADE");
      await database.run("CREATE SCHEMA public");
      await database.close();
    }
    const endings = await Promise.all(Array.from({ length: 4 }, () => upgradeInProcess(fresh)));
    expect(endings).toEqual([0, 0, 0, 0]);
    const database = await openDatabase(fresh, { mode: "read" });
    const applied = await database.all("SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL");
    expect(applied.length).toBe(readdirSync(join(migrations, "sqlite")).length);
    await database.close();
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
