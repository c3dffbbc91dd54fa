import type { Database } from "@heed/store";
import { createToken, openDatabase, revokeToken } from "@heed/store";
import { describe, expect, test } from "vitest";
import { throughPrisma } from "../src/prisma/prisma-client.ts";
import { describeDatabase } from "./describe-database.ts";
import { registerAct } from "./register-acts.ts";

const at = "2026-01-01T00:00:00.000Z";
const organization = (id: string) => ({ id, code: id, name: "{}", level: "federal", recordedAt: at });
const newOrganization = (code: string) => ({ code, name: { en: code } });

async function codesIn(database: Database): Promise<string[]> {
  const rows = await database.all<{ code: string }>("SELECT code FROM organization ORDER BY code");
  return rows.map(({ code }) => code);
}

function acts(database: Database): Promise<{ action: string }[]> {
  return database.all("SELECT action FROM register_record ORDER BY at, action");
}

/** Makes a table refuse inserts, as a full disk would; the returned function undoes that. */
async function refusing(database: Database, table: string, state: string): Promise<() => Promise<unknown>> {
  if (database.dialect === "sqlite")
    await database.run(`CREATE TRIGGER refusal BEFORE INSERT ON ${table} BEGIN SELECT RAISE(ABORT, 'refused'); END`);
  else {
    await database.run(`CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      RAISE EXCEPTION 'refused' USING ERRCODE = '${state}'; END $$`);
    await database.run(`CREATE TRIGGER refusal BEFORE INSERT ON ${table} FOR EACH ROW EXECUTE FUNCTION refuse()`);
  }
  return () => database.run(`DROP TRIGGER refusal${database.dialect === "sqlite" ? "" : ` ON ${table}`}`);
}

describeDatabase("an act on the register", (open) => {
  test("is one transaction with its audit record: what fails after Prisma wrote undoes both", async () => {
    const { database } = await open();
    const accept = await refusing(database, "register_record", "P0001");
    await expect(registerAct(database, "addOrganization", newOrganization("legal"))).rejects.toThrow("refused");
    expect(await codesIn(database)).toEqual([]);
    expect(await database.all("SELECT name_key FROM organization_name")).toEqual([]);
    await accept();
    await registerAct(database, "addOrganization", newOrganization("legal"));
    expect(await codesIn(database)).toEqual(["legal"]);
    expect(await acts(database)).toEqual([{ action: "addOrganization" }]);
  });

  test("leaves no audit record when Prisma's own write fails", async () => {
    const { database } = await open();
    const accept = await refusing(database, "organization_name", "P0001");
    const refused = await registerAct(database, "addOrganization", newOrganization("legal")).catch((error) => error);
    // As the database said it, not as Prisma says it.
    expect(refused).not.toHaveProperty("clientVersion");
    expect(refused.message).toMatch(/^refused/);
    expect(await codesIn(database)).toEqual([]);
    await accept();
    expect(await acts(database)).toEqual([]);
  });
});

describeDatabase("what fails in the database within Prisma keeps its code", (open) => {
  test("a record that is lost", async () => {
    const { database } = await open();
    await database.run("ALTER TABLE api_token RENAME TO elsewhere");
    await expect(createToken(database, { name: "A", role: "editor", organizations: [] }, at)).rejects.toMatchObject({
      code: "databaseLost",
    });
    await expect(revokeToken(database, "abcdefabcdef", at)).rejects.toMatchObject({ code: "databaseLost" });
  });

  test("a full disk", async () => {
    const { database } = await open();
    const long = "x".repeat(200_000);
    const act = () => registerAct(database, "addOrganization", { code: `c${Date.now()}`, name: { en: long } });
    const makeRoom = await withoutRoom(database);
    await expect(act()).rejects.toMatchObject({ code: "databaseFull" });
    expect(await codesIn(database)).toEqual([]);
    await makeRoom();
    await expect(act()).resolves.toMatchObject({ kind: "organization" });
  });

  test("a database that may only be read", async () => {
    const { database } = await open();
    const write = database.transaction(async (sql) => {
      await sql.run(sql.dialect === "sqlite" ? "PRAGMA query_only = ON" : "SET TRANSACTION READ ONLY");
      await throughPrisma(sql, (prisma) => prisma.organization.create({ data: organization("one") }));
    });
    await expect(write).rejects.toMatchObject({ code: "databaseReadOnly" });
  });

  test("a connection that the server ended", async () => {
    const { database, url } = await open();
    if (database.dialect === "sqlite") return;
    const other = await openDatabase(url, { mode: "write" });
    const write = database.transaction(async (sql) => {
      const [own] = await sql.all<{ pid: number }>("SELECT pg_backend_pid() AS pid");
      await other.all("SELECT pg_terminate_backend(?)", [own?.pid ?? 0]);
      await throughPrisma(sql, (prisma) => prisma.organization.create({ data: organization("one") }));
    });
    await expect(write).rejects.toMatchObject({ code: "databaseUnreachable" });
    expect(await codesIn(database)).toEqual([]);
    await other.close();
  });

  test("a lock that others hold for too long", async () => {
    const { url, database } = await open();
    const other = await openDatabase(url, { mode: "write", limits: { patience: 300 } });
    let release = () => {};
    const holding = new Promise<void>((held) => {
      void database.transaction(async (sql) => {
        // The act gets as far as its own table, which Prisma writes.
        if (sql.dialect === "postgresql") await sql.run("LOCK TABLE organization IN SHARE ROW EXCLUSIVE MODE");
        held();
        await new Promise<void>((resolve) => {
          release = resolve;
        });
      });
    });
    await holding;
    await expect(registerAct(other, "addOrganization", newOrganization("legal"))).rejects.toMatchObject({
      code: "databaseBusy",
    });
    release();
    await registerAct(other, "addOrganization", newOrganization("legal"));
    await other.close();
  });
});

/** Fills the disk; the returned function makes room again. */
async function withoutRoom(database: Database): Promise<() => Promise<unknown>> {
  if (database.dialect === "postgresql") return refusing(database, "organization", "53100");
  const pragma = (text: string) => database.transaction((sql) => sql.all<{ page_count: number }>(`PRAGMA ${text}`));
  const [pages] = await pragma("page_count");
  await pragma(`max_page_count = ${pages?.page_count}`);
  return () => pragma("max_page_count = 4294967294");
}

describeDatabase("Prisma's client", (open) => {
  test("writes in the transaction that is open, and sees what else it wrote", async () => {
    const { database } = await open();
    const undone = database.transaction((sql) =>
      throughPrisma(sql, async (prisma) => {
        await prisma.organization.create({ data: organization("one") });
        expect(await sql.all("SELECT id FROM organization")).toEqual([{ id: "one" }]);
        await sql.run("UPDATE organization SET level = 'regional'");
        expect(await prisma.organization.findUnique({ where: { id: "one" } })).toMatchObject({ level: "regional" });
        throw new Error("enough");
      }),
    );
    await expect(undone).rejects.toThrow("enough");
    expect(await codesIn(database)).toEqual([]);
  });

  test("keeps transactions apart that are open at the same time", async () => {
    const { database } = await open();
    const { database: other } = await open();
    const seen = (each: Database, id: string) =>
      each.transaction((sql) =>
        throughPrisma(sql, async (prisma) => {
          await prisma.organization.create({ data: organization(id) });
          // Prisma combines look-ups by id within one turn of the event loop.
          const found = await Promise.all(
            ["one", "two"].map((each) => prisma.organization.findUnique({ where: { id: each } })),
          );
          return found.map((row) => row?.id);
        }),
      );
    expect(await Promise.all([seen(database, "one"), seen(other, "two")])).toEqual([
      ["one", undefined],
      [undefined, "two"],
    ]);
  });

  test("writes together with others that wait on SQLite, each undone alone", async () => {
    const { database } = await open();
    const write = (id: string) =>
      database.transaction(
        (sql) =>
          throughPrisma(sql, async (prisma) => {
            await prisma.organization.create({ data: organization(id) });
            if (id.startsWith("bad")) throw new Error(id);
          }),
        { together: true },
      );
    const ids = ["a", "bad-b", "c", "bad-d", "e"];
    await Promise.allSettled(ids.map(write));
    expect(await codesIn(database)).toEqual(["a", "c", "e"]);
  });
});

describe("Prisma's client outside of a transaction", () => {
  test("reads and writes nothing", async () => {
    const { loadPrisma } = await import("../src/prisma/prisma-client.ts");
    const client = await loadPrisma("sqlite");
    await expect(client.organization.findMany()).rejects.toThrow("within an open transaction");
    await expect(client.$transaction(async (prisma) => prisma.organization.findMany())).rejects.toThrow(
      "within an open transaction",
    );
  });
});
