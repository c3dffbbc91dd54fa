import { amendments, type EntryOwner } from "@heed/core/acts/amendments";
import { type Database, type NewToken, verifyAudit } from "@heed/store";
import supertest from "supertest";
import { expect, test } from "vitest";
import { world } from "../../core/test/example-world.ts";
import { describeDatabase } from "../../store/test/describe-database.ts";
import { basePath } from "../src/contract/base-path.ts";
import { tokensOf } from "./tokens.ts";
import { worldApp } from "./world-app.ts";

const people = {
  justice: { name: "J. Claes", role: "respondent", organizations: ["justice"] },
  colleague: { name: "K. Adam", role: "respondent", organizations: ["justice"] },
  interior: { name: "I. Bos", role: "respondent", organizations: ["interior"] },
  assessor: { name: "A. Lambert", role: "assessor", organizations: [] },
  editor: { name: "E. Maes", role: "editor", organizations: [] },
  elsewhere: { name: "U. Nia", role: "assessor", organizations: ["unia"] },
  elsewhereEditor: { name: "V. Nia", role: "editor", organizations: ["unia"] },
} as const satisfies Record<string, NewToken>;
type Person = keyof typeof people;

/** The people of the test's matrix, as the table of amendments names them. */
const amender: Record<Person, string> = {
  justice: "respondent",
  colleague: "respondent",
  interior: "anotherRespondent",
  assessor: "assessor",
  editor: "editor",
  elsewhere: "anotherBody",
  elsewhereEditor: "anotherBody",
};

const id = "2013-02-just";

async function serve(database: Database) {
  const app = supertest(await worldApp(database));
  const tokens = await tokensOf(database, people);
  let version = 1;
  /** Every act uses the current version. */
  const send = async (person: Person, method: "post" | "patch", path: string, body: object) => {
    const answer = await app[method](`${basePath}/followUps/${id}/${path}`)
      .set("Authorization", `Bearer ${tokens[person]}`)
      .set("If-Match", `"${version}"`)
      .set("Content-Type", method === "patch" ? "application/merge-patch+json" : "application/json")
      .send(JSON.stringify(body));
    version = answer.body.version ?? version;
    return answer;
  };
  const made = async (person: Person, collection: string, body: object): Promise<string> => {
    const response = await send(person, "post", collection, body);
    expect(response.status, response.text).toBe(201);
    return response.body.entries[0].id;
  };
  return { send, made };
}

const evidence = [{ kind: "document", title: "Circular" }];
const source = { name: "Letter of 1 June" };
let year = 2018;
/** A later day at each call, because a granted move is never moved back. */
const later = () => {
  year += 1;
  return { target: { kind: "implementation" }, to: { on: `${year}-12-31` }, reason: "staff", requestedBy: "Justice" };
};
const finding = { reportingYear: 2015, level: "underWay", rationale: "A draft.", method: "interview" };

type Made = Awaited<ReturnType<typeof serve>>;

/**
 * Whose entries of many kinds are amended by whom, on one follow-up: whose entry it is, and how it could be corrected.
 * What every type lets whom correct is in corrected-like-acts.test.ts.
 */
const kinds: readonly [string, EntryOwner, (record: Made) => Promise<string>, object | undefined][] = [
  ["a response", "addressee", ({ made }) => made("justice", "responses", { position: "accepted" }), { reason: "x" }],
  [
    "a response recorded for it",
    "onBehalf",
    ({ made }) => made("editor", "responses", { position: "accepted", source }),
    { reason: "x" },
  ],
  [
    "a promise",
    "addressee",
    ({ made }) => made("justice", "commitments", { description: "A circular.", due: { on: "2016-01-01" } }),
    { description: "Two circulars." },
  ],
  [
    "an update",
    "addressee",
    ({ made }) => made("justice", "progressUpdates", { reportingYear: 2015, level: "underWay" }),
    { narrative: "x" },
  ],
  [
    "evidence",
    "addressee",
    ({ made }) => made("justice", "evidence", { evidence }),
    { evidence: [{ kind: "law", title: "Act" }] },
  ],
  ["evidence recorded for it", "onBehalf", ({ made }) => made("editor", "evidence", { evidence, source }), undefined],
  [
    "confidential evidence of the assessor",
    "issuingBody",
    ({ made }) => made("assessor", "evidence", { evidence: [{ ...evidence[0], confidential: true }] }),
    { evidence },
  ],
  [
    "an observation",
    "issuingBody",
    ({ made }) => made("editor", "observations", { by: "NGO", text: "No." }),
    undefined,
  ],
  ["a finding", "issuingBody", ({ made }) => made("assessor", "assessments", finding), undefined],
  [
    "a request for a later date",
    "addressee",
    async ({ made }) => {
      await made("justice", "responses", { position: "accepted" });
      return made("justice", "deadlineRequests", later());
    },
    { reason: "x" },
  ],
  [
    "a refusal",
    "issuingBody",
    async ({ made }) => {
      await made("justice", "responses", { position: "accepted" });
      const request = await made("justice", "deadlineRequests", later());
      return made("editor", "deadlineChanges", { request, decision: "refused", reason: "no", decidedBy: "The King" });
    },
    undefined,
  ],
  [
    "a retraction of the assessor",
    "issuingBody",
    async ({ made }) =>
      made("assessor", "retractions", { retracts: await made("assessor", "assessments", finding), reason: "wrong" }),
    undefined,
  ],
  [
    "a retraction of the addressee",
    "addressee",
    async ({ made }) =>
      made("justice", "retractions", {
        retracts: await made("justice", "responses", { position: "accepted" }),
        reason: "wrong",
      }),
    undefined,
  ],
];

/** What an assessor cannot record, he does not take back either. */
const editorsAlone = ["an observation", "a refusal"];

describeDatabase("who may amend whose entry, over HTTP", (open) => {
  test.each(kinds)("%s (%s)", { timeout: 60_000 }, async (kind, voice, make, change) => {
    const { database } = await open(world);
    const record = await serve(database);
    for (const person of Object.keys(people) as Person[]) {
      const sides = (amendments[voice] as readonly string[]).includes(amender[person]);
      const may = sides && !(amender[person] === "assessor" && editorsAlone.includes(kind));
      for (const act of change === undefined ? ["retract"] : ["correct", "retract"]) {
        const entry = await make(record);
        const answer =
          act === "correct"
            ? await record.send(person, "patch", `entries/${entry}`, change ?? {})
            : await record.send(person, "post", "retractions", { retracts: entry, reason: "the wrong follow-up" });
        const told = `${person} would ${act} it: ${answer.text}`;
        expect(answer.status, told).toBe(may ? (act === "correct" ? 200 : 201) : 403);
        if (may) expect(answer.body.entries[0].author.id).not.toBe(people[person].name);
      }
    }
    expect((await verifyAudit(database)).fault).toBeUndefined();
  });
});
