import { type Database, type NewToken, verifyAudit } from "@heed/store";
import supertest from "supertest";
import { expect, test } from "vitest";
import { world } from "../../core/test/example-world.ts";
import { describeDatabase } from "../../store/test/describe-database.ts";
import { basePath } from "../src/contract/base-path.ts";
import { tokensOf } from "./tokens.ts";
import { worldApp } from "./world-app.ts";

const people = {
  all: { name: "E. Maes", role: "editor", organizations: [] },
  myria: { name: "F. Noël", role: "editor", organizations: ["myria"] },
  unia: { name: "V. Nia", role: "editor", organizations: ["unia"] },
  uniaAssessor: { name: "U. Nia", role: "assessor", organizations: ["unia"] },
} as const satisfies Record<string, NewToken>;
type Person = keyof typeof people;

async function serve(database: Database) {
  const app = supertest(await worldApp(database));
  const tokens = await tokensOf(database, people);
  return (person: Person, method: "get" | "post" | "patch" | "delete", path: string, body?: object) => {
    const request = app[method](basePath + path)
      .set("Authorization", `Bearer ${tokens[person]}`)
      .set("If-Match", "*");
    if (body === undefined) return request;
    const type = method === "patch" ? "application/merge-patch+json" : "application/json";
    return request.set("Content-Type", type).send(JSON.stringify(body));
  };
}

const drafted = { issuingBody: "myria", reference: "Zq", reportingYear: 2015 };
const asked = {
  reference: "Zq-1",
  text: { en: "Zqword" },
  themes: ["zqtheme"],
  addressees: [{ organization: "justice" }],
};

describeDatabase("who keeps the record of one issuing body", (open) => {
  test("finds no draft of another, and changes nothing of it", { timeout: 120_000 }, async () => {
    const { database } = await open(world);
    const send = await serve(database);
    const report = (await send("myria", "post", "/reports", drafted)).body.report.id as string;
    const added = await send("myria", "post", `/reports/${report}/recommendations`, asked);
    expect(added.status, added.text).toBe(201);
    const { id: recommendation, followUps } = added.body.recommendation;
    const followUp = followUps[0].id as string;

    for (const person of ["unia", "uniaAssessor"] as const) {
      for (const path of [`/reports/${report}`, `/recommendations/${recommendation}`, `/followUps/${followUp}`])
        expect((await send(person, "get", path)).status, `${person} ${path}`).toBe(404);
      const lists = ["/reports?pageSize=1000", "/recommendations?pageSize=1000", "/recommendations?q=zqword"];
      for (const path of [...lists, "/recommendations?knownAt=2016-01-01&pageSize=1000", "/progress?groupBy=theme"]) {
        const answer = await send(person, "get", path);
        expect(answer.status, answer.text).toBe(200);
        expect(answer.text.toLowerCase(), `${person} ${path}`).not.toContain("zq-1");
      }
      const evidence = await send(person, "post", `/followUps/${followUp}/evidence`, {
        evidence: [{ kind: "law", title: "x" }],
        source: { name: "x" },
      });
      expect(evidence.status, evidence.text).toBe(404);
    }
    for (const person of ["myria", "all"] as const) {
      expect((await send(person, "get", `/reports/${report}`)).status).toBe(200);
      expect((await send(person, "get", "/recommendations?q=zqword")).text).toContain("Zq-1");
    }

    const own = (await send("unia", "post", "/reports", { ...drafted, issuingBody: "unia" })).body.report.id as string;
    const mine = await send("unia", "post", `/reports/${own}/recommendations`, asked);
    expect(mine.status, mine.text).toBe(201);
    const hidden: readonly [Parameters<typeof send>[1], string, object?][] = [
      ["patch", `/reports/${report}`, { label: "x" }],
      ["delete", `/reports/${report}`],
      ["post", `/reports/${report}/publications`, {}],
      ["post", `/reports/${report}/recommendations`, asked],
      ["patch", `/reports/${report}/recommendations/${recommendation}`, { label: "x" }],
      ["delete", `/reports/${report}/recommendations/${recommendation}`],
      ["patch", `/recommendations/${recommendation}`, { label: "x" }],
    ];
    for (const [method, path, body] of hidden)
      expect((await send("unia", method, path, body)).status, `${method} ${path}`).toBe(404);

    const published = await send("unia", "post", `/reports/${own}/publications`, {});
    expect(published.status, published.text).toBe(201);
    const ownRecommendation = mine.body.recommendation.id as string;
    const others: readonly [Parameters<typeof send>[1], string, object?][] = [
      ["post", "/reports", { ...drafted, reference: "Zq bis" }],
      ["post", `/reports/${own}/recommendations`, { ...asked, reference: "Zq-2", issuingBody: "myria" }],
      ["patch", "/recommendations/2013-02", { label: "x" }],
      ["post", "/recommendations/2013-02/links", { type: "repeats", to: ownRecommendation }],
      ["post", `/recommendations/${ownRecommendation}/links`, { type: "supersedes", to: "2013-02" }],
      ["post", "/reportingCycles/round-2014/closures", { closedOn: "2015-06-30" }],
      ["patch", "/reportingCycles/round-2014", { assessmentsDueOn: "2016-06-15" }],
      ["post", "/organizations", { code: "zz", name: { en: "Zz" }, level: "federal" }],
      [
        "post",
        "/organizationChanges",
        { type: "absorbed", on: "2015-06-01", originals: ["myria"], results: [{ organization: "unia" }] },
      ],
    ];
    for (const [method, path, body] of others) {
      const answer = await send("unia", method, path, body);
      expect(answer.status, `${method} ${path}: ${answer.text}`).toBe(403);
    }
    const draftAsTarget = { type: "relatesTo", to: recommendation };
    expect((await send("unia", "post", `/recommendations/${ownRecommendation}/links`, draftAsTarget)).status).toBe(400);
    const related = { type: "relatesTo", to: "2013-02" };
    expect((await send("unia", "post", `/recommendations/${ownRecommendation}/links`, related)).status).toBe(201);
    expect((await verifyAudit(database)).fault).toBeUndefined();
  });

  // The Centre asked it; since its split Myria answers for what is about minors, and Unia for the rest.
  test("keeps what its body answers for since a split, and nothing of the other's", { timeout: 120_000 }, async () => {
    const { database } = await open(world);
    const send = await serve(database);
    const own = {} as Record<"myria" | "unia", string>;
    for (const person of ["myria", "unia"] as const) {
      const draft = { ...drafted, reference: `Zq ${person}`, issuingBody: person };
      const report = (await send(person, "post", "/reports", draft)).body.report.id as string;
      const added = await send(person, "post", `/reports/${report}/recommendations`, { ...asked, addressees: [] });
      expect(added.status, added.text).toBe(201);
      own[person] = added.body.recommendation.id;
      expect((await send(person, "post", `/reports/${report}/publications`, {})).status).toBe(201);
    }
    const acts = (person: "myria" | "unia"): readonly [Parameters<typeof send>[1], string, object][] => [
      ["patch", "/recommendations/2011-03", { label: person }],
      ["patch", "/recommendations/2011-04b", { label: person }],
      [
        "post",
        "/recommendations/2011-03/links",
        { type: person === "unia" ? "repeats" : "relatesTo", to: own[person], on: "2015-06-30" },
      ],
      ["post", `/recommendations/${own[person]}/links`, { type: "repeats", to: "2011-04b" }],
      ["post", `/recommendations/${own[person]}/links`, { type: "supersedes", to: "2011-03" }],
    ];
    const standing = async () => (await send("all", "get", "/followUps/2011-03-just/standing")).body;
    const before = await standing();
    for (const [method, path, body] of acts("unia")) {
      const answer = await send("unia", method, path, body);
      expect(answer.status, `${method} ${path}: ${answer.text}`).toBe(403);
    }
    expect(await standing()).toEqual(before);
    // One without a follow-up: by its own body.
    expect((await send("unia", "patch", `/recommendations/${own.myria}`, { label: "x" })).status).toBe(403);
    expect((await send("myria", "patch", `/recommendations/${own.myria}`, { label: "x" })).status).toBe(200);
    for (const [method, path, body] of acts("myria")) {
      const answer = await send("myria", method, path, body);
      expect(answer.status, `${method} ${path}: ${answer.text}`).toBe(method === "patch" ? 200 : 201);
    }
    // What the Centre had as a whole went to neither.
    for (const person of ["myria", "unia"] as const) {
      const report = await send(person, "patch", "/reports/report-2011", { label: "x" });
      expect(report.status, report.text).toBe(403);
      const round = await send(person, "post", "/reportingCycles/round-2010/closures", { closedOn: "2013-01-01" });
      expect(round.status, round.text).toBe(403);
    }
    const kept = await send("all", "patch", "/reports/report-2011", { transmittedToParliamentOn: "2015-06-02" });
    expect(kept.status, kept.text).toBe(200);
    expect((await verifyAudit(database)).fault).toBeUndefined();
  });
});
