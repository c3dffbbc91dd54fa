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
