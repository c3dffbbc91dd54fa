import { randomUUID } from "node:crypto";
import { defaultSettings, RecordFile } from "@heed/core";
import { addUser, type Database, forgetMessages } from "@heed/store";
import { pino } from "pino";
import supertest from "supertest";
import { afterEach, expect, test } from "vitest";
import { describeDatabase } from "../../store/test/describe-database.ts";
import { imported } from "../../store/test/importing.ts";
import { basePath } from "../src/contract/base-path.ts";
import { keepReminders } from "../src/reminders/keep-reminders.ts";
import { keptMails } from "./kept-mails.ts";
import { tokenOf } from "./tokens.ts";
import { readersApp } from "./world-app.ts";

const hostile = "Do <b>this</b>\u202E & that";
const record = RecordFile.parse({
  heed: "record/1",
  organizations: ["centre", "justice"].map((id) => ({ id, code: id, name: { en: id, nl: `de ${id}` } })),
  reports: [{ id: "r", reference: "2023", issuingBody: "centre", reportingYear: 2023, publishedOn: "2024-01-10" }],
  recommendations: [
    { id: "a", report: "r", reference: "2023/1", title: { en: hostile }, text: { en: "Train." } },
    { id: "b", report: "r", reference: "2023/2", text: { en: "Publish figures." } },
  ],
  followUps: ["a", "b"].map((id) => ({ id, recommendation: id, addressee: "justice" })),
});

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

async function mailsKept() {
  const { close, ...kept } = await keptMails();
  closing.push(close);
  return kept;
}

const keeping = { at: "2024-01-10T08:00:00Z", today: "2024-01-10", by: { actor: "admin", systemUser: "admin" } };

async function withPeople(database: Database) {
  await imported(database, record);
  const people = [
    { name: "J. Claes", language: "nl", role: "respondent", organization: "justice" },
    { name: "K. Wouters", language: "fr", role: "respondent", organization: "justice" },
    { name: "A. Lambert", role: "assessor" },
  ];
  for (const { name, language, role, organization } of people) {
    const email = `${name.slice(3).toLowerCase()}@example.org`;
    const roles = [{ role, ...(organization && { organization }), from: "2024-01-01" }];
    await addUser(database, { name, email, ...(language && { language }), roles }, { ...keeping, newId: randomUUID });
  }
}

function remindersOf(database: Database, server: string, now: () => string, write = (_line: string) => {}) {
  const logger = pino({ level: "warn" }, { write });
  const reminders = keepReminders({
    ...{ database, readSettings: async () => defaultSettings, logger, now, hour: 7 },
    mail: { server, from: "Heed <heed@example.org>", bounce: "bounces@example.org" },
    publicUrl: "https://heed.example/follow-up/",
  });
  closing.push(reminders.stop);
  return reminders;
}

describeDatabase("reminders", (open) => {
  test("go to each person once, in the own language, and say what the page says that day", async () => {
    const { database } = await open();
    await withPeople(database);
    const { mails, url } = await mailsKept();
    let now = "2024-03-11T05:59:00.000Z";
    const { run } = remindersOf(database, url, () => now);
    await run();
    expect(mails).toEqual([]);
    now = "2024-03-11T06:00:00.000Z";
    await run();
    await run();
    expect(mails.map(({ to }) => (to as { text: string }).text).sort()).toEqual([
      "claes@example.org",
      "wouters@example.org",
    ]);
    const [claes, wouters] = ["claes", "wouters"].map((name) =>
      mails.find(({ to }) => (to as { text: string }).text.startsWith(name)),
    );
    expect(claes?.subject).toBe("2 herinneringen van 11 maart 2024");
    expect(wouters?.subject).toBe("2 rappels du 11 mars 2024");
    expect(claes?.messageId).toMatch(/^<[0-9a-f-]{36}@example\.org>$/);
    expect(claes?.envelope).toBe("bounces@example.org");
    expect(claes?.headers.get("auto-submitted")).toBe("auto-generated");
    expect(claes?.from?.text).toContain("heed@example.org");
    // The text and the HTML say the same, and neither takes markup or a turned direction from the record.
    for (const text of [claes?.text ?? "", String(claes?.html)]) {
      expect(text).toContain("https://heed.example/follow-up/nl/recommendations/2023/2023%2F1#to-justice");
      expect(text).not.toContain("\u202E");
    }
    expect(claes?.text).toContain("Do <b>this</b>");
    expect(String(claes?.html)).toContain("Do &lt;b>this");
    expect(String(claes?.html)).not.toContain("<b>");

    const asked = { asOf: "2024-03-11", responsible: "justice", withTotal: true };
    const page = await supertest(await readersApp(database))
      .get(`${basePath}/obligations`)
      .query(asked);
    expect(claes?.text).toContain(`In totaal zijn er ${page.body.total} zaken te doen`);
    expect(page.body.total).toBe(4);
  });

  test("are given up at once where there is no such mailbox, and forgotten when they ended long ago", async () => {
    const { database } = await open();
    await withPeople(database);
    const { mails, state, url } = await mailsKept();
    Object.assign(state, { unknown: /^claes@/, refusal: "5.1.1 <Claes@example.org>: no such mailbox" });
    const log: string[] = [];
    const { run } = remindersOf(
      database,
      url,
      () => "2024-03-11T06:00:00.000Z",
      (line) => log.push(line),
    );
    await run();
    // Who it is about is in the message; the address is neither in it nor in the log.
    expect(log.join("")).toContain("no such mailbox");
    expect(log.join("").toLowerCase()).not.toContain("claes@");
    expect(mails.map(({ to }) => (to as { text: string }).text)).toEqual(["wouters@example.org"]);
    const kept = () =>
      database.all<{ state: string; fault: string | null }>(
        "SELECT state, last_fault AS fault FROM outbox_message WHERE kind = 'digest' ORDER BY state",
      );
    expect(await kept()).toEqual([
      { state: "givenUp", fault: expect.stringContaining("5.1.1 <…>: no such mailbox") },
      { state: "sent", fault: null },
    ]);
    // Never sooner than the key of a message is needed.
    expect(await forgetMessages(database, "2024-04-10T06:00:00.000Z", 0)).toBe(0);
    expect(await forgetMessages(database, "2024-04-12T06:00:00.000Z", 40)).toBe(0);
    expect(await forgetMessages(database, "2024-04-12T06:00:00.000Z", 0)).toBeGreaterThanOrEqual(2);
    expect(await kept()).toEqual([]);
    expect(await database.all("SELECT id FROM outbox_message WHERE ended_at IS NOT NULL")).toEqual([]);
  });

  test("wait while the mail server refuses them, tell of those given up, and are tried again by a person", async () => {
    const { database } = await open();
    await withPeople(database);
    const { mails, state, url } = await mailsKept();
    state.refuses = true;
    let now = "2024-03-11T06:00:00.000Z";
    const { run } = remindersOf(database, url, () => now);
    const later = (hours: number) => {
      now = new Date(Date.parse(now) + hours * 3_600_000).toISOString();
    };
    await run();
    await run();
    expect(state.taken).toBe(2);
    const attempts = async () =>
      (
        await database.all<{ attempts: number; state: string }>(
          "SELECT attempts, state FROM outbox_message WHERE kind = 'digest'",
        )
      ).map(({ attempts: tried, state: is }) => `${tried} ${is}`);
    expect(await attempts()).toEqual(["1 waiting", "1 waiting"]);
    // As many days later.
    await database.run("UPDATE outbox_message SET attempts = 39 WHERE kind = 'digest'");
    later(6);
    await run();
    expect(await attempts()).toEqual(["40 givenUp", "40 givenUp"]);
    const app = await readersApp(database, { now: () => new Date(now) });
    const admin = await tokenOf(database, { name: "E. Maes", role: "editor", organizations: [] });
    const asked = (method: "get" | "post", path: string) =>
      supertest(app)
        [method](basePath + path)
        .set("Authorization", `Bearer ${admin}`);
    const givenUp = await asked("get", "/outboxMessages?state=givenUp&withTotal=true");
    expect(givenUp.body.total).toBe(2);
    expect(givenUp.body.items[0]).toMatchObject({
      kind: "digest",
      attempts: 40,
      lastFault: expect.stringMatching(/try again later/),
    });
    expect(mails).toEqual([]);

    state.refuses = false;
    const [message] = givenUp.body.items;
    const again = await asked("post", `/outboxMessages/${message.id}/outcomes`).send({ outcome: "again" });
    expect([again.status, again.body.state]).toEqual([201, "waiting"]);
    const twice = await asked("post", `/outboxMessages/${message.id}/outcomes`).send({ outcome: "again" });
    expect([twice.status, twice.body.issues?.[0]?.name]).toEqual([409, "outcome"]);
    await run();
    expect(mails).toHaveLength(1);
    expect((await asked("get", `/outboxMessages/${message.id}`)).body).toMatchObject({ state: "sent" });
  });

  test("reach the issuing body as a list once a week, its own overdue verifications first, and letters for a person to send", async () => {
    const { database } = await open();
    await withPeople(database);
    const editors = [{ name: "M. Desmet" }, { name: "P. Janssens", organization: "centre" }];
    for (const { name, organization } of editors) {
      const roles = [{ role: "editor", ...(organization && { organization }), from: "2024-01-01" }];
      const user = { name, email: `${name.slice(3).toLowerCase()}@example.org`, language: "en", roles };
      await addUser(database, user, { ...keeping, newId: randomUUID });
    }
    const { mails, url } = await mailsKept();
    let now = "2024-03-11T06:00:00.000Z";
    const { run } = remindersOf(database, url, () => now);
    for (const day of ["2024-03-11", "2024-04-10", "2024-04-11", "2024-06-10", "2024-06-11"]) {
      now = `${day}T06:00:00.000Z`;
      await run();
      now = `${day}T12:00:00.000Z`;
      await run();
    }
    const lists = mails.filter(({ to }) => (to as { text: string }).text.startsWith("lambert"));
    expect(lists.map(({ subject }) => subject)).toEqual([
      "The week of 10 April 2024: what waits for the issuing body",
      "The week of 10 June 2024: what waits for the issuing body",
    ]);
    expect(lists[1]?.text).toContain("No verification is overdue.");
    expect(lists[1]?.text).toContain("justice: 2 things, the longest for 91 days");
    // Letters are told to who may see and send them: no assessor, and no editor of one body.
    const [ofAll, ofOne] = ["desmet", "janssens"].map((name) =>
      mails.filter(({ to }) => (to as { text: string }).text.startsWith(name)),
    );
    expect(ofAll?.[1]?.text).toContain("1 letter to parliament is prepared");
    for (const list of [lists[1], ofOne?.[1]]) {
      expect(list?.text).toContain("justice: 2 things");
      expect(list?.text).not.toContain("letter to parliament");
    }

    const app = await readersApp(database, { now: () => new Date(now) });
    const editor = await tokenOf(database, { name: "E. Maes", role: "editor", organizations: [] });
    const asked = (method: "get" | "post", path: string) =>
      supertest(app)
        [method](basePath + path)
        .set("Authorization", `Bearer ${editor}`);
    const { body: letters } = await asked("get", "/outboxMessages?kind=escalation");
    expect(letters.items).toMatchObject([{ organization: { id: "justice" }, state: "waiting", day: "2024-06-10" }]);
    const sent = await asked("post", `/outboxMessages/${letters.items[0].id}/outcomes`).send({ outcome: "sent" });
    expect(sent.body).toMatchObject({ state: "sent", endedAt: now });
  });

  test("can be foreseen for any day by who keeps them, and by nobody else", async () => {
    const { database } = await open();
    await withPeople(database);
    const app = await readersApp(database);
    const plan = async (role: "editor" | "respondent", on: string) => {
      const organizations = role === "editor" ? [] : ["justice"];
      const token = await tokenOf(database, { name: role, role, organizations });
      return supertest(app).get(`${basePath}/reminderPlan?on=${on}`).set("Authorization", `Bearer ${token}`);
    };
    const { body } = await plan("editor", "2024-02-26");
    expect(body.digests.map(({ user }: { user: { name: string } }) => user.name).sort()).toEqual([
      "J. Claes",
      "K. Wouters",
    ]);
    expect(body.digests[0].told).toMatchObject([
      { step: "beforeDue", due: "2024-03-11", recommendation: { reference: "2023/1" } },
      { step: "beforeDue", due: "2024-03-11", recommendation: { reference: "2023/2" } },
    ]);
    expect((await plan("respondent", "2024-02-26")).status).toBe(403);
    expect(await database.all("SELECT * FROM outbox_message")).toEqual([]);
  });
});
