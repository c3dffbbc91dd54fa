import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { type Ended, freshDatabase } from "./heed.ts";

const report =
  "report: { reference: R, issuingBody: Myria, publishedOn: 2021-01-15, responsePeriod: none, title: { languages: { fr: Rapport } } }";

async function importing(mapping: readonly string[]) {
  const { heed, folder } = await freshDatabase();
  expect((await heed("database", "upgrade")).code).toBe(0);
  const rules = join(folder, "rules.yaml");
  await writeFile(rules, ["heed: mapping/1", "name: joined", ...mapping].join("\n"));
  const take = async (name: string, ...lines: string[]): Promise<Ended> => {
    await writeFile(join(folder, name), lines.join("\n"));
    return heed("import", join(folder, name), "--mapping", rules);
  };
  const json = async (...args: string[]) => JSON.parse((await heed(...args, "--format", "json")).stdout);
  return { heed, take, json, rules, folder };
}

test("an addressee in two roles, by an alias and over joined rows, has the one that owes most, and it is told", async () => {
  const { take, json } = await importing([
    report,
    'recommendation: { reference: "{ref}", textAbsent: none, joinBy: "{ref}" }',
    "aliases: { Ministry of Justice: Justice }",
    "addressees:",
    '  - { names: "{info}", role: forInformation }',
    '  - { names: "{to}", role: "{role}" }',
  ]);
  const { stdout } = await take(
    "a.csv",
    ...["ref,info,to,role", "1,Justice,Ministry of Justice,lead", "2,Health,,", "2,,Health,joint", "3,,Interior,lead"],
    "3,Interior,,",
  );
  expect(stdout).toContain("3 follow-ups");
  const { items } = await json("recommendation", "list");
  const shown = await Promise.all(items.map(({ id }: { id: string }) => json("recommendation", "show", id)));
  const roles = shown.flatMap(({ followUps }) => followUps.map(({ role }: { role: string }) => role));
  expect(roles).toEqual(["lead", "joint", "lead"]);
  expect(stdout).toContain("in the roles forInformation and lead; it has one follow-up with the role lead");
  expect(stdout).toContain("in the roles forInformation and joint; it has one follow-up with the role joint");
});

test("the rows' own language is the language of the organizations that they name", async () => {
  const { take, json } = await importing([
    'language: "{lang}"',
    report,
    'recommendation: { reference: "{ref}", text: "{text}" }',
    'addressees: [{ names: "{to}" }]',
  ]);
  await take("a.csv", "lang,ref,text,to", "fr,1,Créer,SPF Justice", "nl,2,Oprichten,FOD Binnenlandse Zaken");
  const { items } = await json("organization", "list");
  expect(items.map(({ name }: { name: object }) => name)).toEqual(
    expect.arrayContaining([{ fr: "Myria" }, { fr: "SPF Justice" }, { nl: "FOD Binnenlandse Zaken" }]),
  );
});

test("of rows to which a known number comes to stand, one is the known recommendation, and the others are new", async () => {
  const { take, json } = await importing([
    report,
    'recommendation: { reference: "{No}", text: "{Text}" }',
    "addressees:",
    '  - names: "{To}"',
    '    entries: [{ type: response, position: { column: Ans, map: { Agreed: accepted, Declined: rejected } }, givenOn: "{On}" }]',
  ]);
  const header = "No,To,Text,Ans,On";
  const [justice, health] = ["12,Justice,T,Agreed,2024-01-01", "12,Health,T,Declined,2024-01-01"];
  await take("c.csv", header, justice);
  const { stdout } = await take("e.csv", header, health, justice);
  expect(stdout).toContain("each is a recommendation of its own");
  expect(stdout).toContain("1 recommendation, 1 follow-up, 1 entry new");
  expect(stdout).toContain("1 recommendation was there already, unchanged");
  expect(stdout).not.toContain("does not name this addressee");
  const { items } = await json("recommendation", "list");
  expect(items).toHaveLength(2);
  expect((await take("e.csv", header, health, justice)).stdout).toContain("nothing is new, nothing was changed");
  expect((await take("e.csv", header, justice, health)).stdout).toContain("nothing is new, nothing was changed");
});

type Promised = { type: string; description?: string };

async function promises(heed: (...args: string[]) => Promise<Ended>): Promise<Promised[]> {
  const { followUps } = JSON.parse((await heed("export", "--role", "editor")).stdout);
  expect((await heed("database", "check")).code).toBe(0);
  return followUps.flatMap(({ entries }: { entries: Promised[] }) =>
    entries.filter(({ type }) => type === "commitment"),
  );
}

test("what two languages of one recommendation say on one day is told, and `when` takes one of them", async () => {
  const rules = (when: string) => [
    'language: "{lang}"',
    report,
    'recommendation: { reference: "{ref}", text: "{text}", joinBy: "{ref}" }',
    "addressees:",
    "  - names: Justice",
    "    entries:",
    `      - { type: commitment, description: "{prom}", due: 2022-06-30, givenOn: 2021-03-01${when} }`,
    `      - { type: progressUpdate, narrative: "{prom}", givenOn: 2022-03-01${when} }`,
    "      - { type: response, position: accepted, givenOn: 2021-03-01 }",
  ];
  const lines = ["lang,ref,text,prom", "fr,1,Créer,Rédiger la loi", "nl,1,Oprichten,De wet opstellen"];
  const both = await importing(rules(""));
  const told = (await both.take("a.csv", ...lines)).stdout;
  expect(told).toContain("1 follow-up, 5 entries new");
  expect(told).toContain("is said on the same day in two languages of one recommendation, and is two entries");
  expect(told).toMatch(/Warning, 1 row: is said on the same day.*row 3 \(as row 2\)/);
  const one = await importing(rules(", when: { column: lang, is: fr }"));
  const alone = (await one.take("a.csv", ...lines)).stdout;
  expect(alone).toContain("3 entries new");
  expect(alone).not.toContain("two languages");
  expect(await promises(one.heed)).toMatchObject([{ description: "Rédiger la loi" }]);
});

test("a promise without a day in the rows of two years is one promise, in one file as in two", async () => {
  const { heed, take, rules } = await importing([
    report,
    'recommendation: { reference: "{ref}", textAbsent: none }',
    "addressees: [{ names: Justice }]",
  ]);
  await take("r.csv", "ref", "1");
  await writeFile(
    rules,
    [
      ...[
        "heed: mapping/1",
        "name: years",
        "editions: part",
        "onto:",
        "  issuingBody: Myria",
        '  reference: "{ref}"',
        "  entries:",
      ],
      '    - { type: commitment, description: "{prom}", due: "{by}", knownBy: "{day}" }',
    ].join("\n"),
  );
  const lines = ["ref,day,prom,by", "1,2024-06-30,Draft,2025-01-01", "1,2023-06-30,Draft,2025-01-01"];
  const { stdout, stderr } = await take("all.csv", ...lines, "1,2024-06-30,Draft,2026-01-01");
  expect(stderr).toBe("");
  expect(stdout).toContain("is the promise of another row, without a day of its own; it is one promise");
  expect(await promises(heed)).toMatchObject([{ knownBy: "2023-06-30" }, { due: { on: "2026-01-01" } }]);
  expect((await take("all.csv", ...lines, "1,2024-06-30,Draft,2026-01-01")).stdout).toContain("nothing is new");
});

test("a promise that the next edition no longer shows is told, also where it shows another", async () => {
  const { heed, take } = await importing([
    "edition: { inFileName: '\\d{4}-\\d{2}-\\d{2}' }",
    report,
    'recommendation: { reference: "{No}", textAbsent: none }',
    "addressees:",
    '  - names: "{To}"',
    "    entries:",
    "      - { type: response, position: { column: Ans, map: { Agreed: accepted, Declined: rejected } } }",
    '      - { type: commitment, description: "{Promise}", due: "{By}" }',
  ]);
  const header = "No,To,Ans,Promise,By";
  await take("r-2024-06-30.csv", header, "1,Justice,Agreed,Draft a bill.,2024-12-31");
  const { stdout } = await take("r-2025-06-30.csv", header, "1,Justice,Agreed,Draft a bill.,2026-12-31");
  expect(stdout).toContain(
    "the source shows a promise no more that another edition showed, and others instead; it stays",
  );
  expect(stdout).toContain("Justice: Draft a bill. (2024-12-31)");
  expect(await promises(heed)).toHaveLength(2);
  // A newer answer takes the place of the older one, and is not told as gone.
  const declined = await take("r-2026-06-30.csv", header, "1,Justice,Declined,Draft a bill.,2026-12-31");
  expect(declined.stdout).not.toContain("shows no response");
});
