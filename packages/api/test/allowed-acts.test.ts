import { RecordFile } from "@heed/core";
import supertest from "supertest";
import { expect, test } from "vitest";
import { describeDatabase } from "../../store/test/describe-database.ts";
import { imported } from "../../store/test/importing.ts";
import { basePath } from "../src/contract/base-path.ts";
import { tokensOf } from "./tokens.ts";
import { worldApp } from "./world-app.ts";

const record = RecordFile.parse({
  heed: "record/1",
  organizations: ["observatory", "prisons", "courts"].map((id) => ({ id, code: id, name: { en: id } })),
  reports: [
    { id: "rv", reference: "V-2022", issuingBody: "observatory", reportingYear: 2022, publishedOn: "2023-01-18" },
  ],
  recommendations: [
    { id: "whole", report: "rv", reference: "V-1" },
    { id: "part", report: "rv", reference: "V-1.a", partOf: "whole" },
  ],
  followUps: [{ id: "fv", recommendation: "part", addressee: "prisons" }],
  reportingCycles: [
    {
      ...{ id: "cv", issuingBody: "observatory", year: 2023, opensOn: "2023-02-01" },
      ...{ updatesDueOn: "2023-06-01", assessmentsDueOn: "2023-09-01" },
    },
  ],
});

const now = () => new Date("2023-07-01T10:00:00+02:00");
const persons = {
  editor: { name: "E. Maes", role: "editor", organizations: [] },
  assessor: { name: "A. Lambert", role: "assessor", organizations: ["observatory"] },
  prisons: { name: "J. Claes", role: "respondent", organizations: ["prisons"] },
  courts: { name: "I. Peeters", role: "respondent", organizations: ["courts"] },
} as const;

describeDatabase("what is allowed is told with each thing (R54)", (open) => {
  test("to whom acts, as it is now, and nothing to the public", async () => {
    const { database } = await open();
    await imported(database, record);
    const app = supertest(await worldApp(database, { now }));
    const tokens: Record<string, string> = await tokensOf(database, persons);
    const told = async (path: string) => {
      const answers: Record<string, string[] | undefined> = {};
      for (const who of ["public", ...Object.keys(persons)]) {
        const request = app.get(basePath + path);
        if (tokens[who]) request.set("Authorization", `Bearer ${tokens[who]}`);
        answers[who] = (await request.expect(200)).body.allowedActs;
      }
      return answers;
    };
    expect(await told("/followUps/fv")).toEqual({
      public: undefined,
      editor: expect.arrayContaining(["respond", "claim", "closeWithdrawn", "changeRole"]),
      assessor: expect.arrayContaining(["assess", "closeNotImplemented"]),
      prisons: ["respond", "commit", "update", "claim", "addEvidence", "requestDeadlineChange"],
      courts: [],
    });
    await app
      .post(`${basePath}/followUps/fv/responses`)
      .set("Authorization", `Bearer ${tokens.prisons}`)
      .set("If-Match", "*")
      .send({ position: "notCompetent" })
      .expect(201);
    const after = await told("/followUps/fv");
    expect(after.editor).toContain("upholdNotCompetent");
    expect(after.prisons).toEqual(expect.arrayContaining(["correct", "retract"]));
    expect(after.assessor).not.toContain("correct");
    const nobody = { public: undefined, prisons: [], courts: [] };
    expect(await told("/reports/rv")).toEqual({
      ...nobody,
      editor: ["changeReport", "freezeReport", "addSection"],
      assessor: [],
    });
    expect(await told("/recommendations/whole")).toEqual({
      ...nobody,
      editor: ["correctRecommendation", "link", "addGround"],
      assessor: ["overrideLevel"],
    });
    expect((await told("/recommendations/part")).assessor).toEqual([]);
    expect(await told("/reportingCycles/cv")).toEqual({
      ...nobody,
      editor: ["changeCycle", "selectForAssessment", "publishCycle", "closeCycle"],
      assessor: [],
    });
  });
});
