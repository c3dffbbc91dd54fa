import { RecordFile } from "@heed/core";
import { type Database, type NewToken, verifyAudit } from "@heed/store";
import supertest from "supertest";
import { expect, test } from "vitest";
import { world } from "../../core/test/example-world.ts";
import { describeDatabase } from "../../store/test/describe-database.ts";
import { imported } from "../../store/test/importing.ts";
import { basePath } from "../src/contract/base-path.ts";
import { tokensOf } from "./tokens.ts";
import { worldApp } from "./world-app.ts";

const people = {
  justice: { name: "J. Claes", role: "respondent", organizations: ["justice"] },
  interior: { name: "I. Bos", role: "respondent", organizations: ["interior"] },
  assessor: { name: "A. Lambert", role: "assessor", organizations: [] },
  editor: { name: "E. Maes", role: "editor", organizations: [] },
  elsewhere: { name: "U. Nia", role: "assessor", organizations: ["unia"] },
  elsewhereEditor: { name: "V. Nia", role: "editor", organizations: ["unia"] },
} as const satisfies Record<string, NewToken>;
type Person = keyof typeof people;

async function serve(database: Database, day = "2015-06-30") {
  const clock = { now: new Date(`${day}T10:00:00+02:00`) };
  const app = supertest(await worldApp(database, { now: () => clock.now }));
  const tokens = await tokensOf(database, people);
  const send = (person: Person, method: "post" | "patch", path: string, body: object) =>
    app[method](`${basePath}${path}`)
      .set("Authorization", `Bearer ${tokens[person]}`)
      .set("If-Match", "*")
      .set("Content-Type", method === "patch" ? "application/merge-patch+json" : "application/json")
      .send(JSON.stringify(body));
  const sent = async (person: Person, path: string, body: object) => {
    const answer = await send(person, "post", path, body);
    expect(answer.status, `${path}: ${answer.text}`).toBe(201);
    return answer.body;
  };
  /** Follow-ups of a report published on 6 January 2014, each with an implementation due on 30 June 2014. */
  const followUps = async (count: number, addressee = "justice"): Promise<string[]> => {
    const numbers = [...Array(count).keys()];
    await imported(
      database,
      RecordFile.parse({
        heed: "record/1",
        reports: [
          {
            ...{ id: "r-2013", reference: "R-2013", issuingBody: "myria", reportingYear: 2013, title: { en: "R" } },
            ...{ publishedOn: "2014-01-06", responsePeriod: { amount: 2, unit: "months" } },
          },
        ],
        recommendations: numbers.map((n) => ({
          ...{ id: `r-${n}`, report: "r-2013", reference: `R-${n}`, text: { en: "t" } },
          implementationDue: { on: "2014-06-30", precision: "day" },
        })),
        followUps: numbers.map((n) => ({ id: `f-${n}`, recommendation: `r-${n}`, addressee, role: "lead" })),
      }),
    );
    return numbers.map((n) => `f-${n}`);
  };
  const made = async (person: Person, followUp: string, collection: string, body: object): Promise<string> =>
    (await sent(person, `/followUps/${followUp}/${collection}`, body)).entries[0].id;
  const correct = (person: Person, followUp: string, entry: string, change: object) =>
    send(person, "patch", `/followUps/${followUp}/entries/${entry}`, change);
  const standing = async (followUp: string, asOf = "2015-06-30") =>
    (await app.get(`${basePath}/followUps/${followUp}/standing?asOf=${asOf}`)).body.standing;
  return { app, clock, tokens, send, sent, followUps, made, correct, standing };
}

const evidence = [{ kind: "document", title: "Circular" }];
const source = { name: "Letter of 1 June" };
const accepted = { position: "accepted" };
const finding = { reportingYear: 2014, level: "underWay", rationale: "A draft.", method: "interview" };
const claiming = { reportingYear: 2014, level: "fullyImplemented", evidence };
const asking = {
  target: { kind: "implementation" },
  to: { on: "2016-12-31" },
  reason: "staff",
  requestedBy: "The ministry",
};
const ended = { closureReason: "notImplemented", reason: "refused", singleReader: "ill" };
const respondents = ["justice", "editor"] as const;

type Make = (act: (person: Person, collection: string, body: object) => Promise<string>) => Promise<string>;

/** Every type of entry: how it comes about, what may be corrected, by whom, and what is an act of its own, so by nobody. */
const types: readonly [string, Make, object, readonly Person[], readonly object[]][] = [
  ["response", (act) => act("justice", "responses", accepted), { position: "rejected" }, respondents, []],
  [
    "commitment",
    (act) => act("justice", "commitments", { description: "A circular.", due: { on: "2016-01-01" } }),
    { description: "Two." },
    respondents,
    [],
  ],
  [
    "commitmentOutcome",
    async (act) =>
      act("justice", "commitmentOutcomes", {
        commitment: await act("justice", "commitments", { description: "A circular." }),
        outcome: "met",
      }),
    { outcome: "abandoned" },
    respondents,
    [{ commitment: "nope" }],
  ],
  [
    "deadlineRequest",
    async (act) => {
      await act("justice", "responses", accepted);
      return act("justice", "deadlineRequests", asking);
    },
    { to: { on: "2016-06-30" } },
    respondents,
    [{ target: { kind: "response" } }, { requestedBy: "Another" }],
  ],
  [
    "deadlineRequestWithdrawal",
    async (act) => {
      await act("justice", "responses", accepted);
      const request = await act("justice", "deadlineRequests", asking);
      return act("justice", "deadlineRequestWithdrawals", { request });
    },
    { reason: "x" },
    respondents,
    [{ request: "nope" }],
  ],
  [
    "deadlineChange",
    async (act) => {
      await act("justice", "responses", accepted);
      const request = await act("justice", "deadlineRequests", asking);
      return act("editor", "deadlineChanges", { request, decision: "refused", reason: "no", decidedBy: "The King" });
    },
    { reason: "x" },
    ["editor"],
    [
      { decision: "granted", to: { on: "2035-01-01", precision: "day" } },
      { to: { on: "2014-02-01", precision: "day" } },
      { target: { kind: "response" } },
    ],
  ],
  [
    "deadlineContest",
    async (act) => {
      await act("justice", "responses", accepted);
      const request = await act("justice", "deadlineRequests", asking);
      const decided = { request, decision: "granted", reason: "yes", decidedBy: "The King" };
      const change = await act("editor", "deadlineChanges", decided);
      return act("assessor", "deadlineContests", { change, reason: "victims wait" });
    },
    { reason: "x" },
    ["assessor"],
    [{ change: "nope" }],
  ],
  [
    "progressUpdate",
    (act) => act("justice", "progressUpdates", { reportingYear: 2014, level: "underWay" }),
    { level: "announced" },
    respondents,
    [{ claim: true }],
  ],
  [
    "claimWithdrawal",
    async (act) =>
      act("justice", "claimWithdrawals", { update: await act("justice", "progressUpdates", claiming), reason: "y" }),
    { reason: "x" },
    respondents,
    [{ update: "nope" }],
  ],
  [
    "assessment",
    (act) => act("assessor", "assessments", finding),
    { rationale: "x" },
    ["assessor"],
    [{ level: "fullyImplemented" }, { assessor: "E. Maes" }],
  ],
  [
    "closure",
    (act) => act("assessor", "closures", ended),
    { reason: "x" },
    ["assessor"],
    [{ closureReason: "implemented" }],
  ],
  [
    "closure that is an editor's too",
    (act) => act("editor", "closures", { ...ended, closureReason: "withdrawn" }),
    { reason: "x" },
    ["assessor", "editor"],
    [{ closureReason: "implemented" }, { closureReason: "notImplemented" }],
  ],
  [
    "reopening",
    async (act) => {
      await act("assessor", "closures", ended);
      return act("assessor", "reopenings", { reason: "it came back", singleReader: "ill" });
    },
    { reason: "x" },
    ["assessor"],
    [{ newDue: { on: "2030-01-01", precision: "day" } }],
  ],
  [
    "notCompetentUpheld",
    async (act) => {
      await act("justice", "responses", { position: "notCompetent" });
      return act("editor", "notCompetentUpheld", { reason: "y" });
    },
    { reason: "x" },
    ["editor"],
    [],
  ],
  [
    "roleChange",
    (act) => act("editor", "roleChanges", { role: "joint", reason: "y" }),
    { reason: "x" },
    ["editor"],
    [{ role: "forInformation" }],
  ],
  [
    "evidence",
    (act) => act("justice", "evidence", { evidence }),
    { evidence: [{ kind: "law", title: "Act" }] },
    respondents,
    [{ about: "nope" }],
  ],
  [
    "evidence of the assessor",
    (act) => act("assessor", "evidence", { evidence }),
    { evidence: [{ kind: "law", title: "Act" }] },
    ["assessor", "editor"],
    [{ about: "nope" }],
  ],
  ["observation", (act) => act("editor", "observations", { by: "NGO", text: "No." }), { text: "Yes." }, ["editor"], []],
  [
    "retraction",
    async (act) =>
      act("assessor", "retractions", { retracts: await act("assessor", "evidence", { evidence }), reason: "y" }),
    { reason: "x" },
    [],
    [{ retracts: "nope" }],
  ],
];

describeDatabase("a correction is held to what its act is held to, over HTTP", (open) => {
  test("every type of entry, by every side", { timeout: 300_000 }, async () => {
    const { database } = await open(world);
    const { followUps, made, correct } = await serve(database);
    const everybody = Object.keys(people) as Person[];
    const ids = await followUps(types.length * everybody.length);
    for (const [type, make, change, who, nobody] of types)
      for (const person of everybody) {
        const id = ids.pop() ?? "";
        const may = who.includes(person);
        const entry = await make((by, collection, body) => made(by, id, collection, body));
        for (const each of [{}, ...nobody]) {
          const answer = await correct(person, id, entry, each);
          const told = `${person}, ${type} ${JSON.stringify(each)}: ${answer.text}`;
          expect(may ? [400] : [400, 403], told).toContain(answer.status);
        }
        const bySource = person === "editor" && who === respondents ? { ...change, source } : change;
        const answer = await correct(person, id, entry, bySource);
        const told = `${person}, ${type}: ${answer.text}`;
        expect(may ? [200] : type === "retraction" ? [400, 403] : [403], told).toContain(answer.status);
      }
    expect((await verifyAudit(database)).fault).toBeUndefined();
  });

  test("a successor's decision is corrected by an editor, to a candidate", { timeout: 120_000 }, async () => {
    const { database } = await open(world);
    const { followUps, made, correct, sent, standing } = await serve(database);
    const organization = async (code: string) =>
      (await sent("editor", "/organizations", { code, name: { en: `Dept ${code}` }, level: "federal" })).organization
        .id;
    const [before, one, two] = [await organization("d0"), await organization("d1"), await organization("d2")];
    const [id = ""] = await followUps(1, before);
    const { organizationChange } = await sent("editor", "/organizationChanges", {
      ...{ type: "split", on: "2015-06-01", originals: [before] },
      results: [{ organization: one }, { organization: two }],
    });
    const entry = await made("editor", id, "successorDecisions", { change: organizationChange.id, successor: one });
    for (const person of ["assessor", "justice", "interior", "elsewhere", "elsewhereEditor"] as const)
      expect((await correct(person, id, entry, { successor: two })).status, person).toBe(403);
    for (const change of [
      { successor: "unia" },
      { successor: "nope" },
      { change: "nope" },
      { from: "0001-01-01" },
      { of: "issuingBody" },
      {},
    ]) {
      const answer = await correct("editor", id, entry, change);
      expect(answer.status, `${JSON.stringify(change)}: ${answer.text}`).toBe(400);
    }
    const answer = await correct("editor", id, entry, { successor: two });
    expect(answer.status, answer.text).toBe(200);
    expect((await standing(id)).responsible).toMatchObject({ organization: two });
  });

  test("who succeeds one that left nobody is an organization of the record", { timeout: 120_000 }, async () => {
    const { database } = await open(world);
    const { followUps, made, correct, sent } = await serve(database);
    const organization = async (code: string) =>
      (await sent("editor", "/organizations", { code, name: { en: `Dept ${code}` }, level: "federal" })).organization
        .id;
    const [before, one, two] = [await organization("e0"), await organization("e1"), await organization("e2")];
    const [id = ""] = await followUps(1, before);
    const { organizationChange } = await sent("editor", "/organizationChanges", {
      ...{ type: "dissolved", on: "2015-06-01", originals: [before], results: [] },
    });
    const decision = { change: organizationChange.id, successor: one, from: "2015-06-02" };
    const entry = await made("editor", id, "successorDecisions", decision);
    expect((await correct("editor", id, entry, { successor: "nope" })).status).toBe(400);
    expect((await correct("editor", id, entry, { from: null })).status).toBe(400);
    expect((await correct("editor", id, entry, { successor: two })).status).toBe(200);
  });

  test("the addressee takes no lateness away by amending what it said", { timeout: 120_000 }, async () => {
    const { database } = await open(world);
    const { clock, followUps, made, correct, send, standing } = await serve(database);
    const [late = "", closed = "", promised = "", fresh = ""] = await followUps(4);
    const recorded = (id: string, collection: string, body: object) =>
      made("editor", id, collection, { ...body, source, givenOn: "2014-02-01" });
    const answer = await recorded(late, "responses", accepted);
    await recorded(closed, "responses", accepted);
    await recorded(promised, "responses", accepted);
    const promise = await recorded(promised, "commitments", { description: "x", due: { on: "2014-12-31" } });
    const claim = await made("editor", closed, "progressUpdates", {
      ...{ ...claiming, asOf: "2015-02-01", givenOn: "2015-02-05", source },
    });
    await made("assessor", closed, "assessments", {
      ...{ ...finding, level: "fullyImplemented", asOf: "2015-02-01", evidence },
    });
    await made("assessor", closed, "closures", { closureReason: "implemented", singleReader: "a small team" });
    const before = await Promise.all([late, closed, promised].map((id) => standing(id)));
    expect(before.map(({ timeliness }) => timeliness)).toEqual(["overdue", "metLate", "overdue"]);
    const amended = [
      await correct("justice", late, answer, { position: "rejected" }),
      await correct("justice", closed, claim, { asOf: "2014-06-30" }),
      await correct("justice", closed, claim, { asOf: "0001-01-01" }),
      ...(await Promise.all(
        [
          [late, answer],
          [closed, claim],
          [promised, promise],
        ].map(([id, retracts]) => send("justice", "post", `/followUps/${id}/retractions`, { retracts, reason: "x" })),
      )),
    ];
    for (const { status, text } of amended) expect([400, 403], text).toContain(status);
    expect(await Promise.all([late, closed, promised].map((id) => standing(id)))).toEqual(before);

    const said = await made("justice", fresh, "responses", accepted);
    const corrected = await correct("justice", fresh, said, { position: "noted" });
    expect(corrected.status, corrected.text).toBe(200);
    const second = corrected.body.entries[0].id;
    clock.now = new Date("2015-07-01T00:30:00+02:00");
    expect((await correct("justice", fresh, second, { position: "accepted" })).status).toBe(403);
    expect((await correct("justice", fresh, second, { reason: "x" })).status).toBe(200);
    const { body } = await send("editor", "post", `/followUps/${promised}/retractions`, {
      ...{ retracts: promise, reason: "It is on another follow-up." },
    });
    expect(body.entries[0]).toMatchObject({ type: "retraction" });
  });

  test("what a correction makes confidential was never for all, whatever its title", { timeout: 120_000 }, async () => {
    const { database } = await open(world);
    const { app, followUps, made, correct } = await serve(database);
    const [retitled = "", twins = ""] = await followUps(2);
    const leak = { kind: "file", title: "Leak of Mr X", url: "https://x.example/secret" };
    const entry = await made("justice", retitled, "evidence", { evidence: [leak] });
    const mended = { evidence: [{ ...leak, title: "Redacted", confidential: true }] };
    expect((await correct("justice", retitled, entry, mended)).status).toBe(200);
    for (const path of ["", "/history", `?knownAt=2015-06-30T09:00:00Z`])
      expect((await app.get(`${basePath}/followUps/${retitled}${path}`)).text).not.toContain("x.example");
    const letter = { kind: "document", title: "Letter", url: "https://x.example/open" };
    await made("assessor", twins, "evidence", {
      evidence: [letter, { ...letter, url: "https://x.example/kept", confidential: true }],
    });
    const { body } = await app.get(`${basePath}/followUps/${twins}`);
    expect(body.entries).toMatchObject([{ type: "evidence", evidence: [letter] }]);
  });
});
