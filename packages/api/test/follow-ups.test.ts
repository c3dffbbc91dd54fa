import supertest from "supertest";
import { expect, test } from "vitest";
import { describeDatabase } from "../../store/test/describe-database.ts";
import { basePath } from "../src/contract/base-path.ts";
import { people, tokensOf } from "./tokens.ts";
import { worldApp } from "./world-app.ts";

const now = () => new Date("2016-07-01T10:00:00+02:00");
const asOf = "2016-07-01";

/** Filters of follow-ups; `/recommendations` marks the follow-ups that each asks for. */
const filters = [
  "lifecycle=open",
  "lifecycle=closed",
  "responsible=just",
  "addressee=just&assessed=notAssessed",
  "position=accepted&position=rejected",
  "divergent=true",
  "unverified=false&lifecycle=open",
  "theme=minors&lifecycle=open&lifecycle=closed&lifecycle=pendingVerification",
  "reportingYear=2011&lifecycle=open",
];

describeDatabase("follow-ups as a list", (open) => {
  test("gives those that the recommendations mark, page by page, with their total", async () => {
    const { database } = await open();
    const app = supertest(await worldApp(database, { now }));
    const get = async (path: string) => (await app.get(`${basePath}${path}`).expect(200)).body;
    let seen = 0;
    for (const filter of filters) {
      const { items } = await get(`/recommendations?asOf=${asOf}&pageSize=1000&${filter}`);
      const marked: string[] = items.flatMap(({ followUps }: { followUps: { id: string; matches: boolean }[] }) =>
        followUps.filter(({ matches }) => matches).map(({ id }) => id),
      );
      const found: string[] = [];
      let path: string | undefined = `/followUps?asOf=${asOf}&pageSize=2&withTotal=true&${filter}`;
      while (path !== undefined) {
        const page: { items: { id: string }[]; total: number; next?: string } = await get(path);
        expect(page.total, filter).toBe(marked.length);
        found.push(...page.items.map(({ id }) => id));
        path = page.next?.replace(basePath, "");
      }
      expect([...found].sort(), filter).toEqual([...marked].sort());
      seen += found.length;
    }
    expect(seen).toBeGreaterThan(20);
    const all = await get(`/followUps?asOf=${asOf}&withTotal=true`);
    const opened = await get(`/followUps?asOf=${asOf}&withTotal=true&open=true`);
    const closed = await get(`/followUps?asOf=${asOf}&withTotal=true&open=false`);
    expect(opened.total + closed.total).toBe(all.total);
    expect((await get(`/followUps?asOf=${asOf}&withTotal=true&open=true&lifecycle=closed`)).total).toBe(0);
    await app.get(`${basePath}/followUps?changedSince=2016-02-31`).expect(400);
    const file = await app.get(`${basePath}/exports/followUps?asOf=${asOf}&open=true&lang=nl`).expect(200);
    expect(file.text.trim().split("\n")).toHaveLength(opened.total + 1);
  });

  test("and reports are narrowed by year and issuing body, and an unknown one is refused", async () => {
    const { database } = await open();
    const app = supertest(await worldApp(database, { now }));
    const get = async (query: string) => (await app.get(`${basePath}/reports?withTotal=true${query}`).expect(200)).body;
    const all = await get("");
    const years = new Set(all.items.map(({ reportingYear }: { reportingYear: number }) => reportingYear));
    expect(years.size).toBeGreaterThan(1);
    let sum = 0;
    for (const year of years) sum += (await get(`&reportingYear=${year}`)).total;
    expect(sum).toBe(all.total);
    const bodies = new Set(all.items.map(({ issuingBody }: { issuingBody: { id: string } }) => issuingBody.id));
    for (const body of bodies) {
      const { items } = await get(`&issuingBody=${body}`);
      expect(new Set(items.map(({ issuingBody }: { issuingBody: { id: string } }) => issuingBody.id))).toEqual(
        new Set([body]),
      );
    }
    expect((await get("&status=draft")).total).toBe(0);
    await app.get(`${basePath}/reports?reportingYear=1900`).expect(400);
    await app.get(`${basePath}/reports?issuingBody=nobody`).expect(400);
  });

  test("finds what changed since a moment, and nothing by what the reader may not see", async () => {
    const { database } = await open();
    const app = supertest(await worldApp(database, { now: () => new Date("2027-01-01T10:00:00+01:00") }));
    const tokens: Record<string, string> = await tokensOf(database, people);
    const changed = async (who?: keyof typeof people) => {
      const request = app.get(`${basePath}/followUps?changedSince=2027-01-01&withTotal=true`);
      if (who !== undefined) request.set("Authorization", `Bearer ${tokens[who]}`);
      const { items, total } = (await request.expect(200)).body;
      expect(total).toBe(items.length);
      return items.map(({ id }: { id: string }) => id);
    };
    const [one, other] = (await app.get(`${basePath}/followUps?responsible=just&open=true`)).body.items.map(
      ({ id }: { id: string }) => id,
    );
    const add = (followUp: string, title: string, confidential: boolean) =>
      app
        .post(`${basePath}/followUps/${followUp}/evidence`)
        .set("Authorization", `Bearer ${tokens.assessor}`)
        .set("If-Match", "*")
        .send({ evidence: [{ kind: "document", title, confidential }] })
        .expect(201);
    expect(await changed()).toEqual([]);
    await add(one, "a secret", true);
    expect(await changed()).toEqual([]);
    expect(await changed("assessor")).toEqual([one]);
    await add(other, "a letter", false);
    expect(await changed()).toEqual([other]);
    expect([...(await changed("assessor"))].sort()).toEqual([one, other].sort());
  });
});
