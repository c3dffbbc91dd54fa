import { readdir } from "node:fs/promises";
import { hostname } from "node:os";
import { setTimeout } from "node:timers/promises";
import { type RecordFile, readerAs } from "@heed/core";
import { checkProjections, type Database, exportRecord, trackerReads, verifyAudit } from "@heed/store";
import supertest from "supertest";
import { expect, test } from "vitest";
import { world } from "../../core/test/example-world.ts";
import { describeDatabase } from "../../store/test/describe-database.ts";
import { basePath } from "../src/contract/base-path.ts";
import { people, tokensOf } from "./tokens.ts";
import { worldApp } from "./world-app.ts";

const record = {
  heed: "record/1",
  organizations: [{ id: "watch", code: "watch", name: { en: "Watch" } }],
  reports: [{ id: "w1", reference: "W1", issuingBody: "watch", reportingYear: 2014, publishedOn: "2014-12-01" }],
  recommendations: [{ id: "w1-1", report: "w1", reference: "W1.1", text: { en: "Keep a register of visits." } }],
  followUps: [{ id: "w1-1-justice", recommendation: "w1-1", addressee: "justice" }],
};

const mapping = `heed: mapping/1
name: visits
language: en
file: { format: csv }
report: { reference: "{Report}", issuingBody: Watch, reportingYear: "{Year}" }
recommendation: { reference: "{No}", text: "{Text}" }
addressees:
  - names: "{For}"
`;

type Job = {
  id: string;
  state: string;
  result?: { rows: number; created: object; warnings: object[] };
  problem?: { code: string; detail: string; issues: object[] };
};

async function serviceOn(database: Database) {
  const app = supertest(await worldApp(database));
  const tokens = await tokensOf(database, {
    ...people,
    other: { name: "O. Editor", role: "editor", organizations: ["justice"] },
  });
  const as = (person: keyof typeof tokens) => ({
    get: (path: string) => app.get(basePath + path).set("Authorization", `Bearer ${tokens[person]}`),
    post: (path: string) => app.post(basePath + path).set("Authorization", `Bearer ${tokens[person]}`),
  });
  const asked = async (body: object): Promise<string> => {
    const { status, body: job, headers } = await as("editor").post("/imports").send(body);
    expect([status, job.state, headers.location]).toEqual([201, "awaitingFile", `${basePath}/imports/${job.id}`]);
    return job.id;
  };
  const sent = (id: string, name: string, file: string) =>
    as("editor")
      .post(`/imports/${id}/files`)
      .query({ name })
      .set("Content-Type", "application/octet-stream")
      .send(Buffer.from(file));
  const ended = async (id: string): Promise<Job> => {
    for (;;) {
      const { body } = await as("editor").get(`/imports/${id}`);
      if (body.state !== "running") return body;
      await setTimeout(20);
    }
  };
  const imported = async (body: object, name: string, file: string) => {
    const id = await asked(body);
    const { status, body: begun } = await sent(id, name, file);
    expect(status).toBe(201);
    // No other runs, so that it does not wait.
    expect(begun.progress?.phase).not.toBe("waiting");
    return ended(id);
  };
  return { app, as, asked, sent, ended, imported };
}

const recorded = async (database: Database): Promise<unknown[]> => {
  const items: unknown[] = [];
  for await (const each of exportRecord(
    database,
    readerAs("editor"),
    "2015-06-30",
    await trackerReads(database).settings(),
  ))
    items.push(each);
  return items;
};

describeDatabase("an import by the service", (open) => {
  test("of a record is a job that tells what it did; nothing comes in twice, and the file is gone", async () => {
    const { database, url } = await open(world);
    const { as, imported } = await serviceOn(database);
    const before = await recorded(database);

    const tried = await imported({ kind: "record", dryRun: true }, "watch.json", JSON.stringify(record));
    expect(tried).toMatchObject({
      state: "done",
      file: "watch.json",
      by: "E. Maes",
      result: { dryRun: true, created: { followUps: 1 } },
    });
    expect(await recorded(database)).toEqual(before);

    const done = await imported({ kind: "record" }, "watch.json", JSON.stringify(record));
    expect(done).toMatchObject({
      state: "done",
      result: { dryRun: false, created: { organizations: 1, reports: 1, followUps: 1 } },
    });
    expect((await as("justice").get("/followUps/w1-1-justice")).status).toBe(200);
    const again = await imported({ kind: "record" }, "watch.json", JSON.stringify(record));
    expect(again.result).toMatchObject({ created: { organizations: 0, reports: 0, followUps: 0 } });

    const { body } = await as("editor").get("/imports?withTotal=true");
    expect(body).toMatchObject({
      total: 3,
      items: [{ id: again.id }, { id: done.id }, { id: tried.id, asked: { dryRun: true } }],
    });
    const runs = await database.all("SELECT actor, file FROM import_run WHERE file = 'watch.json' ORDER BY at");
    expect(runs).toEqual([
      { actor: "E. Maes", file: "watch.json" },
      { actor: "E. Maes", file: "watch.json" },
    ]);
    expect((await verifyAudit(database)).fault).toBeUndefined();
    if (url.startsWith("file:")) expect(await readdir(`${url.slice(5)}.files/incoming`)).toEqual([]);
  });

  test("of a table takes its mapping along; a faulty row refuses the whole file, with its place", async () => {
    const { database } = await open(world);
    const { imported } = await serviceOn(database);
    const before = await recorded(database);
    const table = { kind: "table", mapping: { name: "visits.yaml", text: mapping } };
    const rows = "Report,Year,No,Text,For\nV1,2014,1,Visit each year.,Justice\nV1,soon,2,Publish it.,Justice\n";

    const refused = await imported(table, "visits.csv", rows);
    expect(refused).toMatchObject({
      state: "refused",
      problem: {
        code: "rowsRejected",
        rejectedRows: 1,
        issues: [{ file: "visits.csv", row: 3, name: "Year", value: "soon" }],
      },
    });
    expect(await recorded(database)).toEqual(before);
    const others = await imported({ ...table, skipInvalid: true }, "visits.csv", rows);
    expect(others).toMatchObject({
      state: "done",
      result: { rows: 2, rejectedRows: 1, created: { recommendations: 1 } },
    });
    const faulty = { kind: "table", mapping: { name: "visits.yaml", text: `${mapping}colour: red\n` } };
    expect(await imported(faulty, "visits.csv", rows)).toMatchObject({
      state: "refused",
      problem: { code: "invalidMapping", detail: expect.stringContaining("visits.yaml") },
    });
    expect(await imported({ kind: "record" }, "visits.json", "{")).toMatchObject({
      state: "refused",
      problem: { detail: expect.stringContaining("visits.json") },
    });
    expect((await checkProjections(database, await trackerReads(database).settings())).differences).toEqual([]);
  });

  test("is for an editor of all bodies, asks for what goes together, and takes one file", async () => {
    const { database } = await open(world);
    const { app, as, asked, sent, ended } = await serviceOn(database);
    const id = await asked({ kind: "record" });
    for (const person of ["justice", "assessor", "other"] as const) {
      expect((await as(person).post("/imports").send({ kind: "record" })).status).toBe(403);
      // Who may bring in a workbook of answers has imports too, and sees no other.
      const [list, one] = person === "assessor" ? [403, 403] : [200, 404];
      expect((await as(person).get("/imports")).status).toBe(list);
      if (list === 200) expect((await as(person).get("/imports")).body.items).toEqual([]);
      expect((await as(person).get(`/imports/${id}`)).status).toBe(one);
      expect(
        (await as(person).post(`/imports/${id}/files?name=a.json`).set("Content-Type", "application/json").send("{}"))
          .status,
      ).toBe(one);
    }
    expect((await app.post(`${basePath}/imports`).send({ kind: "record" })).status).toBe(401);
    const unfit = await as("editor")
      .post("/imports")
      .send({ kind: "record", skipInvalid: true, mapping: { name: "a.yaml", text: "a" } });
    expect([unfit.status, unfit.body.issues.map(({ name }: { name: string }) => name)]).toEqual([
      400,
      ["mapping", "skipInvalid"],
    ]);
    expect((await as("editor").post("/imports").send({ kind: "table" })).status).toBe(400);
    expect((await as("editor").get("/imports/none")).status).toBe(404);
    expect((await sent("none", "a.json", "{}")).status).toBe(404);
    for (const name of ["../a.json", "", "a\u202e.json"]) expect((await sent(id, name, "{}")).status).toBe(400);
    expect((await sent(id, "empty.json", "")).status).toBe(400);

    const key = () =>
      as("editor")
        .post(`/imports/${id}/files?name=w.json`)
        .set("Content-Type", "application/json")
        .set("Idempotency-Key", "one")
        .send(JSON.stringify(record));
    expect((await key()).status).toBe(201);
    expect((await key()).status).toBe(201);
    expect((await sent(id, "w.json", "{}")).status).toBe(409);
    expect((await ended(id)).state).toBe("done");
  });

  test("that a killed service began is told as interrupted, and an export gives what an import takes", async () => {
    const { database } = await open(world);
    const { app, as, asked, imported } = await serviceOn(database);
    const id = await asked({ kind: "record" });
    await database.run(
      "UPDATE import_job SET state = 'running', started_at = created_at, host = ?, process = 2147483646 WHERE id = ?",
      [hostname(), id],
    );
    expect((await as("editor").get(`/imports/${id}`)).body.state).toBe("interrupted");
    expect((await as("editor").get("/imports")).body.items[0].state).toBe("interrupted");

    const whole = await as("editor").get("/exports/record").buffer(true);
    expect(whole.headers).toMatchObject({ "content-disposition": 'attachment; filename="record-2015-06-30.json"' });
    const held = JSON.parse(whole.text) as RecordFile;
    expect(held.exportedFor).toBeUndefined();
    const unchanged = await imported({ kind: "record" }, "record.json", whole.text);
    expect(unchanged).toMatchObject({
      state: "done",
      result: { created: { organizations: 0, reports: 0, recommendations: 0, followUps: 0, entries: 0 } },
    });
    const forAll = JSON.parse((await app.get(`${basePath}/exports/record`)).text) as RecordFile;
    expect(forAll.exportedFor).toEqual({ role: "public" });
    expect(forAll.reports.every(({ status }) => status !== "draft")).toBe(true);
    expect((await app.head(`${basePath}/exports/record`)).status).toBe(200);
  });
});
