import supertest from "supertest";
import { expect, test } from "vitest";
import { world } from "../../core/test/example-world.ts";
import { describeDatabase } from "../../store/test/describe-database.ts";
import { basePath } from "../src/contract/base-path.ts";
import { people, tokenOf } from "./tokens.ts";
import { worldApp } from "./world-app.ts";

describeDatabase("a theme in two spellings", (open) => {
  test("is one group, as it was first written, and counts a recommendation once", { timeout: 120_000 }, async () => {
    const { database } = await open(world);
    const app = supertest(await worldApp(database));
    const token = await tokenOf(database, people.editor);
    const post = async (path: string, body: object) => {
      const answer = await app
        .post(basePath + path)
        .set("Authorization", `Bearer ${token}`)
        .set("If-Match", "*")
        .send(body);
      expect(answer.status, `${path} ${answer.text}`).toBe(201);
      return answer.body;
    };
    const { report } = await post("/reports", { reference: "Zq", reportingYear: 2014, issuingBody: "myria" });
    for (const [index, themes] of [["Dup1"], ["dup1"], ["dup1", "Dup1"], ["Düp1", "other"]].entries())
      await post(`/reports/${report.id}/recommendations`, {
        ...{ reference: `Zq-${index}`, text: { en: "Train." }, themes },
        addressees: [{ organization: "justice" }],
      });
    await post(`/reports/${report.id}/publications`, {});
    // A draft written before shows its spelling to nobody, and decides nothing.
    const draft = await post("/reports", { reference: "Zr", reportingYear: 2014, issuingBody: "myria" });
    const first = {
      reference: "Zr-1",
      text: { en: "Train." },
      themes: ["DÜP2"],
      addressees: [{ organization: "justice" }],
    };
    await post(`/reports/${draft.report.id}/recommendations`, first);
    const { report: later } = await post("/reports", { reference: "Zs", reportingYear: 2014, issuingBody: "myria" });
    for (const themes of [["Dup2"], ["DÜP2"]])
      await post(`/reports/${later.id}/recommendations`, { ...first, reference: `Zs-${themes}`, themes });
    await post(`/reports/${later.id}/publications`, {});
    const labelled = await app.get(`${basePath}/progress?groupBy=theme&report=Zs`);
    expect(labelled.body.items.map(({ group }: { group: string }) => group)).toEqual(["Dup2"]);
    for (const moment of ["", "&knownAt=2015-06-30"]) {
      const groups = async (query: string) => {
        const answer = await app.get(`${basePath}/progress?groupBy=theme&report=Zq${query}${moment}`);
        expect(answer.status, answer.text).toBe(200);
        return answer.body.items.map(({ group, followUps }: { group: string; followUps: number }) => [
          group,
          followUps,
        ]);
      };
      expect(await groups("")).toEqual([
        [expect.stringMatching(/^(Dup1|dup1|Düp1)$/), 4],
        ["other", 1],
      ]);
      const [[shown]] = (await groups("")) as [[string]];
      expect(await groups("&theme=DUP1")).toEqual([[shown, 4]]);
    }
  });
});
