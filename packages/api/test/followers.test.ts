import { type Database, followerDesk } from "@heed/store";
import { pino } from "pino";
import supertest from "supertest";
import { afterEach, expect, test } from "vitest";
import { world } from "../../core/test/example-world.ts";
import { describeDatabase } from "../../store/test/describe-database.ts";
import { keepReminders } from "../src/reminders/keep-reminders.ts";
import { trackerOf } from "../src/tracker.ts";
import { keptMails } from "./kept-mails.ts";
import { worldApp } from "./world-app.ts";

const publicUrl = "https://heed.example";
const reader = "reader@example.org";

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

/** The service on the example world and what it sends, with a clock that the test sets. */
async function serviceOn(database: Database) {
  const clock = { at: "2014-12-10T10:00:00.000Z" };
  const { mails, state, url, close } = await keptMails();
  closing.push(close);
  const app = supertest(
    await worldApp(database, {
      ...{ publicUrl, now: () => new Date(clock.at) },
      followers: (acting) => followerDesk(database, acting),
    }),
  );
  const { run, stop } = keepReminders({
    ...{ database, readSettings: () => trackerOf(database).reads.settings(), logger: pino({ level: "silent" }) },
    ...{ publicUrl, hour: 7, now: () => clock.at, mail: { server: url, from: "Heed <heed@example.org>" } },
  });
  closing.push(stop);
  const send = (path: string, form: Record<string, string> = {}) =>
    app.post(path).set("Origin", publicUrl).type("form").send(form);
  const rows = async () => {
    const [row] = await database.all<{ followers: number; messages: number }>(
      `SELECT (SELECT count(*) FROM follower) AS followers,
         (SELECT count(*) FROM outbox_message WHERE subscriber_id IS NOT NULL) AS messages`,
    );
    return [Number(row?.followers), Number(row?.messages)];
  };
  const runAt = async (at: string) => {
    clock.at = at;
    mails.length = 0;
    await run();
    return mails.filter(({ to }) => (to as { text: string }).text === reader);
  };
  return { app, clock, state, send, rows, runAt };
}

const pathIn = (text: string, link: string) =>
  new RegExp(`https://heed\\.example(/\\w\\w/follow/${link}/\\S+)`).exec(text)?.[1] ?? "";

describeDatabase("followers by mail", (open) => {
  test("are asked twice, told what the page has, and gone when they stop", { timeout: 60_000 }, async () => {
    const { database } = await open(world);
    const { app, send, rows, runAt } = await serviceOn(database);
    expect((await app.get("/nl/organizations/just")).text).toContain('href="/nl/follow?responsible=just"');
    expect((await app.get("/nl/follow?responsible=just").expect(200)).text).toContain('name="email"');
    const form = { email: " Reader@Example.org ", rhythm: "weekly", responsible: "just" };
    expect((await send("/nl/follow", { ...form, email: "reader" }).expect(422)).text).toContain('id="email-fault"');
    await send("/nl/follow", form).expect(200);
    await app.post("/nl/follow").type("form").send(form).expect(403);
    expect(await rows()).toEqual([1, 1]);

    const [mail, ...others] = await runAt("2014-12-10T10:01:00.000Z");
    expect(others).toEqual([]);
    const confirm = pathIn(mail?.text ?? "", "confirm");
    expect(mail?.headers.get("content-language")).toBe("nl");
    // Nothing is told before it was confirmed; opening the link confirms nothing, and no other link does.
    await app.get(confirm).expect(200).expect("Cache-Control", "private, no-store");
    for (const wrong of [`${confirm}x`, confirm.replace("/confirm/", "/end/"), "/nl/follow/confirm/a.b"])
      expect((await send(wrong).expect(200)).text).toContain("Deze link werkt niet meer");
    expect(await runAt("2014-12-22T06:10:00.000Z")).toEqual([]);
    expect(await rows()).toEqual([0, 0]);

    await send("/nl/follow", form).expect(200);
    const [again] = await runAt("2014-12-22T09:00:00.000Z");
    await send(pathIn(again?.text ?? "", "confirm")).expect(200);
    // Whoever asks for an address that follows gets the same answer, and its reader a mail that says so.
    const { text: ofAnother } = await send("/nl/follow", { ...form, email: "other@example.org" }).expect(200);
    expect((await send("/nl/follow", form).expect(200)).text).toBe(ofAnother);
    await send("/nl/follow", { ...form, rhythm: "daily" }).expect(200);

    // No mail of a week in which nothing changed.
    const page = async (from: string, asOf: string) => {
      const { text } = await app.get(`/nl/changes?responsible=just&from=${from}&asOf=${asOf}`).expect(200);
      return Number(/govuk-body-l">(\d+)/.exec(text)?.[1] ?? 0);
    };
    const weeks: number[] = [];
    let told: Awaited<ReturnType<typeof runAt>>[number] | undefined;
    let from = "2014-12-22";
    for (const monday of ["2014-12-29", "2015-01-05", "2015-01-12", "2015-04-06"]) {
      const sent = await runAt(`${monday}T06:10:00.000Z`);
      const sunday = new Date(Date.parse(monday) - 86_400_000).toISOString().slice(0, 10);
      const changed = await page(from, sunday);
      weeks.push(changed);
      expect(sent.length, monday).toBe(changed > 0 ? 1 : 0);
      if (sent[0] !== undefined) {
        told = sent[0];
        expect(told.subject).toContain(`: ${changed} wijziging`);
        expect(told.text).toContain(`${publicUrl}/nl/changes?from=`);
        expect((String(told.html).match(/<li>/g) ?? []).length).toBe(Math.min(changed, 50));
      }
      from = monday;
      expect(await runAt(`${monday}T07:10:00.000Z`)).toEqual([]);
    }
    expect(weeks).toContain(0);
    expect(weeks.some((changed) => changed > 0)).toBe(true);

    // By one press in a mail program, which sends no origin and reads no page (RFC 8058).
    expect(told?.headers.get("list")).toMatchObject({ "unsubscribe-post": { name: "List-Unsubscribe=One-Click" } });
    const list = told?.headers.get("list") as unknown as { unsubscribe: { url: string } } | undefined;
    const { pathname } = new URL(list?.unsubscribe.url ?? "about:none");
    expect((await app.get(pathname).expect(200)).text).toContain("Alle mails naar dit adres stoppen");
    await app.post(pathname).type("form").send("List-Unsubscribe=One-Click").expect(200);
    expect((await database.all("SELECT id FROM follower WHERE email = ?", [reader])).length).toBe(0);
    expect((await app.get(pathname)).text).toContain("Deze link werkt niet meer");
  });

  test("are told of what was recorded late, keep no address in a fault, and can stop all at once", async () => {
    const { database } = await open(world);
    const { app, state, send, rows, runAt } = await serviceOn(database);
    for (const [topic, value] of [
      ["responsible", "just"],
      ["theme", "victims"],
      ["report", "2011"],
    ] as const) {
      await send("/fr/follow", { email: reader, rhythm: "daily", [topic]: value }).expect(200);
      const mails = await runAt("2014-12-10T10:01:00.000Z");
      await send(pathIn(mails[0]?.text ?? "", "confirm")).expect(200);
    }
    await runAt("2014-12-11T06:10:00.000Z");
    // As if all had been recorded since the last mail: what was given in the weeks before is told too.
    const earliest = await database.all<{ day: string }>(
      "SELECT min(day) AS day FROM follow_up_change WHERE body LIKE '%\"entry\"%' AND day BETWEEN '2014-09-15' AND '2014-12-10'",
    );
    expect(earliest[0]?.day).toMatch(/^2014/);
    expect(await runAt("2014-12-12T06:10:00.000Z")).toEqual([]);
    await database.run("UPDATE follower SET told_at = '2009-01-01T00:00:00.000Z'");
    const late = await runAt("2014-12-13T06:10:00.000Z");
    expect(late.length).toBeGreaterThan(0);
    expect(await runAt("2014-12-14T06:10:00.000Z")).toEqual([]);
    state.refuses = true;
    await runAt("2014-12-17T06:10:00.000Z");
    const faults = await database.all<{ fault: string | null }>(
      "SELECT last_fault AS fault FROM outbox_message WHERE state = 'waiting' AND last_fault IS NOT NULL",
    );
    expect(faults.length).toBeGreaterThan(0);
    for (const { fault } of faults) expect(fault?.toLowerCase()).not.toContain(reader);
    state.refuses = false;
    const [mail] = await runAt("2014-12-17T09:10:00.000Z");
    await send(pathIn(mail?.text ?? "", "end"), { all: "1" }).expect(200);
    expect(await rows()).toEqual([0, 0]);
    await app.get("/fr/follow?responsible=nobody").expect(404);
  });

  test("end where there is no such mailbox, and not where a mail server has rules of its own", async () => {
    const { database } = await open(world);
    const { state, send, rows, runAt } = await serviceOn(database);
    for (const theme of ["victims", "training"])
      await send("/en/follow", { email: reader, rhythm: "daily", theme }).expect(200);
    Object.assign(state, { unknown: /^reader@/, refusal: "5.7.1 not from here" });
    await runAt("2014-12-10T10:01:00.000Z");
    expect(await rows()).toEqual([2, 2]);
    state.refusal = "5.1.1 no such mailbox";
    await runAt("2014-12-10T11:00:00.000Z");
    expect(await rows()).toEqual([0, 0]);
  });
});
