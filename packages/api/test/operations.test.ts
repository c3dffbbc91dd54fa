import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { defaultSettings, personAs } from "@heed/core";
import {
  type Database,
  filePlaceOf,
  type NewToken,
  performAct,
  performRegisterAct,
  uploadFile,
  usualLimit,
} from "@heed/store";
import fc from "fast-check";
import supertest from "supertest";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { world } from "../../core/test/example-world.ts";
import { describeDatabase } from "../../store/test/describe-database.ts";
import { basePath } from "../src/contract/base-path.ts";
import { Problem } from "../src/contract/common.ts";
import { pageBody } from "../src/contract/page.ts";
import { openApi30, openApi31 } from "../src/open-api/open-api.ts";
import { operations } from "../src/operations/operations.ts";
import { OverdueList } from "../src/schemas/overdue.ts";
import { RecommendationDetail } from "../src/schemas/recommendation.ts";
import { tokenOf } from "./tokens.ts";
import { worldApp } from "./world-app.ts";

/** Operations without a token; those with one are in acts.test.ts. */
const reading = operations.filter(({ secured, handle }) => !secured && handle);

/** One valid request for every operation. */
const requests: Record<string, string> = {
  listOverdue: "/overdue",
  listOwingOrganizations: "/overdue/organizations",
  listObligations: "/obligations?withTotal=true",
  listStale: "/stale",
  listDeadlineRequests: "/deadlineRequests?withTotal=true",
  listChanges: "/changes?from=2014-01-01&withTotal=true",
  getBriefing: "/briefing?theme=victims&withTotal=true",
  getComparison: "/comparison?from=2014-01-01&withTotal=true",
  listRecommendations: "/recommendations?withTotal=true",
  getRecommendationFacets: "/recommendationFacets?q=police",
  getRecommendation: "/recommendations/2011-04",
  listFollowUpsOfRecommendation: "/recommendations/2011-03/followUps",
  listFollowUps: "/followUps?open=true&withTotal=true",
  getFollowUp: "/followUps/2011-03-just",
  getStanding: "/followUps/2011-03-just/standing?asOf=2013-01-01&knownAt=2013-01-01",
  listFollowUpHistory: "/followUps/2011-03-just/history",
  getProgress: "/progress?groupBy=addressee",
  getProgressMatrix: "/progressMatrix",
  listReports: "/reports?withTotal=true",
  getReport: "/reports/report-2011",
  getReportErrata: "/reports/report-2011/errata",
  listCollectedItems: "/collectedItems?withTotal=true",
  getCollectedItem: "/collectedItems/judgment-of-the-farm",
  getSeriesFigures: "/collectedItems/series-of-victims/figures",
  listReportSections: "/reportSections?withTotal=true",
  getReportSection: "/reportSections/section-framework",
  getMeetingReminder: "/collectedItems/meeting-of-the-platform-2/reminder",
  listReportingCycles: "/reportingCycles",
  getReportingCycle: "/reportingCycles/2012",
  getSnapshot: "/reportingCycles/2012/snapshot",
  listUnassessed: "/reportingCycles/2014/unassessed",
  getLink: "/recommendations/2011-01/links/asked-again-2011",
  getOrganizationChange: "/organizationChanges/centre-split",
  getFile: `/files/${createHash("sha256").update("A note.").digest("hex")}`,
  getEntry: "/followUps/2009-01-just/entries/2009-01-just-response",
  listLinks: "/recommendations/2011-01/links",
  listDraftingRemarks: "/recommendations/2011-04/draftingRemarks?asOf=2015-06-01",
  getRecommendationStanding: "/recommendations/2011-04/standing?asOf=2015-06-01&knownAt=2015-06-30",
  listLevelOverrides: "/recommendations/2011-04/levelOverrides",
  getLevelOverride: "/recommendations/2011-04/levelOverrides/set",
  listOrganizationChanges: "/organizationChanges?organization=si",
  listOrganizations: "/organizations?pageSize=3",
  getOrganization: "/organizations/justice",
  getSettings: "/settings?asOf=2014-01-01",
  listSettingChanges: "/settingChanges",
  getSettingChange: "/settingChanges/agreed",
  listNames: "/names?kind=organization&name=just&name=nobody",
  listRefData: "/refData",
  listRules: "/refData/rules",
  getRule: "/refData/rules/D4a",
  getRefData: "/refData/position",
};

/** Records the override of a level and the change of the settings that the requests ask for. */
async function actBefore(database: Database): Promise<void> {
  const act = { systemUser: "tester", at: "2015-06-01T08:00:00Z", settings: defaultSettings };
  await performRegisterAct(database, {
    ...act,
    act: "overrideLevel",
    thing: "2011-04",
    input: { level: "underWay", reason: { en: "The leaflet is missing.", de: "Das Faltblatt fehlt." } },
    person: personAs({ id: "a", name: "A. Lambert", role: "assessor", organizations: [] }),
    newId: () => "set",
  });
  const person = personAs({ id: "j", name: "J. Claes", role: "respondent", organizations: ["justice"] });
  const { id: file } = await uploadFile(database, filePlaceOf(database), {
    name: "note.txt",
    bytes: (async function* () {
      yield Buffer.from("A note.");
    })(),
    limit: usualLimit,
    inspect: async () => "text/plain",
    ...{ person, at: act.at, newId: () => "note" },
  });
  await performAct(database, {
    ...act,
    ...{ act: "addEvidence", followUp: "2011-03-just", person, newId: () => "noted" },
    input: { evidence: [{ kind: "document", title: "Note", file }] },
  });
  await performRegisterAct(database, {
    ...act,
    act: "changeSettings",
    input: { changes: { lookBackYears: 5 }, reason: "Agreed." },
    person: personAs({ id: "e", name: "E. Maes", role: "editor", organizations: [] }),
    newId: () => "agreed",
  });
}

describeDatabase("the service", (open, openToRead) => {
  test("answers every operation in the shape that its schema says", async () => {
    const { database } = await open(world);
    const app = supertest(await worldApp(database));
    await actBefore(database);
    for (const { id, output } of reading) {
      const response = await app.get(basePath + requests[id]);
      expect(response.status, id).toBe(200);
      expect(response.type).toBe("application/json");
      output.parse(response.body);
      const german = await app.get(basePath + requests[id]).set("Accept-Language", "de");
      output.parse(german.body);
      expect(german.text, `${id} has a text in two languages`).not.toMatch(/\{"en":"[^"]*","(fr|nl|de)":/);
      expect(JSON.stringify(response.body), `${id} has a null`).not.toMatch(/:null[,}]/);
    }
  });

  test("tells what is overdue, and pages through it once", async () => {
    const { database } = await openToRead(world);
    const app = supertest(await worldApp(database));
    const { body } = await app.get(`${basePath}/overdue`);
    expect(body).toMatchObject({
      asOf: "2015-06-30",
      total: 19,
      totalsByKind: { response: 2, commitment: 3, implementation: 2, update: 9, verification: 3 },
    });
    const seen: string[] = [];
    let next = `${basePath}/overdue?pageSize=7`;
    for (let pages = 1; next !== undefined; pages++) {
      expect(pages).toBeLessThan(5);
      const page = await app.get(next);
      expect(page.body.total).toBe(19);
      seen.push(
        ...page.body.items.map(
          (item: { followUp: { id: string }; kind: string }) => `${item.followUp.id} ${item.kind}`,
        ),
      );
      next = page.body.next;
    }
    const all = body.items.map(
      (item: { followUp: { id: string }; kind: string }) => `${item.followUp.id} ${item.kind}`,
    );
    expect(seen).toEqual(all);
    expect(new Set(seen).size).toBe(19);
  });

  test("pages by number too, over every list", async () => {
    const { database } = await openToRead(world);
    const app = supertest(await worldApp(database));
    const lists = [
      "/overdue?",
      "/overdue?responsible=just&",
      "/overdue?knownAt=2013-01-01&",
      "/obligations?",
      "/obligations?responsible=just&",
      "/obligations?knownAt=2013-01-01&",
      "/changes?from=2013-01-01&",
      "/changes?from=2009-01-01&responsible=just&",
      "/stale?asOf=2019-01-01&",
      "/stale?asOf=2019-01-01&knownAt=2019-01-01&",
      "/recommendations?",
      "/recommendations?knownAt=2013-01-01&",
      "/reports?",
      "/organizations?",
      "/reportingCycles?",
      "/reportingCycles/2012/snapshot?",
    ];
    for (const list of lists) {
      const all = (await app.get(`${basePath}${list}pageSize=1000`)).body;
      const numbered = await app.get(`${basePath}${list}pageSize=2&page=2`);
      expect(numbered.body.items, list).toEqual(all.items.slice(2, 4));
      expect(numbered.body, list).toMatchObject({ page: 2, pageSize: 2 });
      const { prev, next } = numbered.body;
      expect((await app.get(prev)).body.items, list).toEqual(all.items.slice(0, 2));
      if (all.items.length > 4) expect((await app.get(next)).body.items, list).toEqual(all.items.slice(4, 6));
      else expect(next, list).toBeUndefined();
    }
    const beyond = (await app.get(`${basePath}/overdue?pageSize=1000&page=11`)).body;
    expect(beyond.issues[0].detail).toContain("after");
    // After the last numbered page, the cursor goes on.
    const { next } = pageBody("/overdue", { pageSize: 1000, page: 10 }, { items: [], next: "place" }, (item) => item);
    expect(next).toBe(`${basePath}/overdue?pageSize=1000&after=place`);
  });

  test("gives each text in one language, and says which", async () => {
    const { database } = await openToRead(world);
    const app = supertest(await worldApp(database));
    const whole = await app.get(`${basePath}/organizations/unia`);
    expect(Object.keys(whole.body.name)).toEqual(["en", "nl", "fr"]);
    expect(whole.headers["content-language"]).toBeUndefined();
    expect(whole.headers.vary).toContain("Accept-Language");
    const french = await app.get(`${basePath}/organizations/unia?lang=fr`).set("Accept-Language", "nl");
    expect(french.body.name).toEqual({ fr: whole.body.name.fr });
    expect(french.headers["content-language"]).toBe("fr");
    expect(french.headers.etag).not.toBe(whole.headers.etag);
    const dutch = await app.get(`${basePath}/organizations/unia`).set("Accept-Language", "sv, nl-BE;q=0.8");
    expect(dutch.body.name).toEqual({ nl: whole.body.name.nl });
    const any = await app.get(`${basePath}/organizations/unia`).set("Accept-Language", "*");
    expect(any.body).toEqual(whole.body);
    // One organization has no German name, so the list is in two languages.
    const page = await app.get(`${basePath}/organizations?lang=de&pageSize=3`);
    expect(page.body.next).toContain("lang=de");
    const all = await app.get(`${basePath}/organizations?lang=de`);
    expect(all.headers["content-language"]).toBe("de, en");
    // An authentic language of the report is preferred to any other.
    const report = await app.get(`${basePath}/reports/report-2011?lang=es`);
    expect(report.body.authenticLanguages).toContain(Object.keys(report.body.title)[0]);
  });

  test("gives the texts of a recommendation in an authentic language of its report where the asked one is missing", async () => {
    const { database } = await openToRead(world);
    const app = supertest(await worldApp(database));
    for (const lang of ["nl", "de"]) {
      const { body } = await app.get(`${basePath}/recommendations/2011-02?lang=${lang}`);
      expect([Object.keys(body.title), Object.keys(body.text)]).toEqual([["fr"], ["fr"]]);
      expect(Object.keys(body.issuingBody.name)).toEqual([lang]);
      const { body: followUp } = await app.get(`${basePath}/followUps/2011-02-cls?lang=${lang}`);
      expect(Object.keys(followUp.recommendation.title)).toEqual(["fr"]);
      for (const list of ["recommendations?", "overdue?asOf=2014-01-01&", "obligations?asOf=2014-01-01&", "stale?"]) {
        type Item = { title?: object; recommendation?: { title?: object } };
        const titles = async (query: string) =>
          ((await app.get(`${basePath}/${list}${query}pageSize=1000`)).body.items as Item[]).flatMap(
            ({ title, recommendation }) => title ?? recommendation?.title ?? [],
          );
        const whole = await titles("");
        expect(whole.length).toBeGreaterThan(0);
        const languages = whole.map((title) => [lang, "fr", "nl", "en"].find((each) => each in title));
        expect((await titles(`lang=${lang}&`)).flatMap(Object.keys), list).toEqual(languages);
      }
    }
    const linked = await app.get(`${basePath}/recommendations/2011-01?lang=de`);
    for (const each of linked.body.line) expect(Object.keys(each.title)).toEqual(["fr"]);
  });

  test("tells the organizations that existed on a day", async () => {
    const { database } = await openToRead(world);
    const app = supertest(await worldApp(database));
    const on = async (day: string) =>
      (await app.get(`${basePath}/organizations?validOn=${day}`)).body.items.map(({ code }: { code: string }) => code);
    expect(await on("2014-03-14")).toContain("ceoor");
    expect(await on("2014-03-15")).not.toContain("ceoor");
    expect(await on("2014-03-14")).not.toContain("myria");
    expect(await on("2014-03-15")).toContain("myria");
  });

  test("filters by who answers on that day, as printed, by kind, report and theme", async () => {
    const { database } = await openToRead(world);
    const app = supertest(await worldApp(database));
    const totalOf = async (query: string) => (await app.get(`${basePath}/overdue?${query}`)).body.total;
    expect(await totalOf("responsible=FPS%20Justice&kind=response")).toBe(2);
    // Myria verifies claims on the Centre's recommendations.
    expect(await totalOf("responsible=myria&kind=verification")).toBe(3);
    expect(await totalOf("responsible=ceoor")).toBe(0);
    expect(await totalOf("addressee=si&asOf=2018-01-01")).toBe(2);
    expect(await totalOf("responsible=nsso&asOf=2018-01-01&addressee=si")).toBe(2);
    expect(await totalOf("responsible=si&asOf=2018-01-01")).toBe(0);
    // Competence for victims moved to the communities three months before recommendation 2013-02 was addressed to
    // Justice, so it stays with Justice.
    expect(await totalOf("responsible=mj")).toBe(0);
    expect(await totalOf("kind=response&kind=commitment")).toBe(5);
    expect(await totalOf("theme=smuggling")).toBe(2);
    expect(await totalOf("report=2012")).toBe(await totalOf("report=report-2012"));
    expect(await totalOf("minDaysOverdue=365")).toBe(4);
    expect(await totalOf("dueSoon=true")).toBe(2);
  });

  test("knows what had been recorded by a moment", async () => {
    const { database } = await openToRead(world);
    const app = supertest(await worldApp(database));
    const positionAt = async (knownAt: string) =>
      (await app.get(`${basePath}/followUps/2011-03-just/standing?asOf=2020-01-01&knownAt=${knownAt}`)).body.standing
        .position;
    expect(await positionAt("2012-12-13")).toBe("awaiting");
    // It was recorded at ten in the morning, so at the end of that day it is known.
    expect(await positionAt("2012-12-14")).toBe("acceptedInPart");
    expect(await positionAt("2012-12-14T09:59:59Z")).toBe("awaiting");
  });

  test("tells the line of what is asked again, and how it stands to others", async () => {
    const { database } = await openToRead(world);
    const app = supertest(await worldApp(database));
    const newest = await app.get(`${basePath}/recommendations/2013-01`);
    RecommendationDetail.parse(newest.body);
    expect(newest.body.asked).toEqual({ first: "2010-10-25", times: 3 });
    expect(newest.body.line.map(({ id }: { id: string }) => id)).toEqual(["2009-01", "2011-01", "2013-01"]);
    expect(newest.body.links).toMatchObject([{ type: "repeats", from: { id: "2013-01" }, to: { id: "2011-01" } }]);
    const middle = (await app.get(`${basePath}/recommendations/2011-01`)).body;
    expect(middle.asked.times).toBe(2);
    expect(middle.links.map(({ from, to }: { from: { id: string }; to: { id: string } }) => [from.id, to.id])).toEqual([
      ["2011-01", "2009-01"],
      ["2013-01", "2011-01"],
    ]);
    expect((await app.get(`${basePath}/recommendations/2011-03`)).body).toMatchObject({ line: [], links: [] });
  });

  test("lists what was known at a moment, page by page", async () => {
    const { database } = await openToRead(world);
    const app = supertest(await worldApp(database));
    const known = async (path: string) => (await app.get(`${basePath}${path}`)).body;
    const late = await known("/overdue?asOf=2015-06-30&knownAt=2012-12-13&pageSize=6");
    OverdueList.parse(late);
    expect(late).toMatchObject({ total: 11, totalsByKind: { response: 5, commitment: 3, implementation: 3 } });
    const rest = (await app.get(late.next)).body;
    expect(rest.next).toBeUndefined();
    expect(new Set([...late.items, ...rest.items].map((item) => JSON.stringify(item))).size).toBe(11);
    expect((await known("/stale?asOf=2015-06-30&knownAt=2012-12-13&withTotal=true")).total).toBe(4);
    // Its correction to noted was recorded at half past nine.
    const noted = "/recommendations?reference=2011-05&position=noted&asOf=2013-06-30&withTotal=true";
    expect((await known(`${noted}&knownAt=2013-01-15T09:29:59Z`)).total).toBe(0);
    expect((await known(`${noted}&knownAt=2013-01-15`)).total).toBe(1);
    expect((await known("/progress?knownAt=2011-06-01")).items[0].followUps).toBe(7);
    expect((await known("/overdue?knownAt=soon")).issues[0].name).toBe("knownAt");
    expect((await app.get(`${basePath}/followUps/2011-03-just?knownAt=2011-06-01`)).status).toBe(404);
  });

  test("gives a strong entity tag, and 304 for what is known", async () => {
    const { database } = await openToRead(world);
    const app = supertest(await worldApp(database));
    const first = await app.get(`${basePath}/followUps/2011-03-just`);
    expect(first.headers.etag).toMatch(/^"1\.[0-9a-f]{32}-gzip"$/);
    const again = await app.get(`${basePath}/followUps/2011-03-just`).set("If-None-Match", first.headers.etag ?? "");
    expect(again.status).toBe(304);
    expect(again.text).toBe("");
    const other = await app.get(`${basePath}/followUps/2011-03-just?asOf=2013-01-01`);
    expect(other.headers.etag).not.toBe(first.headers.etag);
  });

  test("gives lists an entity tag too, another one for who sees more, and none that If-Match takes", async () => {
    const { database } = await open(world);
    const app = supertest(await worldApp(database));
    const path = `${basePath}/followUps?changedSince=2015-01-01`;
    const first = await app.get(path);
    expect(first.headers.etag).toMatch(/^"[0-9a-f]{32}-gzip"$/);
    const again = await app.get(path).set("If-None-Match", first.headers.etag ?? "");
    expect([again.status, again.text]).toEqual([304, ""]);
    const editor = {
      Authorization: `Bearer ${await tokenOf(database, { name: "E. Maes", role: "editor", organizations: [] })}`,
    };
    expect((await app.get(path).set(editor)).headers.etag).not.toBe(first.headers.etag);
    const correct = app
      .patch(`${basePath}/organizations/justice`)
      .set({ ...editor, "If-Match": first.headers.etag ?? "" });
    expect((await correct.send({ code: "other" })).status).toBe(412);
  });

  test("gives CSV where it is asked for, without formulas", async () => {
    const { database } = await openToRead(world);
    const app = supertest(await worldApp(database));
    const response = await app
      .get(`${basePath}/overdue?pageSize=1`)
      .set("Accept", "text/csv")
      .set("Accept-Language", "nl");
    expect(response.type).toBe("text/csv");
    expect(response.headers["content-language"]).toBe("nl");
    const lines = response.text.trimEnd().split("\r\n");
    expect(lines.length).toBe(20);
    expect(lines[1]).toContain("FOD Justitie");
    const whole = await app.get(`${basePath}/exports/overdue?lang=nl`);
    expect(whole.text).toMatch(/,Uitvoering,implementation,de eerste helft van 2014,de eerste helft van 2014,/);
    const plain = await app.get(`${basePath}/exports/overdue`);
    expect(plain.text).toMatch(
      /,implementation,first half of 2014,first half of 2014,.*,2011-03-just,semester,semester,overdue,/,
    );
  });

  test("gives the CSV of a list at an address of its own too", async () => {
    const { database } = await openToRead(world);
    const app = supertest(await worldApp(database));
    for (const [path, query] of [
      ["/overdue", "?asOf=2015-01-01&kind=response&lang=nl"],
      ["/progressMatrix", "?addressee=just&reportingYear=2011"],
    ]) {
      const asked = await app.get(`${basePath}${path}${query}`).set("Accept", "text/csv");
      const file = await app.get(`${basePath}/exports${path}${query}`);
      expect([file.status, file.type], path).toEqual([200, "text/csv"]);
      expect(file.text.split("\r\n").length, path).toBeGreaterThan(2);
      expect(file.text, path).toBe(asked.text);
      expect((await app.head(`${basePath}/exports${path}${query}`)).status).toBe(200);
      expect((await app.get(`${basePath}/exports${path}`).set("Accept", "application/json")).status).toBe(406);
      expect((await app.get(`${basePath}/exports${path}?pageSize=2`)).body.issues[0].name).toBe("pageSize");
    }
  });

  test("answers everybody alike where its document asks for no token", async () => {
    const { database } = await open(world);
    const app = supertest(await worldApp(database));
    await actBefore(database);
    const editor: NewToken = { name: "E. Maes", role: "editor", organizations: [] };
    const token = await tokenOf(database, editor);
    for (const { id } of reading.filter(({ sameForAll }) => sameForAll)) {
      const open = await app.get(basePath + requests[id]);
      const known = await app.get(basePath + requests[id]).set("Authorization", `Bearer ${token}`);
      expect([known.status, known.body], id).toEqual([200, open.body]);
    }
  });

  test("gives status by reporting year and addressee, in CSV a row for each", async () => {
    const { database } = await openToRead(world);
    const app = supertest(await worldApp(database));
    const path = `${basePath}/progressMatrix?addressee=just&reportingYear=2009&reportingYear=2011`;
    const { body } = await app.get(path);
    expect(body).toMatchObject({ asOf: "2015-06-30", total: 1 });
    expect(body.items[0]).toMatchObject({
      addressee: { code: "just", href: `${basePath}/organizations/justice` },
      followUps: 4,
      byAssessed: { announced: 1, partiallyImplemented: 1, noLongerApplicable: 1, notAssessed: 1 },
      reportingYears: [
        { reportingYear: 2009, followUps: 1, byAssessed: { announced: 1 } },
        { reportingYear: 2011, followUps: 3 },
      ],
    });
    const known = (await app.get(`${path}&knownAt=2012-01-01`)).body.items[0];
    expect(known.byAssessed).not.toEqual(body.items[0].byAssessed);
    const csv = await app.get(path).set("Accept", "text/csv").set("Accept-Language", "fr");
    expect(csv.text.trimEnd().split("\r\n")).toEqual([
      "Destinataire imprimé,Année du rapport,Suivis,Action contraire,Aucune preuve,Non entamée,Annoncée,En cours,Partiellement mise en œuvre,Mise en œuvre pour l'essentiel,Autre mesure,Entièrement mise en œuvre,Sans objet,Non évaluée",
      "SPF Justice,2009,1,0,0,0,1,0,0,0,0,0,0,0",
      "SPF Justice,2011,3,0,0,0,0,0,1,0,0,0,1,1",
    ]);
  });
});

describeDatabase("the service", (_, openToRead) => {
  test("takes a cursor only where its own list goes on", async () => {
    const { database } = await openToRead(world);
    const app = supertest(await worldApp(database));
    const lists = [
      "/overdue?",
      "/overdue?against=original&",
      "/overdue?dueSoon=true&",
      "/overdue?knownAt=2015-01-01&",
      "/stale?asOf=2019-01-01&",
      "/stale?asOf=2019-01-01&knownAt=2019-01-01&",
      "/recommendations?",
      "/recommendations?knownAt=2015-01-01&",
      "/reports?",
      "/organizations?",
      "/reportingCycles?",
    ];
    const cursors = new Map<string, string>();
    for (const list of lists) {
      const { next } = (await app.get(`${basePath}${list}pageSize=1`)).body;
      expect(next, list).toBeDefined();
      cursors.set(list, new URL(next, "http://heed").searchParams.get("after") ?? "");
    }
    // A list goes on whatever had been known: only its rows differ, not their order.
    const orderOf = (list: string) => list.replace(/knownAt=[^&]*&/, "");
    for (const list of lists)
      for (const [from, cursor] of cursors) {
        const { status, body } = await app.get(`${basePath}${list}after=${cursor}`);
        const isOwn = orderOf(list) === orderOf(from);
        expect(status, `${list} with a cursor of ${from}`).toBe(isOwn ? 200 : 400);
        if (!isOwn) expect(body.issues[0]).toMatchObject({ in: "query", name: "after" });
      }
  });

  test("answers on the calendar's first and last days", async () => {
    const { database } = await openToRead(world);
    const app = supertest(await worldApp(database));
    for (const asOf of ["0001-01-01", "0001-01-02", "9999-12-29", "9999-12-30"])
      for (const path of [
        `/overdue?asOf=${asOf}&minDaysOverdue=3652058`,
        `/overdue?asOf=${asOf}&minDaysOverdue=3652058&responsible=just`,
        `/overdue?asOf=${asOf}&knownAt=${asOf}`,
        `/overdue?asOf=${asOf}&dueSoon=true`,
        `/stale?asOf=${asOf}`,
        `/progress?asOf=${asOf}&knownAt=${asOf}`,
        `/progressMatrix?asOf=${asOf}`,
        `/recommendations?asOf=${asOf}&knownAt=${asOf}`,
      ])
        expect((await app.get(basePath + path)).status, path).toBe(200);
    const total = async (query: string) => (await app.get(`${basePath}${query}`)).body.total;
    expect(await total("/overdue?asOf=9999-12-30")).toBeGreaterThan(10);
    expect(await total("/overdue?asOf=9999-12-30&knownAt=9999-12-31")).toBe(await total("/overdue?asOf=9999-12-30"));
    expect(await total("/recommendations?asOf=9999-12-30&lifecycle=open&withTotal=true")).toBeGreaterThan(10);
  });
});

describeDatabase("the service refuses", (open, openToRead) => {
  test.each([
    ["/overdue?colour=red", 400, "colour"],
    ["/overdue?asOf=2015-02-31", 400, "asOf"],
    // The end of the calendar stands for no end: nothing could be said of that day.
    ["/overdue?asOf=9999-12-31", 400, "asOf"],
    ["/overdue?kind=respons", 400, "kind"],
    ["/progressMatrix?theme=victims", 400, "theme"],
    ["/overdue?responsible=nobody", 400, "responsible"],
    ["/overdue?after=nonsense", 400, "after"],
    ["/overdue?minDaysOverdue=106000000", 400, "minDaysOverdue"],
    ["/overdue?dueSoon=true&minDaysOverdue=1", 400, "minDaysOverdue"],
    ["/overdue?minDaysOverdue=1e308", 400, "minDaysOverdue"],
    ["/obligations?dueFrom=2015-02-02&dueUntil=2015-02-01", 400, "dueUntil"],
    ["/obligations?dueFrom=2015-02-30", 400, "dueFrom"],
    ["/changes?from=2015-02-02&to=2015-02-01", 400, "to"],
    ["/changes?to=2015-02-30", 400, "to"],
    ["/changes?to=9999-12-31", 400, "to"],
    ["/overdue?asOf=0000-01-01", 400, "asOf"],
    ["/overdue?knownAt=0000-01-01T00:00:00Z", 400, "knownAt"],
    ["/overdue?knownAt=2015-06-30T10:00:00.1234567890Z", 400, "knownAt"],
    ["/progress?reportingYear=2147483648", 400, "reportingYear"],
    ["/progressMatrix?reportingYear=10000", 400, "reportingYear"],
    ["/recommendations?reportingYear=2147483648", 400, "reportingYear"],
    ["/overdue?pageSize=0", 400, "pageSize"],
    ["/overdue?page=0", 400, "page"],
    ["/overdue?page=201", 400, "page"],
    ["/reports?page=2&after=WyJyZXBvcnRzIiwyMDEwLCJyIl0", 400, "page"],
    ["/overdue?sort=due", 400, "sort"],
    ["/overdue?lang=french", 400, "lang"],
    ["/organizations?validOn=soon", 400, "validOn"],
    ["/overdue?pageSize=10&pageSize=20", 400, "pageSize"],
    ["/recommendations?divergent=yes", 400, "divergent"],
    ["/recommendations?q=%00", 400, "q"],
    ["/followUps/%00", 404, "id"],
    ["/refData/colours", 400, "list"],
    ["/refData/rules/R999", 404, "id"],
    ["/followUps/none", 404, "id"],
    ["/recommendations/none", 404, "id"],
    ["/reports/none", 404, "id"],
    ["/organizations/none", 404, "id"],
    ["/nothing", 404, undefined],
    ["/followUps/%E0%A4%A", 404, undefined],
  ])("%s with %i", async (path, status, name) => {
    const { database } = await openToRead(world);
    const app = supertest(await worldApp(database));
    const response = await app.get(basePath + path);
    expect(response.status).toBe(status);
    expect(response.type).toBe("application/problem+json");
    const problem = Problem.parse(response.body);
    expect(problem.status).toBe(status);
    expect(problem.issues?.[0]?.name).toBe(name);
    expect(response.text).not.toMatch(/SQL|sqlite|postgres|at .*\.ts/i);
  });

  test("another method, with those that are allowed", async () => {
    const { database } = await open(world);
    const app = supertest(await worldApp(database));
    const response = await app.post(`${basePath}/overdue`);
    expect(response.status).toBe(405);
    expect(response.headers.allow).toBe("GET, HEAD, OPTIONS");
    expect(Problem.parse(response.body).type).toBe("urn:problem-type:belgif:methodNotAllowed");
  });

  test("an unknown parameter, also of what has none, and after a second question mark", async () => {
    const { database } = await openToRead(world);
    const app = supertest(await worldApp(database));
    for (const [path, name] of [
      ["/health?x=1", "x"],
      ["/health?", undefined],
      ["/overdue??asOf=2014-01-01", "?asOf"],
      ["/overdue?asOf=2014-01-01", undefined],
      ["/doc/openapi.json?x=1", "x"],
    ] as const) {
      const { status, body } = await app.get(basePath + path);
      expect([status, body.issues?.[0].name], path).toEqual([name === undefined ? 200 : 400, name]);
    }
  });

  test("another media type, a long address, and too many requests", async () => {
    const { database } = await openToRead(world);
    const app = supertest(await worldApp(database, { rateLimit: 3 }));
    expect((await app.get(`${basePath}/reports`).set("Accept", "text/html")).status).toBe(406);
    expect((await app.get(`${basePath}/reports?q=${"x".repeat(9000)}`)).status).toBe(414);
    await app.get(`${basePath}/reports`);
    await app.get(`${basePath}/reports`);
    const response = await app.get(`${basePath}/reports`);
    expect(response.status).toBe(429);
    expect(Problem.parse(response.body).type).toBe("urn:problem-type:belgif:tooManyRequests");
    expect(response.headers.ratelimit).toBeDefined();
  });

  test("any query without ever failing itself", { timeout: 120_000 }, async () => {
    const { database } = await openToRead(world);
    const app = supertest(await worldApp(database));
    const paths = Object.values(requests).map((each) => each.split("?")[0]);
    const names = [...new Set(operations.flatMap(({ query }) => Object.keys(query?.shape ?? {})))];
    const values = fc.oneof(
      fc.string(),
      fc.constantFrom(
        "2015-06-30",
        "9999-12-31",
        "0000-00-00",
        "true",
        "-1",
        "1e9",
        "%",
        "'",
        "\u0000",
        "2015-06-30T00:00:00Z",
      ),
    );
    const query = fc.array(fc.tuple(fc.constantFrom(...names), values), { maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...paths), query, async (path, parameters) => {
        const { status, text } = await app.get(`${basePath}${path}?${new URLSearchParams(parameters)}`);
        expect([200, 400, 404], `${path} ${JSON.stringify(parameters)} ${text.slice(0, 200)}`).toContain(status);
      }),
      { numRuns: 100 },
    );
  });
});

describeDatabase("the service's own pages", (_, openToRead) => {
  test("is compressed where that is asked for, and tells caches of it either way", async () => {
    const { database } = await openToRead(world);
    const app = supertest(await worldApp(database));
    const asked = await app.get(`${basePath}/overdue`);
    expect(asked.headers).toMatchObject({
      "content-encoding": "gzip",
      vary: expect.stringContaining("Accept-Encoding"),
    });
    // supertest sends no Accept-Encoding with HEAD.
    const plain = await app.head(`${basePath}/overdue`);
    expect(plain.headers).toMatchObject({ vary: expect.stringContaining("Accept-Encoding") });
    expect(plain.headers["content-encoding"]).toBeUndefined();
  });

  test("tell its health, and its documents without a connection to the world", async () => {
    const { database } = await openToRead(world);
    const app = supertest(await worldApp(database, { isUp: async () => true }));
    expect((await app.get(`${basePath}/health`)).body).toEqual({ status: "UP" });
    const page = await app.get(`${basePath}/doc/`);
    expect(page.status).toBe(200);
    expect(page.text).toContain("swagger-ui");
    for (const [, address = ""] of page.text.matchAll(/(?:src|href)="([^"]+)"/g)) {
      expect(address).not.toMatch(/^(https?:)?\/\//);
      expect((await app.get(`${basePath}/doc/${address.replace("./", "")}`)).status, address).toBe(200);
    }
    expect((await app.get(`${basePath}/doc/openapi.json`)).body.openapi).toBe("3.0.3");
    expect((await app.get(`${basePath}/doc/openapi31.json`)).body.openapi).toBe("3.1.0");
    expect((await app.get(`${basePath}/doc/openapi.yaml`)).text).toContain("openapi: 3.0.3");
    const down = supertest(await worldApp((await openToRead(world)).database, { isUp: async () => false }));
    expect((await down.get(`${basePath}/health`)).status).toBe(503);
  });

  test("have the headers that keep a browser safe", async () => {
    const { database } = await openToRead(world);
    const { headers } = await supertest(await worldApp(database)).get(`${basePath}/reports`);
    expect(headers["content-security-policy"]).toBe("default-src 'none';frame-ancestors 'none'");
    expect(headers["x-frame-options"]).toBe("DENY");
    expect(headers["x-content-type-options"]).toBe("nosniff");
    expect(headers["x-powered-by"]).toBeUndefined();
    expect(headers["access-control-allow-origin"]).toBeUndefined();
    expect(headers["x-request-id"]).toMatch(/^[0-9a-f-]{36}$/);
  });
});

describe("the contract", () => {
  const file = fileURLToPath(new URL("../openapi31.json", import.meta.url));

  test("is the committed one; a change of it is seen in review", () => {
    const now = `${JSON.stringify(openApi31(), null, 2)}\n`;
    // HEED_UPDATE_CONTRACT=1 npx vitest run packages/api writes the contract again.
    if (process.env.HEED_UPDATE_CONTRACT) writeFileSync(file, now);
    expect(readFileSync(file, "utf8")).toBe(now);
  });

  test("is the same in both versions, but for their own ways", () => {
    const [old, today] = [openApi30(), openApi31()] as { paths: object; components: { schemas: object } }[];
    expect(Object.keys(old?.paths ?? {})).toEqual(Object.keys(today?.paths ?? {}));
    expect(Object.keys(old?.components.schemas ?? {})).toEqual(Object.keys(today?.components.schemas ?? {}));
    expect(JSON.stringify([old, today])).not.toContain('"additionalProperties":false');
    // `nullable` stands only beside a type: alone it is not a valid schema in 3.0.
    const nulls = JSON.stringify(old).match(/.{16}"nullable":true.{15}/g) ?? [];
    expect(nulls.length).toBeGreaterThan(0);
    for (const each of nulls) expect(each).toBe('"type":"string","nullable":true,"enum":[null]}');
  });

  test("tells of every operation who may ask, and how it refuses", () => {
    type Told = { operationId: string; security?: object[]; responses: Record<string, object> };
    const { paths, components } = openApi31() as {
      paths: Record<string, Record<string, Told>>;
      components: { responses: object };
    };
    const named = Object.keys(components.responses).map((name) => ({ $ref: `#/components/responses/${name}` }));
    const bearer = { Bearer: [] };
    for (const [path, methods] of Object.entries(paths))
      for (const [method, { operationId, security, responses }] of Object.entries(methods)) {
        const { secured, sameForAll } = operations.find(({ id }) => id === operationId) ?? { sameForAll: true };
        expect(security, `${method} ${path}`).toEqual(secured ? [bearer] : sameForAll ? [] : [{}, bearer]);
        expect(secured || method === "get", `${method} ${path}`).toBe(true);
        // The health of the service is told as often as somebody asks.
        const isOfHealth = path === "/health" || path === "/readiness";
        const refusals = isOfHealth ? ["400", "503"] : ["429", "503"];
        expect(Object.keys(responses), `${method} ${path}`).toEqual(expect.arrayContaining(refusals));
        for (const [status, response] of Object.entries(responses))
          if (/^[45]|default/.test(status) && !isOfHealth)
            expect(named, `${status} of ${method} ${path}`).toContainEqual(response);
      }
  });

  test("has an operation for every file, named as its operationId", () => {
    expect(Object.keys(requests).sort()).toEqual(reading.map(({ id }) => id).sort());
  });
});

describeDatabase("the address of a list", (open) => {
  test("has all that was asked, so that it answers the same again", { timeout: 120_000 }, async () => {
    const { database } = await open(world);
    const app = supertest(await worldApp(database));
    await actBefore(database);
    const lists = reading.filter(({ output }) => output instanceof z.ZodObject && "self" in output.shape);
    expect(lists.length).toBeGreaterThan(14);
    for (const { id, query } of lists) {
      const [path = ""] = (requests[id] ?? "").split("?");
      const takes = Object.keys(query?.shape ?? {});
      // What is due soon is not overdue, and a reporting cycle has days of its own: these are not asked for together.
      const names = takes.filter(
        (name) =>
          !["after", "reportingCycle"].includes(name) && !(name === "minDaysOverdue" && takes.includes("dueSoon")),
      );
      const asked = new URLSearchParams(
        names.map((name): [string, string] => [
          name,
          askedOf[`${id} ${name}`] ?? askedOf[name] ?? `no example of ${name}`,
        ]),
      );
      const answer = await app.get(`${basePath}${path}?${asked}`);
      expect(answer.status, `${id}: ${answer.text}`).toBe(200);
      const self = new URL(answer.body.self, "http://localhost");
      expect(self.pathname, id).toBe(basePath + path);
      expect(Object.fromEntries(self.searchParams), id).toEqual(Object.fromEntries(asked));
      expect((await app.get(answer.body.self)).body, id).toEqual(answer.body);
    }
  });
});

/** A value for each parameter of a list. */
const askedOf: Record<string, string> = {
  toEraseOn: "2015-06-30",
  "listCollectedItems kind": "judgment",
  "listCollectedItems reference": "JUD-2011-1",
  "listCollectedItems theme": "housing",
  year: "2011",
  hidden: "false",
  "listReportSections state": "final",
  "listReportSections reference": "framework",
  ...{ asOf: "2015-06-29", knownAt: "2015-06-28", lang: "fr", validOn: "2015-01-01", groupBy: "addressee" },
  ...{ kind: "update", against: "original", dueSoon: "true", minDaysOverdue: "1" },
  ...{ from: "2010-01-01", to: "2015-06-29", "listChanges kind": "found" },
  ...{ issuingBody: "myria", movement: "unchanged" },
  ...{ dueFrom: "2014-01-01", dueUntil: "2016-12-31", overdue: "false" },
  ...{ responsible: "just", addressee: "just", organization: "unia", report: "2011", theme: "minors" },
  "listReports issuingBody": "myria",
  ...{ status: "published" },
  ...{ open: "true", changedSince: "2010-01-01" },
  ...{ reference: "2011-03", reportingYear: "2011", q: "victims", withTotal: "true", pageSize: "7", page: "1" },
  ...{ position: "accepted", reported: "notReported", assessed: "notAssessed", lifecycle: "open", divergent: "false" },
  ...{ unverified: "false", longOutstanding: "true", acceptanceWithdrawn: "false", undecided: "false" },
  withoutAddressee: "false",
  ...{ "listNames kind": "organization", name: "just" },
};
