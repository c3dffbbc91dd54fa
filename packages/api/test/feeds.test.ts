import { Readable } from "node:stream";
import FeedParser from "feedparser";
import ICAL from "ical.js";
import supertest from "supertest";
import { expect, test } from "vitest";
import { world } from "../../core/test/example-world.ts";
import { describeDatabase } from "../../store/test/describe-database.ts";
import { basePath } from "../src/contract/base-path.ts";
import { worldApp } from "./world-app.ts";

const publicUrl = "https://heed.example/follow-up";

function eventsIn(text: string): ICAL.Event[] {
  return new ICAL.Component(ICAL.parse(text)).getAllSubcomponents("vevent").map((each) => new ICAL.Event(each));
}

type Entry = { guid: string; title: string; link: string; categories: string[] };

async function feedIn(text: string): Promise<{ meta: FeedParser.Meta; entries: Entry[] }> {
  const parser = new FeedParser({});
  const entries: Entry[] = [];
  const done = new Promise<void>((resolve, reject) => {
    parser.on("error", reject).on("end", () => resolve());
    parser.on("readable", () => {
      for (let item = parser.read(); item !== null; item = parser.read()) entries.push(item as Entry);
    });
  });
  Readable.from([text]).pipe(parser);
  await done;
  return { meta: parser.meta as FeedParser.Meta, entries };
}

describeDatabase("what programs of readers follow", (_, openToRead) => {
  async function opened() {
    const { database } = await openToRead(world);
    return supertest(await worldApp(database, { publicUrl }));
  }
  type App = Awaited<ReturnType<typeof opened>>;
  const numberOn = async (app: App, path: string) => {
    const { text } = await app.get(path).expect(200);
    return Number(/govuk-body-l">(\d+)/.exec(text)?.[1] ?? 0);
  };
  const dataOf = async (app: App, path: string) => (await app.get(`${basePath}${path}`).expect(200)).body;

  test.each(["responsible=just", "theme=victims", "report=2011", "report=2012"])(
    "a calendar and a feed of %s have as much as the pages",
    async (filter) => {
      const app = await opened();
      const owed = await dataOf(app, `/obligations?${filter}&pageSize=1000`);
      const dated = owed.items.filter(({ due }: { due?: string }) => due !== undefined);
      const calendar = await app
        .get(`/en/owed.ics?${filter}`)
        .expect(200)
        .expect("Content-Type", /^text\/calendar/);
      const events = eventsIn(calendar.text);
      expect(events.map(({ startDate }) => startDate.toString())).toEqual(dated.map(({ due }: { due: string }) => due));
      expect(new Set(events.map(({ uid }) => uid)).size).toBe(events.length);
      expect(await numberOn(app, `/en/owed?${filter}`)).toBe(owed.items.length);
      expect(calendar.text).toContain(`X-WR-CALDESC:${owed.items.length} thing`);

      const period = "from=2010-01-01";
      const atom = await app.get(`/en/changes.atom?${filter}&${period}`).expect(200);
      const { entries } = await feedIn(atom.text);
      expect(entries.length).toBe(await numberOn(app, `/en/changes?${filter}&${period}`));
      expect(new Set(entries.map(({ guid }) => guid)).size).toBe(entries.length);
    },
  );

  test("a deadline that moves stays the same event, and what is met is gone", async () => {
    const app = await opened();
    const { items } = await dataOf(app, "/changes?from=2009-01-01&kind=deadlineMoved&pageSize=1000");
    const moved = items.at(-1);
    expect(moved).toMatchObject({ kind: "deadlineMoved" });
    const before = new Date(Date.parse(moved.day) - 86_400_000).toISOString().slice(0, 10);
    const on = async (day: string) => eventsIn((await app.get(`/nl/owed.ics?asOf=${day}`).expect(200)).text);
    const [former, now] = [await on(before), await on(moved.day)];
    const same = now.flatMap((event) => {
      const was = former.find(({ uid }) => uid === event.uid);
      return was !== undefined && was.sequence !== event.sequence ? [{ was, event }] : [];
    });
    expect(same.map(({ was, event }) => [event.sequence - was.sequence, event.startDate.toString()])).toContainEqual([
      1,
      moved.due,
    ]);
    // In another language the same events.
    const french = eventsIn((await app.get(`/fr/owed.ics?asOf=${moved.day}`)).text);
    expect(french.map(({ uid }) => uid)).toEqual(now.map(({ uid }) => uid));
    expect(french.map(({ summary }) => summary)).not.toEqual(now.map(({ summary }) => summary));

    const answered = (await dataOf(app, "/changes?from=2009-01-01&kind=answered&pageSize=1000")).items.at(-1);
    const eve = new Date(Date.parse(answered.day) - 86_400_000).toISOString().slice(0, 10);
    const uids = async (day: string) =>
      eventsIn((await app.get(`/nl/owed.ics?kind=response&asOf=${day}`)).text).map(({ uid }) => uid);
    const left = await uids(answered.day);
    expect((await uids(eve)).filter((uid) => !left.includes(uid)).length).toBeGreaterThan(0);
  });

  test("lead to the pages, tell their language, and are not sent twice", async () => {
    const app = await opened();
    const { text, headers } = await app.get("/fr/changes.atom?responsible=just&from=2014-01-01").expect(200);
    expect(headers).toMatchObject({ "content-type": "application/atom+xml; charset=utf-8", "content-language": "fr" });
    const { meta, entries } = await feedIn(text);
    expect(meta).toMatchObject({ language: "fr", xmlurl: expect.stringContaining(`${publicUrl}/fr/changes.atom`) });
    for (const { link } of entries.slice(0, 3)) {
      expect(link).toMatch(/^https:\/\/heed\.example\/follow-up\/fr\/recommendations\//);
      const { pathname, hash } = new URL(link);
      const page = await app.get(pathname.replace("/follow-up", "")).expect(200);
      expect(page.text).toContain(`id="${hash.slice(1)}"`);
    }
    for (const path of ["/fr/changes.atom?responsible=just", "/fr/owed.ics?responsible=just"]) {
      const { headers: first } = await app.get(path).expect(200);
      await app.get(path).set("If-None-Match", String(first.etag)).expect(304);
    }
    // The pages of an organization, a theme and a report show the way, in their heads too.
    for (const page of ["/nl/organizations/just", "/nl/themes/victims", "/nl/reports/2011"]) {
      const links = [...(await app.get(page).expect(200)).text.matchAll(/href="([^"]*\.(?:ics|atom)[^"]*)"/g)];
      expect(new Set(links.map(([, href]) => href)).size).toBe(2);
      expect(links.length).toBe(4);
      for (const [, href = ""] of links)
        await app.get(href.replace("/follow-up", "").replaceAll("&amp;", "&")).expect(200);
    }
    await app.get("/nl/owed.ics?responsible=nobody").expect(400);
    await app.get("/nl/changes.atom?page=2").expect(200);
  });
});
