import { RecordFile } from "@heed/core";
import supertest from "supertest";
import { expect, test } from "vitest";
import { world } from "../../../core/test/example-world.ts";
import { describeDatabase } from "../../../store/test/describe-database.ts";
import { imported } from "../../../store/test/importing.ts";
import { worldApp } from "../world-app.ts";
import { crawl, isPacked } from "./crawl.ts";

const secret = { kind: "file", title: "File Zq-12", confidential: true };

const publicFollowUp = (named: string) => world.followUps.find(({ id }) => id === named);

function withEntries(followUp: string, entries: object[]) {
  return { ...publicFollowUp(followUp), entries };
}

/** A correction that adds confidential evidence alone. */
function withSecret(followUp: string, corrects: string) {
  const corrected = publicFollowUp(followUp)?.entries.find(({ id }) => id === corrects);
  const evidence = corrected && "evidence" in corrected ? corrected.evidence : [];
  return { ...corrected, id: `zq-${corrects}`, corrects, evidence: [...evidence, secret] };
}

/** A draft with links to what is public, confidential evidence on a public follow-up, and corrections that add some. */
const hidden = RecordFile.parse({
  heed: "record/1",
  reports: [{ id: "zq-report", issuingBody: "myria", reference: "Zq", reportingYear: 2015, status: "draft" }],
  recommendations: [
    { id: "zq-1", report: "zq-report", reference: "zq-1", text: { en: "Zqword" }, themes: ["zqtheme"] },
  ],
  links: [
    { id: "zq-l1", type: "repeats", from: "zq-1", to: "2011-03", on: "2015-06-01", recordedAt: "2015-06-20T08:00:00Z" },
  ],
  followUps: [
    { id: "zq-fu", recommendation: "zq-1", addressee: "justice", role: "lead" },
    withEntries("2009-02-guard", [withSecret("2009-02-guard", "2009-02-guard-assessment-2011")]),
    withEntries("2015-02-fedpol", [withSecret("2015-02-fedpol", "2015-02-fedpol-claim")]),
    withEntries("2011-03-just", [
      withSecret("2011-03-just", "2011-03-just-update-2015"),
      {
        id: "zq-file",
        type: "evidence",
        givenOn: "2015-06-10",
        recordedAt: "2015-06-10T08:00:00Z",
        evidence: [secret],
      },
    ]),
  ],
});

const asked = [
  "/nl",
  "/nl/recommendations?q=zqword",
  "/nl/reports/Zq",
  "/nl/recommendations/Zq/zq-1",
  "/nl/themes/zqtheme",
];

describeDatabase("drafts and confidential evidence", (open) => {
  test("leave no byte on any page or download", { timeout: 300_000 }, async () => {
    const { database } = await open(world);
    const app = supertest.agent(await worldApp(database));
    const seen = async () =>
      new Map(
        [...(await crawl(app, asked, (path) => !/^\/(fr|de|en)/.test(path) && !isPacked(path)))].map(
          ([path, { status, body }]) => [path, { status, body }],
        ),
      );
    const before = await seen();
    await imported(database, hidden);
    const after = await seen();
    expect([...after.keys()]).toEqual([...before.keys()]);
    for (const [path, answer] of after) {
      expect(answer, path).toEqual(before.get(path));
      // What was looked for is told; nothing else is.
      if (!asked.includes(path) && !path.includes("zq")) expect(answer.body, path).not.toMatch(/zq/i);
    }
  });
});
