import { randomUUID } from "node:crypto";
import { type Actor, defaultSettings, type Person, personAs } from "@heed/core";
import { addUser, checkDerived, endUser, readDraft, readDrafts, submitAll, submitEach, verifyAudit } from "@heed/store";
import { expect, test } from "vitest";
import { world } from "../../core/test/example-world.ts";
import { describeDatabase } from "./describe-database.ts";
import { acting, anne, at, bram, colleague, interior, justice, on, update } from "./drafting.ts";

describeDatabase("a draft of an act", (open) => {
  test("becomes the act in one step, and the audit keeps what it was", async () => {
    const { database } = await open(world);
    const { act, make, shown, listed, entries } = on(database);
    const before = (await entries()).length;
    const id = await make("update", justice, { reportingYear: 2014 });
    expect((await shown(id, justice))?.missing.map(({ name }) => name)).toContain("level");
    await expect(act("submitDraft", id, justice)).rejects.toMatchObject({ code: "invalidInput" });
    expect((await entries()).length).toBe(before);
    await act("changeDraft", id, colleague, { input: { input: update }, expectedVersion: 1 });
    expect((await shown(id, justice))?.missing).toEqual([]);
    expect([await listed(justice), await listed(interior), await listed(anne)]).toEqual([1, 0, 0]);
    await expect(act("submitDraft", id, interior)).rejects.toMatchObject({ code: "notFound" });

    const { performed } = await act("submitDraft", id, colleague, { expectedVersion: 2 });
    expect(performed?.entries).toMatchObject([{ type: "progressUpdate", actor: "K. Wouters", givenOn: "2015-06-30" }]);
    expect((await entries()).length).toBe(before + 1);
    expect(await shown(id, justice)).toBeUndefined();
    const kept = await database.all<{ action: string; body: string }>(
      "SELECT action, body FROM register_record WHERE kind = 'actDraft' ORDER BY sequence",
    );
    expect(kept.map(({ action }) => action)).toEqual(["makeDraft", "changeDraft", "submitDraft"]);
    expect(JSON.parse(kept.at(-1)?.body ?? "")).toMatchObject({ id, input: update });
    expect((await verifyAudit(database)).fault).toBeUndefined();
    expect(await checkDerived(database)).toEqual([]);
  });

  test("is changed by one of two people at once: the other is told, and nothing is lost", async () => {
    const { database } = await open(world);
    const { act, make, shown } = on(database);
    const id = await make("respond", justice, { reason: "We agree." });
    const change = (position: string, actor: Actor) =>
      act("changeDraft", id, actor, { input: { input: { position } }, expectedVersion: 1 });
    const outcomes = await Promise.allSettled([change("accepted", justice), change("noted", colleague)]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const refused = outcomes.find(({ status }) => status === "rejected") as PromiseRejectedResult;
    expect(refused.reason).toMatchObject({ code: "versionConflict" });
    const first = outcomes[0]?.status === "fulfilled" ? "accepted" : "noted";
    expect((await shown(id, justice))?.input).toEqual({ reason: "We agree.", position: first });
  });

  test("becomes one act however many submit it, and a repeated request gets the first answer", async () => {
    const { database } = await open(world);
    const { act, make, entries } = on(database);
    const before = (await entries()).length;
    const id = await make("update", justice, update);
    const request = { key: "k1", operation: "POST submission", body: {} };
    const [one, two] = await Promise.all([1, 2].map(() => act("submitDraft", id, justice, { request })));
    expect(two?.performed?.entries).toEqual(one?.performed?.entries);
    expect((await act("submitDraft", id, justice, { request })).performed?.version).toBe(one?.performed?.version);
    await expect(act("submitDraft", id, justice)).rejects.toMatchObject({ code: "notFound" });
    expect((await entries()).length).toBe(before + 1);
  });

  test("is handed to a user by name, and nobody acts through it who has left", async () => {
    const { database } = await open(world);
    const { act, make, shown } = on(database);
    const keeping = { at, today: "2015-06-30", newId: randomUUID, by: { actor: "admin", systemUser: "admin" } };
    const user = async (name: string, role: string, organization?: string) => {
      const roles = [{ role, ...(organization && { organization }), from: "2015-01-01" }];
      return addUser(database, { name, roles }, keeping);
    };
    const dirk = await user("Dirk Aerts", "respondent", "justice");
    await user("Els Smet", "respondent", "interior");
    const id = await make("respond", justice, { position: "accepted" });
    await act("handOverDraft", id, justice, { input: { to: "Dirk Aerts" } });
    expect((await shown(id, justice))?.holder).toEqual({ id: dirk.id, name: "Dirk Aerts" });
    // Whether another organization has such a person is not told.
    for (const to of ["Els Smet", "Dirk Aertz"])
      await expect(act("handOverDraft", id, justice, { input: { to } })).rejects.toMatchObject({
        code: "invalidInput",
        message: `nobody who sees this draft is called ${to}`,
        issues: [{ name: "to", value: to }],
      });
    expect((await shown(id, justice))?.holder).toEqual({ id: dirk.id, name: "Dirk Aerts" });

    const carla = await user("Carla Maes", "assessor");
    await user("Bram Peeters", "assessor");
    const asking: Actor = { id: carla.id, name: carla.name, role: "assessor", organizations: [] };
    const finding = { reportingYear: 2014, level: "underWay", method: "interview", rationale: "A bill." };
    const found = await make("assess", asking, finding);
    await act("askSecondReading", found, asking, { input: { reader: "Bram Peeters" } });
    await endUser(database, carla.id, "2015-06-30", keeping);
    await expect(act("approveDraft", found, bram)).rejects.toMatchObject({ code: "missingPermission" });
    expect(await shown(found, bram)).toMatchObject({ state: "secondReading" });
  });

  test("of a finding is done by who asked for the reading, when somebody else approves it", async () => {
    const { database } = await open(world);
    const { act, make, shown } = on(database);
    const finding = { reportingYear: 2014, level: "underWay", method: "interview", rationale: "A bill." };
    const id = await make("assess", anne, finding);
    await act("askSecondReading", id, anne, { input: { note: "Please." } });
    expect(await shown(id, bram)).toMatchObject({ state: "secondReading", missing: [], note: "Please." });
    await expect(act("approveDraft", id, anne)).rejects.toMatchObject({ code: "missingPermission" });
    await expect(act("submitDraft", id, anne)).rejects.toMatchObject({ code: "invalidStateTransition" });
    const { performed } = await act("approveDraft", id, bram);
    expect(performed?.entries).toMatchObject([
      { assessor: "Anne Lambert", actor: "Anne Lambert", secondReader: "Bram Peeters", secondReaderId: "b-peeters" },
    ]);
    expect((await verifyAudit(database)).fault).toBeUndefined();
  });

  test("is on each desk of a person with several roles, who may not be writer and second reader", async () => {
    const { database } = await open(world);
    const { act, make } = on(database);
    const both: Person = { id: anne.id, name: anne.name, rights: [justice, { ...anne, role: "editor" }, anne] };
    const answer = await make("update", colleague, update);
    const finding = await make("assess", bram, {
      reportingYear: 2014,
      level: "underWay",
      method: "interview",
      rationale: "A bill.",
    });
    const reading = { person: both, at, settings: defaultSettings };
    expect((await readDrafts(database, reading, {}, {})).items.map(({ id }) => id).sort()).toEqual(
      [answer, finding].sort(),
    );
    expect((await readDraft(database, reading, finding))?.missing).toEqual([]);
    await act("askSecondReading", finding, anne, { person: both, input: {} });
    await expect(act("approveDraft", finding, anne, { person: both })).rejects.toMatchObject({
      code: "missingPermission",
    });
    const { performed } = await act("submitDraft", answer, anne, { person: both });
    expect(performed?.entries).toMatchObject([{ author: { side: "addressee", organization: "justice" } }]);
    const scoped: Person = { ...both, acts: ["respond"] };
    const other = await make("update", colleague, update);
    await expect(act("submitDraft", other, anne, { person: scoped })).rejects.toMatchObject({ code: "notFound" });
    const ofToken = { ...reading, person: scoped };
    expect((await readDrafts(database, ofToken, {}, {})).items.map((each) => each.act)).toEqual([]);
    expect(await readDraft(database, ofToken, other)).toBeUndefined();
    const answered = await make("respond", colleague, { position: "accepted" });
    expect((await readDrafts(database, ofToken, {}, {})).items.map(({ id }) => id)).toEqual([answered]);
  });

  test("is submitted with others, all or each for itself", async () => {
    const { database } = await open(world);
    const { make, shown, entries } = on(database);
    const before = (await entries()).length;
    const whole = await make("update", justice, update);
    const half = await make("update", justice, { reportingYear: 2014 });
    const other = await make("respond", interior, {}, "2009-04-ibz");
    const drafts = [{ id: whole }, { id: half }, { id: other }];
    await expect(submitAll(database, { ...acting, person: personAs(justice), drafts })).rejects.toMatchObject({
      code: "invalidInput",
      issues: [
        { name: "drafts.1", value: half, detail: expect.stringContaining("level") },
        { name: "drafts.2", value: other, detail: expect.stringContaining("no draft") },
      ],
    });
    expect((await entries()).length).toBe(before);
    expect((await shown(whole, justice))?.version).toBe(1);
    const each = await submitEach(database, { ...acting, person: personAs(justice), drafts });
    expect(each.map(({ error }) => error?.code)).toEqual([undefined, "invalidInput", "notFound"]);
    expect((await entries()).length).toBe(before + 1);
    expect(await shown(half, justice)).toBeDefined();
    const again = await make("addEvidence", justice, { evidence: [{ kind: "law", title: "Act" }] });
    const second = await make("addEvidence", colleague, { evidence: [{ kind: "law", title: "Decree" }] });
    const all = await submitAll(database, {
      ...acting,
      person: personAs(justice),
      drafts: [{ id: second }, { id: again }],
    });
    expect(all.map(({ id, done }) => [id, done?.performed?.entries.length])).toEqual([
      [second, 1],
      [again, 1],
    ]);
    expect((await verifyAudit(database)).fault).toBeUndefined();
    expect(await checkDerived(database)).toEqual([]);
  });

  test.each([
    ["changed", "UPDATE act_draft SET body = replace(body, 'Trainers', 'Traitors')", "does not match"],
    ["given to another desk", "UPDATE act_draft SET side = 'issuingBody'", "does not match"],
    ["removed", "DELETE FROM act_draft", "not there any more"],
  ])("that was %s by hand is found", async (_, statement, detail) => {
    const { database } = await open(world);
    const { make } = on(database);
    const thing = await make("update", justice, update);
    expect((await verifyAudit(database)).fault).toBeUndefined();
    await database.run(statement);
    const { fault } = await verifyAudit(database);
    expect(fault).toMatchObject({ kind: "actDraft", thing, detail: expect.stringContaining(detail) });
  });
});
