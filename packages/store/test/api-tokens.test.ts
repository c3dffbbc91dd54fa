import { createToken, listTokens, personOfToken, revokeToken, rotateToken, verifyAudit } from "@heed/store";
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

  test("is rotated: the new one is for the same, and the old one ends at once or is kept for a time, never longer than it was", async () => {
    const { database } = await open();
    const prefixOf = (token: string) => token.split("_")[1] ?? "";
    const rotate = (token: string, at: string, limits = {}) => rotateToken(database, prefixOf(token), limits, at);
    const whose = async (token: string, at: string) => {
      const { name, rights, acts } = (await personOfToken(database, token, at)) ?? {};
      return name === undefined ? undefined : { name, rights, acts };
    };
    const first = await createToken(database, { ...claes, acts: ["respond"], expiresAt: "2024-06-01T00:00:00Z" }, made);
    const kept = { keepUntil: "2024-02-08T00:00:00Z", expiresAt: "2024-03-01T00:00:00Z" };
    const second = await rotate(first, "2024-02-01T00:00:00Z", kept);
    const same = { name: claes.name, rights: [justice], acts: ["respond"] };
    for (const token of [first, second]) expect(await whose(token, "2024-02-07T23:59:59Z")).toEqual(same);
    expect(await whose(first, "2024-02-08T00:00:00Z")).toBeUndefined();
    await expect(rotate(first, "2024-02-08T00:00:00Z")).rejects.toMatchObject({ code: "notFound" });

    const third = await rotate(second, "2024-02-09T00:00:00Z", { keepUntil: "2024-12-31T00:00:00Z" });
    expect(await whose(second, "2024-02-29T23:59:59Z")).toEqual(same);
    expect(await whose(second, "2024-03-01T00:00:00Z")).toBeUndefined();
    const fourth = await rotate(third, "2024-02-10T00:00:00Z");
    expect(await whose(third, "2024-02-10T00:00:00Z")).toBeUndefined();
    expect(await whose(fourth, "2024-02-10T00:00:00Z")).toEqual(same);
    await expect(rotate(third, "2024-02-11T00:00:00Z")).rejects.toMatchObject({ code: "notFound" });
    const late = { keepUntil: "2024-03-01T00:00:00Z", expiresAt: "2024-02-12T00:00:00Z" };
    await expect(rotate(fourth, "2024-02-12T00:00:00Z", late)).rejects.toMatchObject({ code: "invalidInput" });
    expect(await whose(fourth, "2024-04-01T00:00:00Z")).toEqual(same);

    const twice = await Promise.allSettled([
      rotate(fourth, "2024-02-13T00:00:00Z"),
      rotate(fourth, "2024-02-13T00:00:00Z"),
    ]);
    expect(twice.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect((await verifyAudit(database)).fault).toBeUndefined();
    await database.run("UPDATE api_token SET expires_at = NULL WHERE prefix = ?", [prefixOf(first)]);
    expect((await verifyAudit(database)).fault).toMatchObject({ kind: "apiToken" });
  });
});
