import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { aDocument, aParagraph, aTable } from "../../files/test/a-document.ts";
import { freshDatabase, root } from "./heed.ts";

type Exported = {
  reports: { reference: string; reportingYear: number; publishedOn: string; publishedOnPrecision: string }[];
  followUps: { entries: { position: string; knownBy: string }[] }[];
};

const header = "To,To-Rgrp,To-Org,Text,From,From-Rgrp,From-Org,Response,Action,Issue,Session";
const row = (session: number, response: string) =>
  `Chad,AG,AU,Ratify it,Peru,GRULAC,OAS,${response},2,Women,${session}`;
const mapping = (name: string) => join(root, "examples", "mappings", name);

test("sessions of any year come in by the mapping as it is", async () => {
  const { heed, folder } = await freshDatabase();
  const take = async (name: string, sessions: number[], ...more: string[]) => {
    await writeFile(join(folder, name), [header, ...sessions.map((each) => row(each, "Accepted"))].join("\r"));
    return heed("import", join(folder, name), "--mapping", mapping("upr.yaml"), "--create", ...more);
  };
  expect(await take("10-12.csv", [10, 12])).toMatchObject({ code: 0 });
  expect(await take("33.csv", [33])).toMatchObject({ code: 0 });
  const unknown = await take("54.csv", [54]);
  expect(unknown.code).toBe(2);
  expect(unknown.stderr).toContain("gives no reporting year");
  expect(await take("54.csv", [54], "--fact", "Year=2027", "--edition-day", "2027-11-30")).toMatchObject({ code: 0 });
  const { reports, followUps } = JSON.parse((await heed("export")).stdout) as Exported;
  expect(reports.map((each) => [each.reference, each.reportingYear, each.publishedOn.slice(0, 4)]).sort()).toEqual([
    ["UPR 10 Chad", 2011, "2011"],
    ["UPR 12 Chad", 2011, "2012"],
    ["UPR 33 Chad", 2019, "2019"],
    ["UPR 54 Chad", 2027, "2027"],
  ]);
  expect(followUps.flatMap(({ entries }) => entries.map(({ knownBy }) => knownBy)).sort()).toEqual([
    "2012-12-31",
    "2012-12-31",
    "2020-12-31",
    "2027-11-30",
  ]);
});

test("the Word file of another state and session comes in by the mapping as it is", async () => {
  const { heed, folder } = await freshDatabase();
  const list = (session: string) =>
    aDocument({
      header: [aParagraph("UPR of Côte d’Ivoire"), aParagraph(`(4th Cycle – ${session} session)`)].join(""),
      body: aTable(
        ["Recommendation", "Position", "Full list of themes", "Assessment/comments on level of implementation"],
        ["12.1 Ratify it (Peru);", "SUPPORTED", "Women", ""],
        ["12.10 Apply it (Peru);", "Noted", "Women", ""],
      ),
    });
  const take = async (session: string, ...more: string[]) => {
    await writeFile(join(folder, "list.docx"), list(session));
    return heed("import", join(folder, "list.docx"), "--mapping", mapping("upr-word.yaml"), "--create", ...more);
  };
  expect((await take("47th")).stdout).toContain("2 recommendations, 2 follow-ups, 2 entries new");
  const later = await take("61st", "--fact", "Year=2029", "--edition-day", "2029-12-31");
  expect(later.code, later.stderr).toBe(0);
  const { reports } = JSON.parse((await heed("export")).stdout) as Exported;
  expect(reports.map(({ reference, reportingYear }) => [reference, reportingYear]).sort()).toEqual([
    ["UPR 47 Côte d’Ivoire", 2024],
    ["UPR 61 Côte d’Ivoire", 2029],
  ]);
});
