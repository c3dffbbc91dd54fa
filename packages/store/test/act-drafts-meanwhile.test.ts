import { randomUUID } from "node:crypto";
import { type Actor, personAs } from "@heed/core";
import {
  addUser,
  checkDerived,
  createToken,
  type Database,
  endUser,
  listTokens,
  performAct,
  reviseUser,
  revokeToken,
  rotateToken,
  verifyAudit,
} from "@heed/store";
import { expect, test } from "vitest";
import { world } from "../../core/test/example-world.ts";
import { describeDatabase } from "./describe-database.ts";
import { acting, anne, at, bram, followUp, justice, on, update } from "./drafting.ts";

const by = { actor: "admin", systemUser: "admin" };
const keeping = { at, today: "2015-06-30", newId: randomUUID, by };
const finding = { reportingYear: 2014, level: "underWay", method: "interview", rationale: "A bill." };
const closure = { closureReason: "notImplemented", reason: "Nothing was done.", secondReader: "Bram Peeters" };

/** Who has the only token in use under this name. */
async function holderOf(database: Database, name: string): Promise<Actor & { prefix: string }> {
  const token = (await listTokens(database)).find((each) => each.name === name && each.revokedAt === undefined);
  if (token === undefined) throw new Error(`nobody has a token under the name ${name}`);
  return { id: token.id, name, role: "assessor", organizations: token.organizations, prefix: token.prefix };
}

describeDatabase("a draft of an act, when something changed meanwhile", (open) => {
  test("is approved for who asked, whose token was rotated, and not for whose token was revoked", async () => {
    const { database } = await open(world);
    const { act, make } = on(database);
    await createToken(
      database,
      { name: "Carla Maes", role: "assessor", organizations: [] },
      "2015-01-01T00:00:00Z",
      by,
    );
    const before = await holderOf(database, "Carla Maes");
    const id = await make("assess", before, finding);
    await act("askSecondReading", id, before, { input: {} });
    await rotateToken(database, before.prefix, {}, at, by);
    const after = await holderOf(database, "Carla Maes");
    await expect(act("approveDraft", id, after)).rejects.toMatchObject({ code: "missingPermission" });
    const { performed } = await act("approveDraft", id, bram);
    expect(performed?.entries).toMatchObject([{ actor: "Carla Maes", secondReader: "Bram Peeters" }]);

    const other = await make("assess", after, { ...finding, rationale: "Another bill." });
    await act("askSecondReading", other, after, { input: {} });
    await revokeToken(database, after.prefix, at, by);
    await expect(act("approveDraft", other, bram)).rejects.toMatchObject({ code: "missingPermission" });
    expect((await verifyAudit(database)).fault).toBeUndefined();
  });

  test("is approved for a user whose role comes from claims of the issuer, and not after that user lost a role or left", async () => {
    const { database } = await open(world);
    const { act, make } = on(database);
    const user = await addUser(
      database,
      { name: "Carla Maes", identities: [{ issuer: "https://login.example.org", subject: "42" }] },
      keeping,
    );
    const carla: Actor = { id: user.id, name: user.name, role: "assessor", organizations: [] };
    const asked = async (rationale: string) => {
      const id = await make("assess", carla, { ...finding, rationale });
      await act("askSecondReading", id, carla, { input: {} });
      return id;
    };
    const [first, second, third] = [await asked("One."), await asked("Two."), await asked("Three.")];
    expect((await act("approveDraft", first, bram)).performed?.entries).toMatchObject([{ actor: "Carla Maes" }]);

    await reviseUser(
      database,
      user.id,
      { addRoles: [{ role: "assessor", from: "2015-01-01", until: "2015-06-01" }] },
      keeping,
    );
    await expect(act("approveDraft", second, bram)).rejects.toMatchObject({ code: "missingPermission" });
    await endUser(database, user.id, "2015-06-30", keeping);
    await expect(act("approveDraft", third, bram)).rejects.toMatchObject({ code: "missingPermission" });
  });

  test("stays as it was where its follow-up was closed, and can be discarded", async () => {
    const { database } = await open(world);
    const { act, make, shown, entries } = on(database);
    const id = await make("update", justice, update);
    const close = { ...acting, followUp, act: "close", input: closure, person: personAs(anne) } as const;
    await performAct(database, close);
    const before = (await entries()).length;
    expect((await shown(id, justice))?.missing).toHaveLength(1);
    await expect(act("submitDraft", id, justice)).rejects.toMatchObject({ code: "invalidStateTransition" });
    expect(await shown(id, justice)).toMatchObject({ input: update, version: 1 });
    await act("discardDraft", id, justice);
    expect((await entries()).length).toBe(before);
    expect((await verifyAudit(database)).fault).toBeUndefined();
  });

  test("is submitted or discarded by two people at once: one of them does it, and the other is told", async () => {
    const { database } = await open(world);
    const { act, make, entries } = on(database);
    let [submitted, before] = [0, (await entries()).length];
    for (let round = 0; round < 12; round += 1) {
      const id = await make("addEvidence", justice, { evidence: [{ kind: "document", title: `Note ${round}` }] });
      const names = ["submitDraft", "discardDraft"] as const;
      const [first, second] = round % 2 === 0 ? names : [names[1], names[0]];
      const ends = await Promise.allSettled([
        act(first, id, justice),
        act(second, id, justice),
        act("changeDraft", id, justice, { input: { input: {} } }),
      ]);
      const done = ends.slice(0, 2).map(({ status }) => status);
      expect(done.sort()).toEqual(["fulfilled", "rejected"]);
      const now = (await entries()).length;
      if (now > before) submitted += 1;
      before = now;
    }
    const kept = await database.all<{ action: string }>("SELECT action FROM register_record WHERE kind = 'actDraft'");
    expect(kept.filter(({ action }) => action === "submitDraft")).toHaveLength(submitted);
    expect(kept.filter(({ action }) => action === "submitDraft" || action === "discardDraft")).toHaveLength(12);
    expect((await verifyAudit(database)).fault).toBeUndefined();
    expect(await checkDerived(database)).toEqual([]);
  });
});
