import type { Database } from "@heed/store";
import supertest from "supertest";
import { expect, test } from "vitest";
import { aPdf } from "../../files/test/evidence-files.ts";
import { describeDatabase } from "../../store/test/describe-database.ts";
import { imported } from "../../store/test/importing.ts";
import { createApp } from "../src/app.ts";
import { basePath } from "../src/contract/base-path.ts";
import type { Operation } from "../src/contract/operation.ts";
import { operations } from "../src/operations/operations.ts";
import { trackerOf } from "../src/tracker.ts";
import { tokensOf } from "./tokens.ts";
import { followUps, record } from "./who-may/record.ts";

const now = () => new Date("2015-06-30T10:00:00+02:00");
const isHidden = (id: string) => id === "hidden" || id === "unseen" || id === followUps.hidden;

/** What everybody may see, before anything else is there. */
const shown = {
  ...record,
  reports: record.reports.filter(({ id }) => !isHidden(id)),
  recommendations: record.recommendations.filter(({ id }) => !isHidden(id)),
  followUps: record.followUps.filter(({ id }) => !isHidden(id)),
  reportSections: record.reportSections.filter(({ report }) => !isHidden(report)),
};

const persons = {
  ministry: { name: "J. Claes", role: "respondent", organizations: ["ministry"] },
  other: { name: "I. Bos", role: "respondent", organizations: ["other"] },
  editor: { name: "E. Maes", role: "editor", organizations: [] },
  assessor: { name: "A. Lambert", role: "assessor", organizations: ["court"] },
  elsewhere: { name: "V. Nia", role: "assessor", organizations: ["watchdog"] },
} as const;
/** Who may not see it. */
const outside = ["public", "other", "elsewhere"] as const;

const ids: Readonly<Record<string, readonly string[]>> = {
  recommendations: ["whole", "second", "unseen"],
  reports: ["published", "hidden"],
  followUps: [followUps.own, followUps.hidden],
  reportingCycles: ["cycle"],
  organizations: ["ministry", "court"],
  organizationChanges: ["absorbed"],
  settingChanges: ["none"],
  collectedItems: ["judgment"],
  reportSections: ["section%20published", "section%20hidden"],
};

async function serve(database: Database) {
  const app = supertest(createApp({ ...trackerOf(database), isUp: async () => true, now }));
  const tokens = await tokensOf(database, persons);
  const as = (who: keyof typeof persons | "public") =>
    who === "public" ? {} : { Authorization: `Bearer ${tokens[who]}` };
  const post = async (who: keyof typeof persons, path: string, body: object | Buffer) => {
    const request = app
      .post(basePath + path)
      .set(as(who))
      .set("If-Match", "*");
    const answer = await (Buffer.isBuffer(body)
      ? request.set("Content-Type", "application/octet-stream")
      : request
    ).send(body);
    expect(answer.status, `${path}: ${answer.text}`).toBe(201);
    return answer.body;
  };
  return { app, as, post };
}

/** A workbook is a zip, whose parts tell after these signs when they were written. */
const zipParts = [
  { begins: "PK\u0003\u0004", time: 6 },
  { begins: "PK\u0001\u0002", time: 8 },
];

function withoutTimes(text: string): string {
  return zipParts.reduce((rest, { begins, time }) => {
    const [first = "", ...parts] = rest.split(begins);
    return [first, ...parts.map((part) => part.slice(0, time) + part.slice(time + 4))].join(begins);
  }, text);
}

/** Each read; in each form, with what could find something hidden, where that is asked for. */
function readsOf({ path, query, table }: Operation, inEachForm: boolean): { path: string; accept?: string }[] {
  const collection = path.replace("/exports", "").split("/")[1] ?? "";
  const filled = (id: string) =>
    path
      .replace("{id}", id)
      .replace("{list}", "themes")
      .replace(/\{\w+\}/, "link");
  const paths = path.includes("{") ? (ids[collection] ?? ["R1"]).map(filled) : [path];
  const names = Object.keys(query?.shape ?? {});
  if (!inEachForm) return paths.map((each) => ({ path: each }));
  const asked = [
    "",
    ...(names.includes("withTotal") ? ["withTotal=true&pageSize=1"] : []),
    ...(names.includes("q") ? ["q=judges"] : []),
    ...(names.includes("from") ? ["from=2013-01-01&to=2016-01-01"] : []),
    ...(names.includes("knownAt") ? ["knownAt=2015-07-01"] : []),
    ...(names.includes("status") ? ["status=draft"] : []),
    ...(names.includes("reportingYear") ? ["reportingYear=2014"] : []),
  ];
  const files = path.includes("/document") ? ["format=md", "format=html"] : ["format=csv", "format=xlsx"];
  const forms = names.includes("format") ? files : [undefined];
  const accepts = table && !names.includes("format") ? [undefined, "text/csv"] : [undefined];
  return paths.flatMap((each) =>
    asked.flatMap((search) =>
      forms.flatMap((form) =>
        accepts.map((accept) => {
          const parts = [search, form].filter((part) => part !== "" && part !== undefined).join("&");
          return { path: parts === "" ? each : `${each}?${parts}`, ...(accept && { accept }) };
        }),
      ),
    ),
  );
}

describeDatabase("what is not for a reader", (open) => {
  test("leaves no byte in any read, form, header or refusal", { timeout: 600_000 }, async () => {
    const { database } = await open();
    await imported(database, shown);
    const { app, as, post } = await serve(database);
    await post("ministry", `/followUps/${followUps.own}/responses`, { position: "accepted" });
    const seen = async () => {
      const all = new Map<string, unknown>();
      for (const who of outside)
        for (const operation of operations.filter(
          ({ method, id }) => method === "get" && id !== "listAuditCheckpoints",
        ))
          for (const { path, accept } of readsOf(operation, who === "public")) {
            const request = app
              .get(basePath + path)
              .set(as(who))
              .responseType("blob");
            const { status, headers, body } = await (accept ? request.set("Accept", accept) : request);
            const { date: _, "x-request-id": __, ...told } = headers;
            const text = withoutTimes((body as Buffer).toString("latin1").replace(/"instance":"[^"]+"/, ""));
            all.set(`${who} ${path} ${accept ?? ""}`, [status, told, text]);
          }
      return all;
    };
    // What is asked for by its id is not there yet, and is answered as what never will be.
    const before = await seen();
    expect(before.size).toBeGreaterThan(300);

    const on = `/followUps/${followUps.own}`;
    const file = (who: "ministry" | "assessor", words: string) =>
      post(who, "/files?name=Zq.pdf", Buffer.concat([aPdf, Buffer.from(`% Zq ${words}\n%%EOF\n`)]));
    const evidence = (id: string) => [{ kind: "document", title: "Zq", file: id, confidential: true }];
    const [answered, found, loose, drafted] = [
      await file("ministry", "answered"),
      await file("assessor", "found"),
      await file("ministry", "loose"),
      await file("ministry", "drafted"),
    ];
    await post("ministry", `${on}/evidence`, { evidence: evidence(answered.id) });
    await post("assessor", `${on}/evidence`, { evidence: evidence(found.id) });
    const update = { reportingYear: 2014, level: "fullyImplemented", claim: true, narrative: "Zq judges" };
    await post("ministry", `${on}/drafts`, { act: "update", input: { ...update, evidence: evidence(drafted.id) } });
    const closure = { closureReason: "notImplemented", reason: "Zq judges" };
    const reading = await post("assessor", `${on}/drafts`, { act: "close", input: closure });
    await post("assessor", `/drafts/${reading.id}/secondReadings`, { note: "Zq" });
    await post("editor", "/reports", { issuingBody: "court", reference: "Zq", reportingYear: 2014 });
    await imported(database, record);

    const after = await seen();
    for (const [path, answer] of before) expect(after.get(path), path).toEqual(answer);
    for (const who of outside)
      for (const id of [answered.digest, found.digest, answered.id, loose.id, drafted.digest])
        for (const path of [`/files/${id}`, `/files/${id}/content`]) {
          const told = async (named: string) => {
            const { status, text } = await app.get(basePath + path.replace(id, named)).set(as(who));
            return [status, text.replace(/"instance":"[^"]+"/, "").replaceAll(named, "ID")];
          };
          expect(await told(id)).toEqual(await told(/^[0-9a-f]{64}$/.test(id) ? "0".repeat(64) : "none"));
        }
  });
});
