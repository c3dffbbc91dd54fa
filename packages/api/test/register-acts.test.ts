import { type Database, type NewToken, verifyAudit } from "@heed/store";
import supertest from "supertest";
import { expect, test } from "vitest";
import { world } from "../../core/test/example-world.ts";
import { describeDatabase } from "../../store/test/describe-database.ts";
import { basePath } from "../src/contract/base-path.ts";
import { Problem } from "../src/contract/common.ts";
import { operations } from "../src/operations/operations.ts";
import { tokenOf } from "./tokens.ts";
import { worldApp } from "./world-app.ts";

const editor: NewToken = { name: "E. Maes", role: "editor", organizations: [] };
const justice: NewToken = { name: "J. Claes", role: "respondent", organizations: ["justice"] };

async function serve(database: Database) {
  const app = supertest(await worldApp(database));
  const tokens = {
    editor: await tokenOf(database, editor),
    justice: await tokenOf(database, justice),
  };
  type Method = "post" | "patch" | "delete";
  const send = (
    method: Method,
    path: string,
    body?: object,
    headers: Record<string, string> = {},
    token = tokens.editor,
  ) => {
    const type = method === "patch" ? "application/merge-patch+json" : "application/json";
    const request = app[method](basePath + path).set({ Authorization: `Bearer ${token}`, ...headers });
    return body === undefined ? request : request.set("Content-Type", type).send(JSON.stringify(body));
  };
  const read = (path: string, token?: string) => {
    const request = app.get(basePath + path);
    return token === undefined ? request : request.set("Authorization", `Bearer ${token}`);
  };
  /** Sends a change with the entity tag that was just read. */
  const change = async (method: Method, path: string, of: string, body?: object) =>
    send(method, path, body, { "If-Match": (await read(of, tokens.editor)).headers.etag ?? "" });
  return { tokens, send, read, change };
}

const draft = { issuingBody: "myria", reference: "2014", reportingYear: 2014, title: { en: "Report on 2014" } };
const recommendation = {
  reference: "2014-01",
  text: { en: "Register every victim." },
  addressees: [{ organization: "justice" }],
};
const shapeOf = (id: string) => operations.find((each) => each.id === id)?.output;

describeDatabase("a report through the service", (open) => {
  test("is drafted where only an editor sees it, changed with its tag, published and corrected", async () => {
    const { database } = await open(world);
    const { tokens, send, read, change } = await serve(database);
    const made = await send("post", "/reports", draft);
    expect(made.status, made.text).toBe(201);
    shapeOf("draftReport")?.parse(made.body);
    const path = `/reports/${made.body.report.id}`;
    expect(made.headers.location).toBe(basePath + path);
    for (const token of [undefined, tokens.justice]) {
      expect((await read(path, token)).status).toBe(404);
      expect((await read("/reports?withTotal=true", token)).body.total).toBe(5);
    }
    expect((await read("/reports?withTotal=true", tokens.editor)).body.total).toBe(6);

    expect((await send("post", `${path}/recommendations`, recommendation)).status).toBe(428);
    const added = await change("post", `${path}/recommendations`, path, recommendation);
    expect(added.status, added.text).toBe(201);
    shapeOf("addRecommendation")?.parse(added.body);
    const part = `${path}/recommendations/${added.body.recommendation.id}`;
    const stale = await send("patch", part, { label: "a" }, { "If-Match": '"1"' });
    expect(stale.status).toBe(412);
    const themes = { themes: ["victims"], addressees: [{ organization: "justice" }, { organization: "interior" }] };
    const changed = await change("patch", part, path, themes);
    expect(changed.body.recommendation).toMatchObject({ themes: ["victims"], reference: "2014-01" });
    expect(changed.body.recommendation.followUps).toHaveLength(2);
    const other = await change("post", `${path}/recommendations`, path, { ...recommendation, reference: "2014-02" });
    const gone = await change("delete", `${path}/recommendations/${other.body.recommendation.id}`, path);
    expect([gone.status, gone.text]).toEqual([204, ""]);

    const published = await change("post", `${path}/publications`, path, { publishedOn: "2015-06-01" });
    expect(published.status, published.text).toBe(201);
    shapeOf("publishReport")?.parse(published.body);
    expect((await read(path)).body).toMatchObject({ status: "published", publishedOn: "2015-06-01" });
    expect((await read("/overdue?asOf=2015-08-04&report=2014&kind=response")).body.total).toBe(2);
    const late = await change("patch", part, path, themes);
    expect(late.status).toBe(409);
    expect(Problem.parse(late.body).type).toBe("urn:problem-type:heed:invalidStateTransition");

    const corrected = await change("patch", path, path, { transmittedToParliamentOn: "2015-06-02" });
    expect(corrected.status, corrected.text).toBe(200);
    const told = await read(path);
    shapeOf("getReport")?.parse(told.body);
    expect(told.body.formerVersions).toMatchObject([{ report: { publishedOn: "2015-06-01" }, replacedBy: "E. Maes" }]);
    const own = `/recommendations/${added.body.recommendation.id}`;
    const text = await change("patch", own, own, { text: { en: "Register every presumed victim." } });
    expect(text.status, text.text).toBe(200);
    const reread = await read(own);
    shapeOf("getRecommendation")?.parse(reread.body);
    expect(reread.body).toMatchObject({ version: 2, formerVersions: [{ recommendation: { version: 1 } }] });
    expect((await verifyAudit(database)).fault).toBeUndefined();
  });

  test("has the reference of a recommendation corrected, and both references lead to it", async () => {
    const { database } = await open(world);
    const { read, send, change } = await serve(database);
    const list = async (reference: string) => (await read(`/recommendations?reference=${reference}`)).body;
    const [{ id }] = (await list("2011-03")).items;
    const path = `/recommendations/${id}`;
    const taken = await change("patch", path, path, { reference: "2011-04" });
    expect(taken.status, taken.text).toBe(409);
    expect(Problem.parse(taken.body)).toMatchObject({
      type: "urn:problem-type:heed:duplicateReference",
      detail: expect.stringContaining(
        'another recommendation of the report has the reference 2011-04; "reuseReference"',
      ),
    });
    const corrected = await change("patch", path, path, { reference: "2011-33" });
    expect(corrected.status, corrected.text).toBe(200);
    for (const reference of ["2011-03", "2011-33"]) {
      const answer = await list(reference);
      shapeOf("listRecommendations")?.parse(answer);
      expect(answer.items).toMatchObject([{ id, reference: "2011-33", formerReferences: ["2011-03"] }]);
    }
    const { body } = await read(path);
    shapeOf("getRecommendation")?.parse(body);
    expect(body).toMatchObject({
      reference: "2011-33",
      formerReferences: ["2011-03"],
      formerVersions: [{ recommendation: { reference: "2011-03" } }],
    });
    expect((await send("patch", path, { reference: "2011-34" }, { "If-Match": '"1"' })).status).toBe(412);
    expect((await verifyAudit(database)).fault).toBeUndefined();
  });

  test("has its issuing body corrected, to another than an addressee", async () => {
    const { database } = await open(world);
    const { tokens, send, read, change } = await serve(database);
    const { id } = (await read("/reports")).body.items.find((each: { reference: string }) => each.reference === "2013");
    const path = `/reports/${id}`;
    const addressee = await change("patch", path, path, { issuingBody: "justice" });
    expect(addressee.status, addressee.text).toBe(400);
    expect(Problem.parse(addressee.body).issues).toMatchObject([
      { in: "body", name: "issuingBody", value: "justice", detail: "2013-01 is addressed to it" },
      { in: "body", name: "issuingBody", value: "justice", detail: "2013-02 is addressed to it" },
    ]);
    expect((await change("patch", path, path, { issuingBody: "nobody" })).status).toBe(400);
    const byRespondent = await send("patch", path, { issuingBody: "myria" }, { "If-Match": "*" }, tokens.justice);
    expect(byRespondent.status).toBe(403);
    const { issuingBody } = (await read(path)).body;
    const [to] = ["myria", "ceoor"].filter((each) => each !== issuingBody.id);
    const corrected = await change("patch", path, path, { issuingBody: to });
    expect(corrected.status, corrected.text).toBe(200);
    shapeOf("changeReport")?.parse(corrected.body);
    const { body } = await read(path);
    expect(body.issuingBody.id).toBe(to);
    expect(body.formerVersions).toMatchObject([{ report: { issuingBody: issuingBody.id } }]);
    const { items } = (await read(`/recommendations?report=${id}`)).body;
    expect(new Set(items.map((each: { issuingBody: { id: string } }) => each.issuingBody.id))).toEqual(new Set([to]));
    expect((await verifyAudit(database)).fault).toBeUndefined();
  });

  test("is discarded as a draft, and never once it is published", async () => {
    const { database } = await open(world);
    const { tokens, send, read, change } = await serve(database);
    const { body } = await send("post", "/reports", draft);
    const path = `/reports/${body.report.id}`;
    expect((await send("delete", path)).status).toBe(428);
    expect((await change("delete", path, path)).status).toBe(204);
    expect((await read(path, tokens.editor)).status).toBe(404);
    expect((await change("delete", "/reports/report-2011", "/reports/report-2011")).status).toBe(409);
  });

  test("is refused to others than editors, whether it is there or not", async () => {
    const { database } = await open(world);
    const { tokens, send } = await serve(database);
    const { body } = await send("post", "/reports", draft);
    for (const id of [body.report.id, "none"]) {
      const refused = await send("post", `/reports/${id}/publications`, {}, { "If-Match": '"1"' }, tokens.justice);
      expect(refused.status).toBe(403);
      expect(refused.text).not.toContain("draft");
    }
    expect((await send("post", "/reports", draft, {}, "")).status).toBe(401);
    expect((await send("post", "/reports/none/publications", {}, { "If-Match": '"1"' })).status).toBe(404);
  });

  test("is nowhere for who may not see it, whatever is tried on its follow-ups", async () => {
    const { database } = await open(world);
    const { tokens, send, change } = await serve(database);
    const { body } = await send("post", "/reports", draft);
    const path = `/reports/${body.report.id}`;
    const added = await change("post", `${path}/recommendations`, path, recommendation);
    const [followUp] = added.body.recommendation.followUps;
    for (const id of [followUp.id, "none"])
      for (const [collection, answer] of [
        ["responses", { position: "accepted" }],
        ["progressUpdates", { reportingYear: 2014, level: "underWay" }],
        ["retractions", { retracts: "none", reason: "?" }],
      ] as const)
        for (const tag of ['"0"', '"7"']) {
          const tried = await send(
            "post",
            `/followUps/${id}/${collection}`,
            answer,
            { "If-Match": tag },
            tokens.justice,
          );
          expect(tried.status, `${collection} ${tag}`).toBe(404);
        }
  });

  test("is drafted once for a key, and refused with the place where something is wrong", async () => {
    const { database } = await open(world);
    const { send } = await serve(database);
    const key = { "Idempotency-Key": "one" };
    const first = await send("post", "/reports", draft, key);
    const again = await send("post", "/reports", draft, key);
    expect([again.status, again.body]).toEqual([201, first.body]);
    expect((await send("post", "/reports", draft)).status).toBe(409);
    const tag = { "If-Match": '"1"', "Idempotency-Key": "two" };
    const closing = `/reports/${first.body.report.id}/recommendations`;
    const added = await send("post", closing, recommendation, tag);
    expect((await send("post", closing, recommendation, tag)).body).toEqual(added.body);
    for (const [body, name] of [
      [{ ...draft, reference: "x", colour: "red" }, "colour"],
      [{ ...draft, reference: "x", issuingBody: "none" }, "issuingBody"],
      [{ ...draft, reference: "x", reportingYear: "2014" }, "reportingYear"],
      [{ ...draft, reference: "x", responsePeriod: { amount: 2_147_483_648, unit: "days" } }, "responsePeriod.amount"],
      [{ ...draft, reference: "x", responsePeriod: { amount: 120_000, unit: "months" } }, "responsePeriod.amount"],
      [{ ...draft, reference: "x", responsePeriod: { amount: 101, unit: "years" } }, "responsePeriod.amount"],
      [{ ...draft, reference: "a\u0000b" }, "reference"],
      [{ ...draft, reference: "\ud800" }, "reference"],
      [{ ...draft, reference: "x", title: { en: "\udfff" } }, "title.en"],
    ] as const) {
      const refused = await send("post", "/reports", body);
      expect(refused.status).toBe(400);
      expect(Problem.parse(refused.body).issues?.[0]).toMatchObject({ in: "body", name });
    }
  });
});

describeDatabase("the register through the service", (open) => {
  test("opens and closes a cycle, and gives its frozen snapshot", async () => {
    const { database } = await open(world);
    const { send, read, change } = await serve(database);
    const days = { opensOn: "2015-01-12", updatesDueOn: "2015-03-31", assessmentsDueOn: "2015-06-12" };
    const taken = await send("post", "/reportingCycles", { issuingBody: "myria", year: 2014, ...days });
    expect(Problem.parse(taken.body).type).toBe("urn:problem-type:heed:duplicateReference");
    const made = await send("post", "/reportingCycles", { issuingBody: "unia", year: 2014, ...days });
    expect(made.status, made.text).toBe(201);
    shapeOf("openReportingCycle")?.parse(made.body);
    expect((await read("/reportingCycles/2014")).status).toBe(400);
    expect((await read("/reportingCycles/1999")).status).toBe(404);

    const path = "/reportingCycles/round-2014";
    const changed = await change("patch", path, path, { assessmentsDueOn: "2015-06-15" });
    expect(changed.body.reportingCycle).toMatchObject({ assessmentsDueOn: "2015-06-15" });
    expect((await change("post", `${path}/publications`, path, { publishedOn: "2015-06-20" })).status).toBe(201);
    const closed = await change("post", `${path}/closures`, path, {});
    expect(closed.status, closed.text).toBe(201);
    shapeOf("closeReportingCycle")?.parse(closed.body);
    const again = await change("post", `${path}/closures`, path, {});
    expect(Problem.parse(again.body).type).toBe("urn:problem-type:heed:reportingCycleClosed");
    expect(again.status).toBe(409);

    const cycle = await read(path);
    shapeOf("getReportingCycle")?.parse(cycle.body);
    const snapshot = await read(`${path}/snapshot?withTotal=true&pageSize=5`);
    shapeOf("getSnapshot")?.parse(snapshot.body);
    expect(cycle.body.snapshot).toBe(`${basePath}${path}/snapshot`);
    expect(snapshot.body).toMatchObject({ total: 36, reportingCycle: { closedOn: "2015-06-30" } });
    expect(snapshot.body.items).toHaveLength(5);
    const [first] = snapshot.body.items;
    const erratum = { text: "It had come in time.", followUp: first.followUp.id };
    expect((await change("post", `${path}/errata`, path, erratum)).status).toBe(201);
    expect((await read(path)).body.errata).toMatchObject([{ ...erratum, actor: "E. Maes" }]);
    expect((await read(`${path}/snapshot?pageSize=5`)).body.items).toEqual(snapshot.body.items);
    expect((await verifyAudit(database)).fault).toBeUndefined();
  });

  test("changes organizations and links recommendations", async () => {
    const { database } = await open(world);
    const { send, read } = await serve(database);
    const made = await send("post", "/organizations", { code: "ji", name: { en: "Justice and Interior" } });
    expect(made.status, made.text).toBe(201);
    shapeOf("addOrganization")?.parse(made.body);
    const { id } = made.body.organization;
    const change = {
      type: "merged",
      on: "2015-06-01",
      originals: ["justice", "interior"],
      results: [{ organization: id }],
    };
    const changed = await send("post", "/organizationChanges", change);
    expect(changed.status, changed.text).toBe(201);
    shapeOf("changeOrganizations")?.parse(changed.body);
    const list = await read("/organizationChanges?organization=ji");
    expect(list.body.items).toEqual([{ ...changed.body.organizationChange, href: changed.body.href }]);
    expect((await read(`/overdue?responsible=ji&kind=response`)).body.total).toBe(2);

    const link = await send("post", "/recommendations/2013-02/links", { type: "repeats", to: "2012-01" });
    expect(link.status, link.text).toBe(201);
    shapeOf("linkRecommendation")?.parse(link.body);
    expect(link.headers.location).toBe(`${basePath}/recommendations/2013-02/links/${link.body.link.id}`);
    expect((await read("/recommendations/2012-01/links")).body.items).toEqual([
      { ...link.body.link, href: link.body.href },
    ]);
    const echo = { type: "echoes", echoes: "CEDAW/C/BEL/CO/7, paragraph 23" };
    expect((await send("post", "/recommendations/2013-02/links", echo)).status).toBe(201);
    const back = await send("post", "/recommendations/2012-01/links", { type: "repeats", to: "2013-02" });
    expect(Problem.parse(back.body).issues?.[0]).toMatchObject({ in: "body", name: "on" });
    expect((await verifyAudit(database)).fault).toBeUndefined();
  });
});
