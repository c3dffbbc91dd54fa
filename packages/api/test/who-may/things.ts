import type supertest from "supertest";
import { expect } from "vitest";
import { aPdf } from "../../../files/test/evidence-files.ts";
import { basePath } from "../../src/contract/base-path.ts";
import type { Asker } from "./persons.ts";
import { followUps } from "./record.ts";

/** What is on one follow-up, by what it is called in the matrix. */
export type Things = Record<
  | "answer"
  | "finding"
  | "confidential evidence"
  | "file"
  | "confidential file"
  | "upload of the addressee"
  | "upload of the body"
  | "draft of the addressee"
  | "draft of the body"
  | "draft in second reading",
  string
>;

const evidence = (file: string, confidential = false) => [
  { kind: "document", title: "Circular", file, ...(confidential && { confidential }) },
];
const update = { reportingYear: 2014, level: "underWay", narrative: "Judges are trained." };
const assessment = { reportingYear: 2014, level: "underWay", rationale: "Half are trained.", method: "interview" };
const closure = { closureReason: "notImplemented", reason: "Nothing was done." };

/** Puts the same on each follow-up, by who answers it and by the assessor. */
export async function thingsOn(app: ReturnType<typeof supertest>, all: readonly Asker[]): Promise<Map<string, Things>> {
  const assessor = all.find(({ name }) => name === "assessor")?.token;
  const made = new Map<string, Things>();
  for (const followUp of [followUps.own, followUps.inherited, followUps.collective]) {
    const addressee = all.find((each) => each.followUp === followUp && each.acts.includes("respondent"))?.token;
    const post = async (token: string | undefined, path: string, body: object | Buffer) => {
      const request = app
        .post(basePath + path)
        .set("Authorization", `Bearer ${token}`)
        .set("If-Match", "*");
      const sent = Buffer.isBuffer(body) ? request.set("Content-Type", "application/octet-stream") : request;
      const answer = await sent.send(body);
      expect(answer.status, `${path}: ${answer.text}`).toBe(201);
      return answer.body;
    };
    const on = `/followUps/${followUp}`;
    const upload = (token: string | undefined, words: string) =>
      post(token, "/files?name=letter.pdf", Buffer.concat([aPdf, Buffer.from(`% ${followUp} ${words}\n%%EOF\n`)]));
    const entry = async (token: string | undefined, collection: string, body: object) =>
      (await post(token, `${on}/${collection}`, body)).entries[0].id as string;
    const draft = async (token: string | undefined, act: string, input: object) =>
      (await post(token, `${on}/drafts`, { act, input })).id as string;
    const [shown, secret, unnamed, ofBody] = [
      await upload(addressee, "shown"),
      await upload(addressee, "secret"),
      await upload(addressee, "unnamed"),
      await upload(assessor, "of the body"),
    ];
    await entry(addressee, "evidence", { evidence: evidence(shown.id) });
    const reading = await draft(assessor, "close", closure);
    await post(assessor, `/drafts/${reading}/secondReadings`, {});
    made.set(followUp, {
      answer: await entry(addressee, "responses", { position: "accepted" }),
      "confidential evidence": await entry(addressee, "evidence", { evidence: evidence(secret.id, true) }),
      finding: await entry(assessor, "assessments", assessment),
      file: shown.digest,
      "confidential file": secret.digest,
      "upload of the addressee": unnamed.id,
      "upload of the body": ofBody.id,
      "draft of the addressee": await draft(addressee, "update", update),
      "draft of the body": await draft(assessor, "assess", assessment),
      "draft in second reading": reading,
    });
  }
  return made;
}
