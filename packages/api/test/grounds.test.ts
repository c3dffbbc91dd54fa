import { publicReader, RecordFile } from "@heed/core";
import { checkFiles, exportRecord, type FilePlace, trackerReads, verifyAudit } from "@heed/store";
import supertest from "supertest";
import { expect, test } from "vitest";
import { world } from "../../core/test/example-world.ts";
import { describeDatabase } from "../../store/test/describe-database.ts";
import { imported } from "../../store/test/importing.ts";
import { createApp } from "../src/app.ts";
import { basePath } from "../src/contract/base-path.ts";
import { CollectedItemDetail } from "../src/schemas/collected-item.ts";
import { RecommendationDetail } from "../src/schemas/recommendation.ts";
import { ReportSectionDetail } from "../src/schemas/report-section.ts";
import { trackerOf } from "../src/tracker.ts";
import { people, tokenOf } from "./tokens.ts";
import { worldApp } from "./world-app.ts";

const judgment = {
  ...{ kind: "judgment", issuingBody: "myria", reference: "ZQ-1", year: 2014, title: { en: "The quarry" } },
  content: { court: "Ghent", decidedOn: "2014-05-06" },
};
const contact = {
  ...{ kind: "contact", issuingBody: "myria", reference: "ZQ-3", year: 2014, title: { en: "Somebody" } },
  content: {
    organization: "A house",
    name: "S. Body",
    purpose: "numbers",
    retainUntil: "2016-01-01",
    obtainedFrom: "A house",
  },
};

const now = () => new Date("2015-06-30T10:00:00+02:00");
const noFiles = { name: "nowhere", open: async () => undefined } as unknown as FilePlace;

describeDatabase("what a recommendation rests on", (open) => {
  test("is named, cited and shown on both sides, and leaves no trace for who may not see it", {
    timeout: 120_000,
  }, async () => {
    const { database } = await open(world);
    const app = supertest(await worldApp(database, { now }));
    const editor = await tokenOf(database, people.editor);
    const assessor = await tokenOf(database, people.assessor);
    const other = await tokenOf(database, { ...people.editor, name: "U. Unia", organizations: ["unia"] });
    const get = (path: string, token?: string) => {
      const request = app.get(path.startsWith("/recommendationFollowUp") ? path : basePath + path);
      return token === undefined ? request : request.set("Authorization", `Bearer ${token}`);
    };
    const post = async (path: string, body: object, expected = 201, token = editor) => {
      const answer = await app
        .post(basePath + path)
        .set("Authorization", `Bearer ${token}`)
        .set("If-Match", "*")
        .send(body);
      expect(answer.status, `${path}: ${answer.text}`).toBe(expected);
      return answer.body;
    };
    const recommendation = async (id: string, token?: string) =>
      RecommendationDetail.parse((await get(`/recommendations/${id}`, token)).body);
    const restsOnIt = async (path: string, token?: string) => {
      const { recommendations, entries } = (await get(path, token)).body.restsOnIt;
      return [
        ...recommendations.map((each: { recommendation: { id: string } }) => each.recommendation.id),
        ...entries.map(({ type }: { type: string }) => type),
      ];
    };
    const open1 = (await post("/collectedItems", judgment)).collectedItem.id;
    const secret = (
      await post("/collectedItems", {
        ...{ ...judgment, reference: "ZQ-2", confidential: true, title: { en: "Zqsecret" } },
      })
    ).collectedItem.id;
    const about = (await post("/collectedItems", contact)).collectedItem.id;

    const everything = async () => {
      const paths = [
        "/recommendations/2011-03",
        "/recommendations/2011-03/links",
        "/exports/record",
        `/collectedItems/${open1}`,
      ];
      return Promise.all(
        paths.map(async (path) => {
          const { text, headers } = await get(path);
          return [text.replace(/"(?:exportedOn|instance)":"[^"]*"/g, ""), path.includes("export") ? "" : headers.etag];
        }),
      );
    };
    const before = await everything();
    // A draft, and something confidential: neither changes a byte for others.
    const draft = (await post("/reports", { reference: "2016", issuingBody: "myria", reportingYear: 2016 })).report.id;
    const drafted = (await post(`/reports/${draft}/recommendations`, { reference: "2016-1", text: { en: "Zq." } }))
      .recommendation.id;
    const ofDraft = await post(`/recommendations/${drafted}/grounds`, { item: open1 });
    const hidden = await post("/recommendations/2011-03/grounds", { item: secret, reason: "It shows it." });
    expect(await everything()).toEqual(before);
    expect((await recommendation("2011-03", editor)).grounds).toMatchObject([{ item: { reference: "ZQ-2" } }]);
    expect([await restsOnIt(`/collectedItems/${open1}`, editor), await restsOnIt(`/collectedItems/${open1}`)]).toEqual([
      [drafted],
      [],
    ]);
    expect((await get(`/recommendations/2011-03/links/${hidden.link.id}`)).status).toBe(404);

    // What it rests on is refused where it says nothing, or where the actor may not see it.
    const refused = async (body: object, token = editor, on = "2011-03") =>
      (await post(`/recommendations/${on}/grounds`, body, 400, token)).issues?.map(
        ({ name }: { name: string }) => name,
      );
    expect(await refused({ item: about })).toEqual(["item"]);
    const ofUnia = { ...judgment, issuingBody: "unia", reference: "ZQ-4", confidential: true };
    const foreign = (await post("/collectedItems", ofUnia)).collectedItem.id;
    const myria = await tokenOf(database, { ...people.editor, name: "M. Myria", organizations: ["myria"] });
    expect(await refused({ item: foreign }, myria, "2013-02")).toEqual(["item"]);
    expect(await refused({ item: open1, year: 2014 })).toEqual(["year"]);
    expect(await refused({})).toEqual(["item"]);
    expect(await refused({ item: open1, section: "section-framework" })).toEqual(["item"]);
    await post(`/recommendations/${drafted}/grounds`, { item: open1 }, 404, other);

    const named = await post("/recommendations/2011-03/grounds", { item: open1, place: "paragraph 4" });
    await post("/recommendations/2011-03/grounds", { section: "section-framework" });
    await post("/recommendations/2011-03/grounds", { item: open1, place: "paragraph 4" }, 409);
    const shown = await recommendation("2011-03");
    expect(shown.grounds.map(({ item, section, place }) => [item?.reference ?? section?.reference, place])).toEqual(
      expect.arrayContaining([
        ["ZQ-1", "paragraph 4"],
        ["framework", undefined],
      ]),
    );
    expect(shown.links.some(({ type }) => type === "restsOn")).toBe(false);
    expect((await get(named.href)).body.link).toMatchObject({ type: "restsOn", item: open1 });
    ReportSectionDetail.parse((await get("/reportSections/section-framework")).body);
    expect(await restsOnIt("/reportSections/section-framework")).toEqual(["2011-03"]);

    // An assessment cites it; what is confidential only as confidential evidence.
    const assessment = (evidence: object) => ({
      ...{
        reportingYear: 2014,
        asOf: "2015-06-01",
        level: "underWay",
        method: "documentsReviewed",
        rationale: "Seen.",
      },
      ...{ evidence: [{ kind: "judgment", title: "The quarry", ...evidence }] },
    });
    const path = "/followUps/2011-03-just/assessments";
    const wrong = await post(path, assessment({ item: secret }), 400, assessor);
    expect(wrong.issues).toMatchObject([{ name: "evidence.0.item", value: secret }]);
    await post(path, assessment({ item: about, confidential: true }), 400, assessor);
    await post(path, assessment({ item: open1 }), 201, assessor);
    await post(path, { ...assessment({ item: secret, confidential: true }), rationale: "Read again." }, 201, assessor);
    expect(await restsOnIt(`/collectedItems/${open1}`)).toEqual(["2011-03", "assessment"]);
    expect(await restsOnIt(`/collectedItems/${secret}`, editor)).toEqual(["2011-03", "assessment"]);
    CollectedItemDetail.parse((await get(`/collectedItems/${open1}`)).body);

    // The record file gives the same elsewhere, without what is hidden.
    const lists: Record<string, object[]> = {};
    const settings = await trackerReads(database).settings();
    for await (const { list, item } of exportRecord(database, publicReader, "2015-06-30", settings))
      lists[list] = [...(lists[list] ?? []), item];
    expect(JSON.stringify(lists)).not.toContain(secret);
    const { database: second } = await open();
    await imported(second, RecordFile.parse({ heed: "record/1", ...lists }));
    const there = supertest(createApp({ ...trackerOf(second), isUp: async () => true, now }));
    for (const each of ["/recommendations/2011-03", `/collectedItems/${open1}`])
      expect((await there.get(basePath + each)).body).toEqual((await get(each)).body);
    expect((await verifyAudit(second)).fault).toBeUndefined();
    const unknown = { ...(lists.links ?? []).find((each) => "item" in each), id: "x", item: "nothing" };
    await expect(imported(second, RecordFile.parse({ heed: "record/1", links: [unknown] }))).rejects.toThrow();

    // What becomes confidential is shown no more, and what was taken back neither.
    await app
      .patch(`${basePath}/collectedItems/${open1}`)
      .set("Authorization", `Bearer ${editor}`)
      .set("If-Match", "*")
      .send({ confidential: true })
      .expect(200);
    expect((await recommendation("2011-03")).grounds.map(({ section }) => section?.reference)).toEqual(["framework"]);
    const entries = JSON.stringify((await get("/followUps/2011-03-just")).body.entries);
    expect([entries.includes(open1), entries.includes("The quarry")]).toEqual([false, true]);
    await post(`/recommendations/2011-03/links/${named.link.id}/withdrawals`, { reason: "It is another case." });
    await post(`/recommendations/${drafted}/links/${ofDraft.link.id}/withdrawals`, { reason: "It is another case." });
    await post(`/recommendations/${drafted}/grounds`, { item: open1 });
    expect(await restsOnIt(`/collectedItems/${open1}`, editor)).toEqual([drafted, "assessment"]);
    // A draft goes with what it rests on; the record keeps that.
    const gone = await app
      .delete(`${basePath}/reports/${draft}`)
      .set("Authorization", `Bearer ${editor}`)
      .set("If-Match", "*");
    expect(gone.status, gone.text).toBeLessThan(300);
    expect(await restsOnIt(`/collectedItems/${open1}`, editor)).toEqual(["assessment"]);
    await expect(database.run("DELETE FROM recommendation_link WHERE type = 'restsOn'")).rejects.toThrow();
    expect((await verifyAudit(database)).fault).toBeUndefined();
    expect((await checkFiles(database, noFiles)).faults).toEqual([]);
    await database.run("DELETE FROM entry_citation");
    expect((await checkFiles(database, noFiles)).faults.length).toBe(2);
  });
});
