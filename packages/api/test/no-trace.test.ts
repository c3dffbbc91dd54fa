import { defaultSettings, publicReader, RecordFile } from "@heed/core";
import type { DraftedAct } from "@heed/core/drafts/act-draft";
import { checkDerived, type Database, exportRecord, verifyAudit } from "@heed/store";
import supertest from "supertest";
import { expect, test } from "vitest";
import { world } from "../../core/test/example-world.ts";
import { describeDatabase } from "../../store/test/describe-database.ts";
import { imported } from "../../store/test/importing.ts";
import { basePath } from "../src/contract/base-path.ts";
import { operations } from "../src/operations/operations.ts";
import { people, tokenOf } from "./tokens.ts";
import { worldApp } from "./world-app.ts";

const followUp = "2013-02-just";
const secret = { kind: "file", title: "File Zq-12", confidential: true };

/** A draft that would supersede a public recommendation, repeats another one, and is linked between two public ones. */
const draft = RecordFile.parse({
  heed: "record/1",
  reports: [{ id: "zq-report", issuingBody: "myria", reference: "Zq", reportingYear: 2015, status: "draft" }],
  recommendations: ["zq-1", "zq-2"].map((id) => ({
    id,
    report: "zq-report",
    reference: id,
    text: { en: "Zqword training" },
    themes: ["zqtheme"],
  })),
  links: [
    ["zq-l1", "supersedes", "zq-1", "2013-02"],
    ["zq-l2", "repeats", "zq-1", "2011-03"],
    ["zq-l3", "repeats", "zq-2", "2011-03"],
    ["zq-l4", "repeats", "2013-02", "zq-2"],
  ].map(([id, type, from, to]) => ({ id, type, from, to, on: "2015-06-01", recordedAt: "2015-06-20T08:00:00Z" })),
  followUps: [{ id: "zq-fu", recommendation: "zq-1", addressee: "justice", role: "lead" }],
});

/** Imported facts that only the Centre and the responsible organization may see. */
const hiddenByFile = RecordFile.parse({
  heed: "record/1",
  followUps: [
    {
      ...world.followUps.find(({ id }) => id === "2011-03-just"),
      entries: [
        {
          id: "zq-file",
          type: "evidence",
          givenOn: "2015-06-10",
          recordedAt: "2015-06-10T08:00:00Z",
          evidence: [secret],
        },
      ],
    },
  ],
});

async function serve(database: Database, now = "2015-06-30T10:00:00+02:00") {
  const clock = { now: new Date(now) };
  const app = supertest(await worldApp(database, { now: () => clock.now }));
  const tokens = {
    interior: await tokenOf(database, { name: "I. Bos", role: "respondent", organizations: ["interior"] }),
    unia: await tokenOf(database, { name: "U. Nia", role: "respondent", organizations: ["unia"] }),
    justice: await tokenOf(database, { name: "J. Claes", role: "respondent", organizations: ["justice"] }),
    assessor: await tokenOf(database, { name: "A. Lambert", role: "assessor", organizations: [] }),
    editor: await tokenOf(database, people.editor),
  };
  const get = (path: string, token?: string, accept = "application/json") => {
    const request = app.get(basePath + path).set("Accept", accept);
    return token === undefined ? request : request.set("Authorization", `Bearer ${token}`);
  };
  const act = async (by: keyof typeof tokens, collection: string, body: object, tag?: string) =>
    app
      .post(`${basePath}/followUps/${followUp}/${collection}`)
      .set("Authorization", `Bearer ${tokens[by]}`)
      .set("If-Match", tag ?? (await get(`/followUps/${followUp}`, tokens[by])).headers.etag ?? "")
      .send(body);
  const acted = async (by: keyof typeof tokens, collection: string, body: object) => {
    const { status, text, body: answer } = await act(by, collection, body);
    expect(status, text).toBe(201);
    return answer.entries[0].id as string;
  };
  return { app, clock, tokens, get, act, acted };
}

const things: Record<string, readonly string[]> = {
  followUps: [followUp, "2011-03-just"],
  recommendations: ["2013-02", "2011-03"],
  reports: ["report-2011"],
  organizations: ["justice", "myria"],
  reportingCycles: ["2012", "round-2014"],
  refData: ["positions", "themes"],
};

/** One draft of each act that can be drafted, with words that nobody else may meet. */
const drafts: Record<DraftedAct, { by: "justice" | "assessor" | "editor"; input: object }> = {
  respond: { by: "justice", input: { position: "accepted", reason: "Zq" } },
  commit: { by: "justice", input: { description: "Zq", due: { on: "2016-01-01" } } },
  reportOutcome: { by: "justice", input: { outcome: "met", reason: "Zq" } },
  update: { by: "justice", input: { reportingYear: 2014, level: "underWay", narrative: "Zqword training" } },
  withdrawClaim: { by: "justice", input: { reason: "Zq" } },
  addEvidence: { by: "justice", input: { evidence: [secret] } },
  observe: { by: "editor", input: { by: "Zq", text: "Zqword training" } },
  requestDeadlineChange: { by: "justice", input: { reason: "Zq", to: { on: "2016-01-01" } } },
  withdrawDeadlineRequest: { by: "justice", input: { reason: "Zq" } },
  decideDeadlineChange: { by: "editor", input: { reason: "Zq" } },
  contestDeadlineChange: { by: "assessor", input: { reason: "Zq" } },
  assess: { by: "assessor", input: { reportingYear: 2014, level: "fullyImplemented", rationale: "Zqword training" } },
  close: { by: "assessor", input: { closureReason: "notImplemented", reason: "Zq" } },
  reopen: { by: "assessor", input: { reason: "Zq" } },
  decideSuccessor: { by: "editor", input: { reason: "Zq" } },
  upholdNotCompetent: { by: "editor", input: { reason: "Zq" } },
  publishAnswer: { by: "editor", input: { answer: "Zq" } },
  changeRole: { by: "editor", input: { role: "forInformation", reason: "Zq" } },
};

/** Every operation that reads, with each resource and filter that hidden facts could change. */
function questions(): string[] {
  return operations
    .filter(({ method, id }) => method === "get" && id !== "getMe")
    .flatMap(({ path, query }) => {
      const [collection = ""] = path.slice(1).split("/");
      const paths = path.includes("{") ? (things[collection] ?? []).map((id) => path.replace(/\{\w+\}/, id)) : [path];
      const names = Object.keys(query?.shape ?? {});
      // A document has the same text in each format, and is quickest as Markdown.
      if (path.includes("/document")) return paths.map((each) => `${each}?format=md`);
      const asked = [
        "",
        ...(names.includes("withTotal") ? ["?withTotal=true&pageSize=2"] : []),
        ...(names.includes("knownAt") ? ["?knownAt=2015-06-30T07:00:00Z"] : []),
        ...(names.includes("q") ? ["?q=zqword", "?q=training"] : []),
        ...(names.includes("theme") ? ["?theme=zqtheme"] : []),
        ...(names.includes("report") ? ["?report=Zq", "?report=zq-report"] : []),
        ...(names.includes("groupBy") ? ["?groupBy=theme", "?groupBy=addressee"] : []),
        ...(names.includes("asOf") ? ["?asOf=2016-01-01"] : []),
        ...(names.includes("from") ? ["?from=2009-01-01&to=2020-01-01&pageSize=1000"] : []),
      ];
      return paths.flatMap((each) => asked.map((search) => each + search));
    });
}

/** What an answer says, a file as its bytes; without the number that each problem has of its own. */
function saidBy({ status, headers, text, body }: supertest.Response) {
  const whole = text ?? (Buffer.isBuffer(body) ? body.toString("latin1") : JSON.stringify(body));
  return { status, headers, said: whole.replace(/"instance":"[^"]+"/, "") };
}

describeDatabase("what a reader may not see", (open) => {
  test("moves nothing that he sees, in any answer, tag or refusal", { timeout: 240_000 }, async () => {
    const { database } = await open(world);
    const { app, tokens, get, act, acted } = await serve(database);
    const seen = async () => {
      const all: Record<string, unknown> = {};
      for (const token of [undefined, tokens.interior])
        for (const question of questions()) {
          const { status, headers, said } = saidBy(await get(question, token));
          all[`${token === undefined ? "nobody" : "interior"} ${question}`] = [status, headers.etag, said];
        }
      all.csv = (await get("/overdue", undefined, "text/csv")).text;
      const refused = await act("interior", "responses", { position: "noted" }, '"99"');
      all.refusal = [refused.status, refused.body.detail];
      return all;
    };
    const before = await seen();
    expect(Object.keys(before).length).toBeGreaterThan(80);

    const kept = await acted("assessor", "evidence", { evidence: [secret] });
    await acted("justice", "evidence", { evidence: [{ ...secret, title: "File Zq-13" }], about: kept });
    await acted("assessor", "retractions", { retracts: kept, reason: "the wrong follow-up, Zq" });
    await imported(database, hiddenByFile);
    await imported(database, draft);
    const report = await app
      .post(`${basePath}/reports`)
      .set("Authorization", `Bearer ${tokens.editor}`)
      .send({ issuingBody: "myria", reference: "Zq bis", reportingYear: 2015 });
    expect(report.status, report.text).toBe(201);
    expect(await seen()).toEqual(before);
    expect((await get(`/followUps/${followUp}`, tokens.assessor)).text).toContain("File Zq-12");
    expect((await verifyAudit(database)).fault).toBeUndefined();
  });

  test("as a draft of an act moves nothing that others see, before it is submitted or after it was discarded", {
    timeout: 240_000,
  }, async () => {
    const { database } = await open(world);
    const { app, tokens, get, act } = await serve(database);
    const parties = Object.keys(tokens) as (keyof typeof tokens)[];
    const seen = async () => {
      const all: Record<string, unknown> = {};
      for (const by of [undefined, ...parties])
        for (const question of by === undefined ? questions() : [`/followUps/${followUp}`, "/drafts?withTotal=true"]) {
          const { status, headers, said } = saidBy(await get(question, by && tokens[by]));
          all[`${by} ${question}`] = [status, headers.etag, headers["content-length"], said];
        }
      const items: unknown[] = [];
      for await (const item of exportRecord(database, publicReader, "2015-06-30", defaultSettings)) items.push(item);
      all.file = JSON.stringify(items);
      const refused = await act("interior", "responses", { position: "noted" }, '"99"');
      all.refusal = [refused.status, refused.body.detail];
      return all;
    };
    const before = await seen();
    const send = (by: keyof typeof tokens, method: "post" | "delete", path: string, body: object) =>
      app[method](basePath + path)
        .set("Authorization", `Bearer ${tokens[by]}`)
        .set("If-Match", "*")
        .send(body);
    const made: { by: keyof typeof tokens; id: string }[] = [];
    for (const [name, { by, input }] of Object.entries(drafts)) {
      const answer = await send(by, "post", `/followUps/${followUp}/drafts`, { act: name, input });
      expect(answer.status, answer.text).toBe(201);
      made.push({ by, id: answer.body.id });
    }
    const finding = made[Object.keys(drafts).indexOf("assess")];
    await send("assessor", "post", `/drafts/${finding?.id}/secondReadings`, { note: "Zq" });
    const during = await seen();
    for (const name of Object.keys(before))
      if (!name.endsWith("/drafts?withTotal=true")) expect(during[name], name).toEqual(before[name]);
    const drafted = (by: string) => JSON.stringify(during[`${by} /drafts?withTotal=true`]);
    expect(drafted("interior")).toBe(JSON.stringify(before["interior /drafts?withTotal=true"]));
    expect(drafted("unia")).toBe(JSON.stringify(before["unia /drafts?withTotal=true"]));
    const ids = (own: boolean) => made.filter(({ by }) => (by === "justice") === own).map(({ id }) => id);
    for (const id of ids(true))
      expect([drafted("justice").includes(id), drafted("editor").includes(id)]).toEqual([true, false]);
    for (const id of ids(false))
      expect([drafted("justice").includes(id), drafted("editor").includes(id)]).toEqual([false, true]);
    for (const { by, id } of made) expect((await send(by, "delete", `/drafts/${id}`, {})).status).toBe(204);
    expect(await seen()).toEqual(before);
    expect((await verifyAudit(database)).fault).toBeUndefined();
    expect(await checkDerived(database)).toEqual([]);
  });

  test("is not counted in the frozen snapshot of a cycle", { timeout: 120_000 }, async () => {
    const { database } = await open(world);
    const { app, tokens, get, acted } = await serve(database);
    const before = (await get(`/followUps/${followUp}`)).body.entries.length;
    await acted("assessor", "evidence", { evidence: [secret] });
    const cycle = await get("/reportingCycles/round-2014", tokens.editor);
    const closed = await app
      .post(`${basePath}/reportingCycles/round-2014/closures`)
      .set("Authorization", `Bearer ${tokens.editor}`)
      .set("If-Match", cycle.headers.etag ?? "")
      .send({ closedOn: "2015-06-30" });
    expect(closed.status, closed.text).toBe(201);
    const { body } = await get("/reportingCycles/round-2014/snapshot?pageSize=1000");
    const row = (body.items as { followUp: { id: string } | string; entries: number }[]).find(({ followUp: each }) =>
      JSON.stringify(each).includes(followUp),
    );
    expect(row?.entries).toBe(before);
  });

  test("is not shown to an assessor of another issuing body", async () => {
    const { database } = await open(world);
    const { get, acted } = await serve(database);
    const unia = await tokenOf(database, { name: "V. Nia", role: "assessor", organizations: ["unia"] });
    await acted("assessor", "evidence", { evidence: [secret] });
    for (const path of ["", "/history"])
      expect((await get(`/followUps/${followUp}${path}`, unia)).text).not.toContain("File Zq-12");
  });

  test("is not shown on another day, nor as it was known before it became confidential", async () => {
    const { database } = await open(world);
    const { app, clock, tokens, get, acted } = await serve(database);
    const elsewhere = await tokenOf(database, { name: "V. Nia", role: "assessor", organizations: ["unia"] });
    const former = await tokenOf(database, { name: "C. Eoor", role: "editor", organizations: ["ceoor"] });
    const kept = await acted("assessor", "evidence", { evidence: [secret] });
    await imported(database, hiddenByFile);
    for (const reader of [tokens.unia, elsewhere, former])
      for (const id of [followUp, "2011-03-just"])
        for (const day of ["asOf=1990-01-01", "asOf=2013-01-01", "asOf=2040-01-01", "knownAt=2040-01-01"]) {
          const answer = await get(`/followUps/${id}?${day}`, reader);
          expect(answer.status, answer.text).toBe(200);
          expect(answer.text, `${id} ${day}`).not.toContain("File Zq-12");
        }
    const asked = await get(`/followUps/${followUp}?asOf=2040-01-01`, tokens.assessor);
    expect(asked.text).toContain(kept);

    const readable = await acted("assessor", "evidence", {
      evidence: [{ ...secret, title: "File Zq-14", confidential: false }],
    });
    expect((await get(`/followUps/${followUp}?knownAt=2015-06-30T08:10:00Z`)).text).toContain("File Zq-14");
    clock.now = new Date("2015-06-30T11:00:00+02:00");
    const hide = await app
      .patch(`${basePath}/followUps/${followUp}/entries/${readable}`)
      .set("Authorization", `Bearer ${tokens.assessor}`)
      .set("If-Match", "*")
      .set("Content-Type", "application/merge-patch+json")
      .send(JSON.stringify({ evidence: [{ ...secret, title: "File Zq-14" }] }));
    expect(hide.status, hide.text).toBe(200);
    for (const path of ["", "/history"])
      expect((await get(`/followUps/${followUp}${path}?knownAt=2015-06-30T08:10:00Z`)).text).not.toContain("Zq-14");
  });

  test("is no correction where it is all that a correction changed", async () => {
    const { database } = await open(world);
    const { app, tokens, get, acted } = await serve(database);
    const finding = { reportingYear: 2015, level: "underWay", rationale: "A draft.", method: "interview" };
    const first = await acted("assessor", "assessments", {
      ...finding,
      evidence: [{ ...secret, title: "Law", confidential: false }],
    });
    const seen = async () => {
      const paths = ["", "/history", `/entries/${first}`, "/standing", "?knownAt=2016-01-01"];
      const answers = await Promise.all(paths.map((path) => get(`/followUps/${followUp}${path}`)));
      return answers.map(({ headers, text }) => [headers.etag, text]);
    };
    const before = await seen();
    const correct = async (entry: string, change: object) => {
      const answer = await app
        .patch(`${basePath}/followUps/${followUp}/entries/${entry}`)
        .set("Authorization", `Bearer ${tokens.assessor}`)
        .set("If-Match", "*")
        .set("Content-Type", "application/merge-patch+json")
        .send(JSON.stringify(change));
      expect(answer.status, answer.text).toBe(200);
      return answer.body.entries[0].id as string;
    };
    const readable = { ...secret, title: "Law", confidential: false };
    const second = await correct(first, { evidence: [readable, secret] });
    expect(await seen()).toEqual(before);
    const third = await correct(second, { evidence: [readable, { ...secret, title: "File Zq-15" }] });
    expect(await seen()).toEqual(before);
    const fourth = await correct(third, { rationale: "A bill." });
    const { body } = await get(`/followUps/${followUp}`);
    const told = JSON.stringify(body);
    expect(told).not.toContain(second);
    expect(told).not.toContain(third);
    expect(body.entries.find(({ id }: { id: string }) => id === fourth)).toMatchObject({ corrects: first });
    expect(body.entries.find(({ id }: { id: string }) => id === first)).toMatchObject({ correctedBy: fourth });
  });

  test("is named by no answer where a correction changed it alone", { timeout: 240_000 }, async () => {
    const { database } = await open(world);
    const { app, clock, tokens, get } = await serve(database, "2018-06-30T10:00:00+02:00");
    const corrected = [
      ["2011-03-just", "2011-03-just-update-2015", tokens.editor],
      ["2009-02-guard", "2009-02-guard-assessment-2011", tokens.assessor],
      ["2015-02-fedpol", "2015-02-fedpol-claim", tokens.editor],
    ] as const;
    const since = ["?asOf=2012-07-01", "?asOf=2018-01-01", "?knownAt=2018-07-02&asOf=2018-01-01"];
    const paths = [
      ...questions(),
      ...["/overdue", "/obligations", "/recommendations", "/stale"].flatMap((path) =>
        since.map((asked) => `${path}${asked}&pageSize=1000`),
      ),
      ...corrected.flatMap(([id, entry]) => [
        ...["", "/standing", "/history", `/entries/${entry}`].map((of) => `/followUps/${id}${of}`),
        ...since.map((asked) => `/followUps/${id}/standing${asked}`),
      ]),
    ];
    const seen = async () => {
      const answers = new Map<string, unknown>();
      for (const path of paths) {
        const { status, headers, said } = saidBy(await get(path));
        answers.set(path, [status, headers.etag, said]);
      }
      for (const path of ["/overdue", "/obligations", "/changes?from=2009-01-01&to=2020-01-01"])
        answers.set(`${path} csv`, (await get(path, undefined, "text/csv")).text);
      return answers;
    };
    clock.now = new Date("2018-07-02T10:00:00+02:00");
    const before = await seen();
    for (const [id, entry, token] of corrected) {
      const held = await get(`/followUps/${id}/entries/${entry}`, token);
      const correction = await app
        .patch(`${basePath}/followUps/${id}/entries/${entry}`)
        .set("Authorization", `Bearer ${token}`)
        .set("If-Match", "*")
        .set("Content-Type", "application/merge-patch+json")
        .send(JSON.stringify({ evidence: [...held.body.entry.evidence, secret] }));
      expect(correction.status, correction.text).toBe(200);
    }
    const after = await seen();
    for (const [path, answer] of before) expect(after.get(path), path).toEqual(answer);
    expect(await checkDerived(database)).toEqual([]);
  });

  test("keeps no follow-up from being stale, at no moment", async () => {
    const { database } = await open(world);
    const clock = { now: new Date("2016-06-30T10:00:00+02:00") };
    const app = supertest(await worldApp(database, { now: () => clock.now }));
    const token = await tokenOf(database, { name: "A. Lambert", role: "assessor", organizations: [] });
    const quiet = "2012-02-nsso";
    const send = (method: "post" | "patch", path: string, body: object) =>
      app[method](`${basePath}/followUps/${quiet}/${path}`)
        .set("Authorization", `Bearer ${token}`)
        .set("If-Match", "*")
        .set("Content-Type", method === "patch" ? "application/merge-patch+json" : "application/json")
        .send(JSON.stringify(body));
    const staleFrom = async (known = "") => {
      const { body } = await app.get(`${basePath}/stale${known}`);
      const listed = body.items.find((each: { followUp: { id: string } }) => each.followUp.id === quiet)?.staleFrom;
      const own = await app.get(`${basePath}/followUps/${quiet}/standing${known}`);
      return [listed, own.body.standing.staleFrom];
    };
    const before = await staleFrom();
    expect(before).toEqual(["2015-06-16", "2015-06-16"]);
    const memo = { kind: "document", title: "Memo" };
    const made = await send("post", "evidence", { evidence: [memo] });
    clock.now = new Date("2016-06-30T11:00:00+02:00");
    const hidden = await send("patch", `entries/${made.body.entries[0].id}`, {
      evidence: [{ ...memo, confidential: true }],
    });
    expect(hidden.status, hidden.text).toBe(200);
    const then = "?knownAt=2016-06-30T08:30:00Z";
    expect([await staleFrom(), await staleFrom(then)]).toEqual([before, before]);
    const back = await send("post", "retractions", { retracts: hidden.body.entries[0].id, reason: "no" });
    expect(back.status, back.text).toBe(201);
    expect([await staleFrom(), await staleFrom(then)]).toEqual([before, before]);
  });
});
