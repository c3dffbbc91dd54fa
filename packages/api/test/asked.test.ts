import supertest from "supertest";
import { expect, test } from "vitest";
import { world } from "../../core/test/example-world.ts";
import { describeDatabase } from "../../store/test/describe-database.ts";
import { basePath } from "../src/contract/base-path.ts";
import { operations } from "../src/operations/operations.ts";
import { worldApp } from "./world-app.ts";

/** Each parameter that names something, with values that name nothing and, last, a value that is almost right. */
const naming: Record<string, { wrong: string[]; near?: RegExp }> = {
  responsible: { wrong: ["nobody", "", " ", "FPS Justise"], near: /did you mean .*FPS Justice/ },
  addressee: { wrong: ["nobody", "", " ", "FPS Justise"], near: /did you mean .*FPS Justice/ },
  organization: { wrong: ["nobody", "", " ", "FPS Justise"], near: /did you mean .*FPS Justice/ },
  issuingBody: { wrong: ["nobody", "", " ", "Myriaa"], near: /did you mean .*myria/i },
  reportingCycle: { wrong: ["nowhere", ""] },
  format: { wrong: ["pdf", ""] },
  movement: { wrong: ["sideways", ""] },
  report: { wrong: ["nowhere", "", " ", "2O11"], near: /did you mean .*2011/ },
  reference: { wrong: ["1999-99", "", " ", "2011-O3"], near: /did you mean .*2011-0/ },
  theme: { wrong: ["football", "", " ", "victms"], near: /did you mean .*victims/ },
  reportingYear: { wrong: ["1066", "", "2147483648", "2099"], near: /there are 2009, 2011/ },
  q: { wrong: ["", " ", "?!"] },
  kind: { wrong: ["respons", ""] },
  position: { wrong: ["accept", ""] },
  reported: { wrong: ["done", ""] },
  assessed: { wrong: ["done", ""] },
  lifecycle: { wrong: ["opened", ""] },
  groupBy: { wrong: ["colour", ""] },
  against: { wrong: ["first", ""] },
  changedSince: { wrong: ["soon", "", "2015-02-30"] },
  status: { wrong: ["final", ""] },
  lang: { wrong: ["xx", "", "english"] },
  asOf: { wrong: ["soon", ""] },
  knownAt: { wrong: ["soon", ""] },
  validOn: { wrong: ["soon", ""] },
  from: { wrong: ["soon", "", "2015-02-30"] },
  to: { wrong: ["soon", "", "2015-02-30", "9999-12-31"] },
  dueFrom: { wrong: ["soon", "", "2015-02-30"] },
  dueUntil: { wrong: ["soon", "", "2015-02-30"] },
  toEraseOn: { wrong: ["soon", "", "2015-02-30"] },
};
/** What is named otherwise in some lists. */
const namingIn: Record<string, typeof naming> = {
  "/collectedItems": {
    reference: { wrong: ["1999-99", "", " ", "LAW-2O11-1"], near: /did you mean .*LAW-2011-1/ },
    theme: { wrong: ["football", "", " "] },
    year: { wrong: ["1066", "", "2147483648", "2099"], near: /there are 2011/ },
  },
  "/reportSections": {
    reference: { wrong: ["1999-99", "", " ", "framewrok"], near: /did you mean .*framework/ },
    state: { wrong: ["done", ""] },
  },
  "/documents/followUpChapter": { format: { wrong: ["exe", ""] }, year: { wrong: ["1e3", ""] } },
  "/documents/followUpSummary": { format: { wrong: ["exe", ""] }, year: { wrong: ["1e3", ""] } },
  "/documents/reply": { format: { wrong: ["exe", ""] } },
  "/documents/briefing": { format: { wrong: ["exe", ""] } },
  "/documents/figuresWorkbook": { deliveredBy: { wrong: ["Nobody", ""] }, year: { wrong: ["1e3", ""] } },
};
/** What a list is asked at least. */
const needed: Record<string, object> = {
  "/documents/followUpChapter": { issuingBody: "myria", year: 2014 },
  "/documents/followUpSummary": { issuingBody: "myria", year: 2014 },
  "/documents/figuresWorkbook": { issuingBody: "ceoor", deliveredBy: "Payoke", year: 2012 },
  "/documents/reply": { organization: "justice" },
};
const cuts = ["pageSize", "page", "after", "withTotal", "minDaysOverdue"];
const flags = [
  ...["dueSoon", "overdue", "divergent", "unverified", "longOutstanding", "acceptanceWithdrawn"],
  ...["undecided", "withoutAddressee", "open", "hidden"],
];

/** All lists but the one that tells what a name stands for, where a name may name nothing. */
const lists = operations.filter(
  ({ id, method, path, secured }) => method === "get" && !path.includes("{") && !secured && id !== "listNames",
);

describeDatabase("what is asked of a list", (_, openToRead) => {
  test("is refused with its place where it names nothing, and answered where it exists", async () => {
    const { database } = await openToRead(world);
    const app = supertest(await worldApp(database));
    for (const { path, query } of lists)
      for (const name of Object.keys(query?.shape ?? {})) {
        if (cuts.includes(name)) continue;
        const { wrong, near } = flags.includes(name)
          ? { wrong: ["perhaps"] }
          : (namingIn[path.replace("/exports", "")]?.[name] ?? naming[name] ?? { wrong: [] });
        expect(wrong, `${name} of ${path} is tried`).not.toEqual([]);
        for (const value of wrong) {
          const { status, body } = await app.get(basePath + path).query({ ...needed[path], [name]: value });
          expect(status, `${path}?${name}=${value}`).toBe(400);
          expect(body.issues[0], `${path}?${name}=${value}`).toMatchObject({ in: "query", name });
          if (near && value === wrong.at(-1)) expect(body.issues[0].detail).toMatch(near);
        }
      }
  });

  test("asks the database no oftener for many values than for one", async () => {
    const { database } = await openToRead(world);
    const app = supertest(await worldApp(database));
    const all = database.all.bind(database);
    let asked = 0;
    database.all = (...query: Parameters<typeof all>) => {
      asked += 1;
      return all(...query) as never;
    };
    const queriesFor = async (query: Record<string, string[]>) => {
      asked = 0;
      expect((await app.get(`${basePath}/recommendations`).query(query)).status).toBe(200);
      return asked;
    };
    for (const [name, values] of [
      ["addressee", ["just", "FPS Justice", "SPF Justice", "interior", "justice"]],
      ["report", ["report-2011", "2011", "2012", "report-2013"]],
      ["reference", ["2011-03", "2011-04", "2012-01", "2013-02"]],
      ["theme", ["victims", "Victims", "VICTIMS"]],
      ["reportingYear", ["2009", "2011", "2012", "2013"]],
    ] as const) {
      const one = await queriesFor({ [name]: [values[0]] });
      expect(one, name).toBeGreaterThan(1);
      expect(await queriesFor({ [name]: [...values] }), name).toBe(one);
      expect(
        await queriesFor({ [name]: Array.from({ length: 100 }, (_, at) => values[at % values.length] ?? "") }),
      ).toBe(one);
    }
  });

  test("is refused for the one value among several that names nothing", async () => {
    const { database } = await openToRead(world);
    const app = supertest(await worldApp(database));
    const { status, body } = await app.get(`${basePath}/overdue?theme=victims&theme=Detecton&responsible=nobody`);
    expect(status).toBe(400);
    expect(body.issues.map(({ name, value }: { name: string; value: string }) => [name, value])).toEqual([
      ["responsible", "nobody"],
      ["theme", "Detecton"],
    ]);
  });

  test("is found whatever its case, and an existing value without results is an empty list", async () => {
    const { database } = await openToRead(world);
    const app = supertest(await worldApp(database));
    const total = async (query: string) => (await app.get(`${basePath}/overdue?${query}`)).body.total;
    expect(await total("theme=SMUGGLING")).toBe(2);
    expect(await total("theme=smuggling&knownAt=2015-06-30")).toBe(await total("theme=Smuggling&knownAt=2015-06-30"));
    expect(await total("responsible=Minist%C3%A8re%20de%20la%20JUSTICE")).toBe(await total("responsible=just"));
    expect(await total("asOf=2009-01-01&theme=victims")).toBe(0);
  });
});
