import supertest from "supertest";
import { expect, test } from "vitest";
import { world } from "../../core/test/example-world.ts";
import { describeDatabase } from "../../store/test/describe-database.ts";
import { basePath } from "../src/contract/base-path.ts";
import { people, tokenOf } from "./tokens.ts";
import { worldApp } from "./world-app.ts";

describeDatabase("the correction of a date", (open) => {
  async function serve() {
    const { database } = await open(world);
    const app = supertest(await worldApp(database));
    const token = await tokenOf(database, people.editor);
    const send = async (method: "post" | "patch", path: string, body: object) => {
      const answer = await app[method](basePath + path)
        .set("Authorization", `Bearer ${token}`)
        .set("If-Match", "*")
        .set("Content-Type", method === "patch" ? "application/merge-patch+json" : "application/json")
        .send(JSON.stringify(body));
      return { status: answer.status, text: answer.text, body: answer.body };
    };
    return { app, send };
  }

  test("drops the words and the precision of the old one, in a recommendation, a promise and a report", async () => {
    const { send } = await serve();
    const due = async (change: object) => {
      const answer = await send("patch", "/recommendations/2011-03", change);
      expect(answer.status, answer.text).toBe(200);
      return answer.body.recommendation.implementationDue;
    };
    expect(await due({ implementationDue: { wording: "mi-2014", on: "2014-06-30" } })).toEqual({
      ...{ on: "2014-06-30", precision: "semester", wording: "mi-2014" },
    });
    expect(await due({ implementationDue: { on: "2030-06-30" } })).toEqual({ on: "2030-06-30", precision: "day" });
    expect(await due({ implementationDue: { on: "2030-12-31", precision: "year" } })).toEqual({
      ...{ on: "2030-12-31", precision: "year" },
    });
    const noDate = await send("patch", "/recommendations/2011-03", { implementationDue: "2031-06-30" });
    expect(noDate.status).toBe(400);
    expect(noDate.body.issues?.[0] ?? noDate.body).toMatchObject({
      detail: expect.stringContaining('{"on":"2025-06-30"}'),
    });

    const source = { name: "Letter of 1 June" };
    const promised = await send("post", "/followUps/2013-02-just/commitments", {
      ...{ description: "A circular.", source, due: { on: "2015-12-31", precision: "year", wording: "fin 2015" } },
    });
    expect(promised.status, promised.text).toBe(201);
    const corrected = await send("patch", `/followUps/2013-02-just/entries/${promised.body.entries[0].id}`, {
      due: { on: "2016-03-15" },
    });
    expect(corrected.body.entries[0].due).toEqual({ on: "2016-03-15", precision: "day" });

    const vague = await send("patch", "/reports/report-2009", {
      publishedOn: "2010-12-31",
      publishedOnPrecision: "year",
    });
    expect(vague.status, vague.text).toBe(200);
    const exact = await send("patch", "/reports/report-2009", { publishedOn: "2010-10-26" });
    expect(exact.body.report).toMatchObject({ publishedOn: "2010-10-26" });
    expect(exact.body.report.publishedOnPrecision ?? "day").toBe("day");
  });

  test("does not publish a report after what was answered to it: the days are told", async () => {
    const { send } = await serve();
    const answer = await send("patch", "/reports/report-2013", { publishedOn: "2015-06-01" });
    expect(answer.status, answer.text).toBe(400);
    const [first] = answer.body.issues ?? [];
    expect(first).toMatchObject({
      ...{ name: "publishedOn", value: "2015-06-01" },
      detail: expect.stringMatching(
        /^the \w+ 2013-\S+ of the follow-up 2013-\S+ is of 201[45]-\d\d-\d\d, before that$/,
      ),
    });
    expect((await send("patch", "/reports/report-2013", { publishedOn: "2014-10-16" })).status).toBe(200);
    expect((await send("patch", "/reports/report-2013", { publishedOn: "2014-10-14" })).status).toBe(200);
  });
});
