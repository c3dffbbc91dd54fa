import { createToken, listTokens, personOfToken, revokeToken, verifyAudit } from "@heed/store";
import { expect, test } from "vitest";
import { describeDatabase } from "./describe-database.ts";

const made = "2024-01-01T08:00:00Z";
const justice = { role: "respondent" as const, organizations: ["justice"] };
const claes = { name: "J. Claes", ...justice };

describeDatabase("a token", (open) => {
  test("is an actor of its own, whatever its name", async () => {
    const { database } = await open();
    const first = await createToken(database, claes, made);
    await revokeToken(database, first.split("_")[1] ?? "", "2024-02-01T08:00:00Z");
    const second = await createToken(database, claes, "2024-02-02T08:00:00Z");
    const [before, after] = await listTokens(database);
    expect(before?.id).not.toBe(after?.id);
    expect(await personOfToken(database, first, "2024-02-03T08:00:00Z")).toBeUndefined();
    expect(await personOfToken(database, second, "2024-02-03T08:00:00Z")).toEqual({
      id: after?.id,
      name: claes.name,
      rights: [justice],
    });
    expect((await verifyAudit(database)).fault).toBeUndefined();
    await database.run("UPDATE api_token SET role = 'editor' WHERE prefix = ?", [after?.prefix ?? ""]);
    expect((await verifyAudit(database)).fault).toMatchObject({ kind: "apiToken" });
  });

  test("has a name that no other in use has, however it is written", async () => {
    const { database } = await open();
    await createToken(database, { ...claes, expiresAt: "2024-06-01T00:00:00Z" }, made);
    for (const name of ["J. Claes", "j.  CLAES", "J. Claës"])
      await expect(createToken(database, { ...claes, name }, made)).rejects.toMatchObject({
        code: "duplicateReference",
      });
    await createToken(database, claes, "2024-06-01T00:00:00Z");
  });

  test("is made once when two of a name are made at the same moment", async () => {
    const { database } = await open();
    const both = await Promise.allSettled([createToken(database, claes, made), createToken(database, claes, made)]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  test("is nobody's from the moment on which it expires, and tells its last use", async () => {
    const { database } = await open();
    const token = await createToken(database, { ...claes, expiresAt: "2024-06-01T00:00:00Z" }, made);
    expect(await personOfToken(database, token, "2024-05-31T23:59:59Z")).toMatchObject({
      name: claes.name,
      rights: [justice],
    });
    await expect.poll(async () => (await listTokens(database))[0]?.lastUsedAt).toBe("2024-05-31T23:59:59.000Z");
    expect(await personOfToken(database, token, "2024-06-01T00:00:00Z")).toBeUndefined();
    await expect(createToken(database, { ...claes, name: "Late", expiresAt: made }, made)).rejects.toMatchObject({
      code: "invalidInput",
    });
  });
});
