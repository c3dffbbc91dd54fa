import { rename } from "node:fs/promises";
import type { Person } from "@heed/core";
import { createToken, type Database, openDatabase } from "@heed/store";
import supertest from "supertest";
import { expect, onTestFinished, test } from "vitest";
import { world } from "../../core/test/example-world.ts";
import { describeDatabase } from "../../store/test/describe-database.ts";
import { imported } from "../../store/test/importing.ts";
import { wayTo } from "../../store/test/way-to-server.ts";
import { createApp } from "../src/app.ts";
import { basePath } from "../src/contract/base-path.ts";
import { operations } from "../src/operations/operations.ts";
import { trackerOf } from "../src/tracker.ts";

const ids: Record<string, string> = {
  followUps: "2013-02-just",
  recommendations: "2011-03",
  reports: "report-2011",
  reportingCycles: "2012",
  organizations: "justice",
  organizationChanges: "centre-split",
  refData: "position",
  rules: "R14",
  links: "asked-again-2011",
  entries: "2009-01-just-response",
};

/** A path with ids that exist; what is below them may not exist. */
function addressOf(path: string): string {
  return basePath + path.replaceAll(/(\w+)\/\{\w+\}/g, (_, collection) => `${collection}/${ids[collection] ?? "none"}`);
}

/** What an operation is asked at least. */
const needed: Readonly<Record<string, object>> = {
  getReply: { organization: "just" },
  getFollowUpChapter: { issuingBody: "myria", year: 2014 },
  getFollowUpSummary: { issuingBody: "myria", year: 2014 },
  getFiguresWorkbook: { issuingBody: "myria", deliveredBy: "Payoke", year: 2014 },
};

/** These read nothing from the database except the settings. */
const withoutDatabase = [
  ...["listRefData", "listRules", "getRule", "getRefData", "getMe", "getSettings"],
  ...["getDataPackage", "getRecordContext", "getRecordSchema", "getCrosswalks"],
];

/** Refused for its name, or for naming nothing, before anything is read or written. */
const nameless = [
  ...["uploadFile", "sendImportFile", "proposeRecommendations", "bringFigures", "bringCollectedItems"],
  ...["performActs", "submitDrafts", "listNames", "addImport", "endOutboxMessage"],
];

/** These are never an editor's: that is told before anything is read. */
const neverAnEditors = [
  "overrideLevel",
  "withdrawLevelOverride",
  ...operations.filter(({ tag, path }) => tag === "access" && path.startsWith("/users")).map(({ id }) => id),
];

describeDatabase("a database that is gone", (open) => {
  /** The service on a database that is opened and then taken away. */
  async function serveWithout(): Promise<{ gone: Database; token: string; person: Person }> {
    const { database: other, url } = await open();
    await imported(other, world);
    const token = await createToken(
      other,
      { name: "E. Maes", role: "editor", organizations: [] },
      "2015-01-01T00:00:00Z",
    );
    const file = other.dialect === "sqlite" ? url.replace(/^file:/, "") : undefined;
    const way = file === undefined ? await wayTo(url) : { url, cut: () => rename(file, `${file}-away`) };
    const gone = await openDatabase(way.url, { mode: "migrate", limits: { patience: 400 } });
    onTestFinished(() => gone.close());
    const person = await trackerOf(gone).identify(token, "2015-06-30T08:00:00Z");
    if (person === undefined) throw new Error("the token is nobody's");
    await way.cut();
    // The service checks now and then whether its file is still there.
    await new Promise((resolve) => setTimeout(resolve, 400));
    return { gone, token, person };
  }

  async function expectUnavailable(app: ReturnType<typeof createApp>, token: string | undefined, except: string[]) {
    const service = supertest(app);
    for (const { id, method, path, input } of operations) {
      const request = service[method](addressOf(path))
        .query(needed[id] ?? {})
        .set("If-Match", "*");
      if (token !== undefined) request.set("Authorization", `Bearer ${token}`);
      const type = method === "patch" ? "application/merge-patch+json" : "application/json";
      const { status, type: answered, headers } = await (input === undefined ? request : request.type(type).send("{}"));
      if (except.includes(id)) continue;
      expect([status, answered], id).toEqual([503, "application/problem+json"]);
      expect(Number(headers["retry-after"]), id).toBeGreaterThan(0);
    }
  }

  test("is 503 with Retry-After for every operation, with a token", { timeout: 120_000 }, async () => {
    const { gone, token } = await serveWithout();
    await expectUnavailable(createApp({ ...trackerOf(gone), isUp: async () => true }), token, []);
  });

  test("is so without a token for every read", { timeout: 120_000 }, async () => {
    const { gone } = await serveWithout();
    const secured = operations.filter((each) => each.secured).map(({ id }) => id);
    await expectUnavailable(createApp({ ...trackerOf(gone), isUp: async () => true }), undefined, [
      ...secured,
      ...nameless,
    ]);
  });

  test("is so where it goes after the asker was known", { timeout: 120_000 }, async () => {
    const { gone, token, person } = await serveWithout();
    const { reads, ...rest } = trackerOf(gone);
    const { settings } = trackerOf((await open()).database).reads;
    const app = createApp({
      ...rest,
      reads: { ...reads, forOneRequest: () => ({ ...reads.forOneRequest(), settings }) },
      identify: async () => person,
      isUp: async () => true,
    });
    await expectUnavailable(app, token, [...withoutDatabase, ...nameless, ...neverAnEditors]);
  });
});
