import { readFileSync } from "node:fs";
import { Evidence, LinkType, PeriodRules, Report, refData } from "@heed/core";
import { CommitmentOutcome } from "@heed/core/follow-up/entries/commitment-outcome";
import { DeadlineChange } from "@heed/core/follow-up/entries/deadline-change";
import { PublicationOfAnswers } from "@heed/core/settings/settings";
import type { NewToken } from "@heed/store";
import supertest from "supertest";
import { expect, test } from "vitest";
import { world } from "../../core/test/example-world.ts";
import { describeDatabase } from "../../store/test/describe-database.ts";
import { basePath } from "../src/contract/base-path.ts";
import { operations } from "../src/operations/operations.ts";
import { tokensOf } from "./tokens.ts";
import { worldApp } from "./world-app.ts";

const people = {
  justice: { name: "J. Claes", role: "respondent", organizations: ["justice"] },
  editor: { name: "E. Maes", role: "editor", organizations: [] },
} as const satisfies Record<string, NewToken>;

describeDatabase("what is told of an input", (open) => {
  async function serve() {
    const { database } = await open(world);
    const app = supertest(await worldApp(database));
    const tokens = await tokensOf(database, people);
    const send = (person: keyof typeof people, method: "post" | "patch", path: string, body: string) =>
      app[method](basePath + path)
        .set("Authorization", `Bearer ${tokens[person]}`)
        .set("If-Match", "*")
        .set("Content-Type", method === "patch" ? "application/merge-patch+json" : "application/json")
        .send(body);
    return { app, send };
  }

  test("a key that stands twice in a body is named, and nothing is written", async () => {
    const { app, send } = await serve();
    const before = (await app.get(`${basePath}/followUps/2013-02-just`)).text;
    const twice = [
      ["post", "/followUps/2013-02-just/responses", '{"position":"accepted","position":"rejected"}', "position"],
      ["post", "/followUps/2013-02-just/responses", '{"position":"accepted","p\\u006fsition":"accepted"}', "position"],
      ["post", "/followUps/2013-02-just/evidence", '{"evidence":[{"kind":"law","title":"A","title":"B"}]}', "title"],
      ["patch", "/followUps/2013-02-just/entries/x", '{"reason":"A","reason":null}', "reason"],
    ] as const;
    for (const [method, path, body, key] of twice) {
      const answer = await send("justice", method, path, body);
      expect(answer.status, body).toBe(400);
      expect(answer.body.issues).toMatchObject([{ in: "body", name: key, detail: "it stands twice in one object" }]);
    }
    expect((await app.get(`${basePath}/followUps/2013-02-just`)).text).toBe(before);
    const broken = await send("justice", "post", "/followUps/2013-02-just/responses", '{"position":');
    expect([broken.status, broken.body.issues[0].detail]).toEqual([400, "the body is not JSON"]);
    const missing = await send("justice", "post", "/followUps/2013-02-just/responses", "");
    expect(missing.status).toBe(400);
    const given = await send("justice", "post", "/followUps/2013-02-just/responses", '{"position":"accepted"}');
    expect(given.status, given.text).toBe(201);
  });

  test("a year in the path that several cycles have is told as a part of the path", async () => {
    const { app, send } = await serve();
    const days = { opensOn: "2015-01-12", updatesDueOn: "2015-03-31", assessmentsDueOn: "2015-06-12" };
    const cycle = JSON.stringify({ issuingBody: "unia", year: 2014, ...days });
    const opened = await send("editor", "post", "/reportingCycles", cycle);
    expect(opened.status, opened.text).toBe(201);
    for (const path of ["/reportingCycles/2014", "/reportingCycles/2014/unassessed"]) {
      const answer = await app.get(basePath + path);
      expect(answer.status).toBe(400);
      expect(answer.body.detail).toContain("several issuing bodies have a cycle about that year");
      expect(answer.body.issues).toMatchObject([{ in: "path", name: "id", value: "2014" }]);
    }
  });

  test("an input that a rule refuses is told by that rule, not as one that cannot be read", async () => {
    const { send } = await serve();
    const promise = JSON.stringify({ description: "A circular.", due: { on: "2015-06-01" } });
    const answer = await send("justice", "post", "/followUps/2013-02-just/commitments", promise);
    expect(answer.status).toBe(400);
    expect(answer.body.detail).toBe("the date had passed when it was set");
    expect(answer.body.issues).toMatchObject([{ name: "due", detail: "the entry is given on 2015-06-30" }]);
    const unread = await send("editor", "post", "/reports", "[]");
    expect(unread.status).toBe(400);
    expect(unread.body.detail).not.toBe("");
  });
});

test("/refData has every list of codes, with a label in each language", () => {
  const lists: Record<string, readonly string[]> = {
    linkType: LinkType.options,
    commitmentOutcome: CommitmentOutcome.shape.outcome.options,
    deadlineDecision: DeadlineChange.shape.decision.options,
    evidenceKind: Evidence.shape.kind.options,
    periodRules: PeriodRules.options,
    publicationOfAnswers: PublicationOfAnswers.options,
    reportStatus: Report.shape.status.unwrap().options,
    side: ["addressee", "issuingBody"],
  };
  for (const [name, codes] of Object.entries(lists)) {
    const list = refData[name as keyof typeof refData] as Record<string, Record<string, string>>;
    expect(Object.keys(list).toSorted(), name).toEqual(codes.toSorted());
    for (const label of Object.values(list)) expect(Object.keys(label).toSorted()).toEqual(["de", "en", "fr", "nl"]);
  }
});

test("docs/api.md names every path that can be read", () => {
  const page = readFileSync(new URL("../../../docs/api.md", import.meta.url), "utf8");
  const first = operations.filter(({ method }) => method === "get").map(({ path }) => `/${path.split("/")[1]}`);
  expect([...new Set(first)].filter((path) => !page.includes(`\`${path}`))).toEqual([]);
  expect(page).toContain("`/audit/checkpoints`");
});
