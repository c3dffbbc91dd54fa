import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { acts } from "@heed/core";
import { registerActs } from "@heed/core/acts/acts";
import type { FollowUpAct } from "@heed/core/acts/follow-up-act";
import { rolesOfAct } from "@heed/core/acts/permit";
import type { RegisterAct } from "@heed/core/register/register-act";
import supertest from "supertest";
import { expect, test } from "vitest";
import { describeDatabase } from "../../store/test/describe-database.ts";
import { createApp } from "../src/app.ts";
import { basePath } from "../src/contract/base-path.ts";
import { operations } from "../src/operations/operations.ts";
import { trackerOf } from "../src/tracker.ts";
import { type Asker, askers } from "./who-may/persons.ts";
import { record } from "./who-may/record.ts";
import { type Row, rowsOf } from "./who-may/rows.ts";
import { type Things, thingsOn } from "./who-may/things.ts";
import { undoing } from "./who-may/undone.ts";

/** It takes two minutes on both databases: `HEED_WHO_MAY=1` asks for it, with `-u` after the file to write the page anew. */
const isAsked = process.env.HEED_WHO_MAY !== undefined;

const now = () => new Date("2015-06-30T10:00:00+02:00");

test("the page has a row for each operation, as it is tried", () => {
  const written = readFileSync(new URL("./who-may-do-what.md", import.meta.url), "utf8");
  for (const { name } of operations.flatMap(rowsOf)) expect(written).toContain(`| ${name} |`);
});

const matrix = (open: Parameters<Parameters<typeof describeDatabase>[1]>[0]) => {
  test("is one matrix of every operation and every kind of person", { timeout: 600_000 }, async () => {
    const { database } = await open(record);
    const all = await askers(database);
    const appOn = (each: typeof database) => createApp({ ...trackerOf(each), isUp: async () => true, now });
    const things = await thingsOn(supertest(appOn(database)), all);
    const server = createServer(appOn(undoing(database))).listen(0, "127.0.0.1");
    const app = supertest(server);
    const cells: string[][] = [];
    for (const row of operations.flatMap(rowsOf)) {
      const answers: string[] = [];
      // One after the other: who asks for a document while many are written is told to wait.
      for (const asker of all) answers.push(await tried(app, row, asker, things));
      cells.push([row.name, ...answers]);
    }
    server.close();
    expect(otherThanTheRules(all, cells)).toEqual([]);
    await expect(page(all, cells)).toMatchFileSnapshot("who-may-do-what.md");
  });
};

if (isAsked) describeDatabase("who may do what", matrix);

/** What came of it: `yes` for whatever is no refusal, such as an input that lacks something. */
async function tried(
  app: ReturnType<typeof supertest>,
  { operation, sent }: Row,
  { token, followUp }: Asker,
  things: ReadonlyMap<string, Things>,
): Promise<string> {
  const { path, body } = sent(followUp, things.get(followUp) as Things);
  const request = app[operation.method](basePath + path);
  if (token !== undefined) request.set("Authorization", `Bearer ${token}`);
  const answer = await (operation.method === "get"
    ? request
    : request
        .set("If-Match", "*")
        .set(
          "Content-Type",
          operation.takesFile
            ? "application/octet-stream"
            : operation.method === "patch"
              ? "application/merge-patch+json"
              : "application/json",
        )
        .send(operation.takesFile ? "Judges are trained.\n" : JSON.stringify(body ?? {})));
  const status = answer.body?.items?.[0]?.problem?.status ?? answer.status;
  expect(status, `${operation.id}: ${answer.text}`).toBeLessThan(500);
  return [401, 403, 404].includes(status) ? String(status) : "yes";
}

/** Where a cell of an act is not as its row of the registry says, whether it is done alone, among several, or drafted. */
function otherThanTheRules(all: readonly Asker[], cells: readonly string[][]): string[] {
  const rows = new Map(cells.map(([name, ...row]) => [name, row]));
  const expected = (name: string, roles: readonly string[], of: "acts" | "keeps") =>
    all.map(({ token, only, ...asker }) => {
      if (token === undefined || asker.name === "expired") return "401";
      const may = asker[of].some((role) => roles.includes(role));
      return may && (only === undefined || only.includes(name)) ? "yes" : "403";
    });
  const found: string[] = [];
  const compare = (name: string, row: readonly string[]) => {
    const cell = rows.get(name);
    if (JSON.stringify(cell) !== JSON.stringify(row)) found.push(`${name}: ${cell}, not ${row}`);
  };
  for (const [name, act] of Object.entries<FollowUpAct>(acts)) {
    const row = expected(name, rolesOfAct(act), "acts");
    if (act.amends) continue;
    compare(`POST /acts, ${name}`, row);
    compare(`POST /followUps/{id}/drafts, ${name}`, row);
    if (act !== acts.close && "collection" in act.operation)
      compare(`POST /followUps/{id}/${act.operation.collection}`, row);
  }
  for (const { name, roles, operation } of Object.values<RegisterAct>(registerActs))
    if (!forAllBodies.includes(name))
      compare(`${operation.method.toUpperCase()} ${operation.path}`, expected(name, roles, "keeps"));
  return found;
}

/** What is no issuing body's: for an editor of every one of them. */
const forAllBodies = ["addOrganization", "changeOrganizations", "correctOrganization", "changeSettings"];

function page(all: readonly Asker[], cells: readonly string[][]): string {
  const line = (each: readonly string[]) => `| ${each.join(" | ")} |`;
  return [
    "# Who may do what",
    "",
    "Written by who-may-do-what.test.ts, which holds it. `yes`: it is not refused, so that only what is sent or the state of the thing",
    "decides. 401: nobody, or a token that is not valid. 403: not for this person. 404: for this person it does not exist.",
    "",
    line(["operation", ...all.map(({ name }) => name)]),
    line(["---", ...all.map(() => "---")]),
    ...cells.map(line),
    "",
  ].join("\n");
}
