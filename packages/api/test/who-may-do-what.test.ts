import { readFileSync } from "node:fs";
import { acts } from "@heed/core";
import { registerActs } from "@heed/core/acts/acts";
import type { FollowUpAct } from "@heed/core/acts/follow-up-act";
import { rolesOfAct } from "@heed/core/acts/permit";
import type { RegisterAct } from "@heed/core/register/register-act";
import supertest from "supertest";
import { expect, test } from "vitest";
import { describeDatabase } from "../../store/test/describe-database.ts";
import { operations } from "../src/operations/operations.ts";
import { type Answer, type Ask, asking } from "./who-may/asking.ts";
import { type Asker, askers } from "./who-may/persons.ts";
import { record } from "./who-may/record.ts";
import { type Row, rowsOf } from "./who-may/rows.ts";
import { type Things, thingsOn } from "./who-may/things.ts";

/**
 * SQLite is asked every cell, always; `-u` after the file writes the page anew. PostgreSQL is asked each answer of each row by one
 * person, another one in each row; every cell by `HEED_WHO_MAY=1`.
 */
const asksEveryCell = process.env.HEED_WHO_MAY !== undefined;

test("the page has a row for each operation, as it is tried", () => {
  const written = readFileSync(new URL("./who-may-do-what.md", import.meta.url), "utf8");
  for (const { name } of operations.flatMap(rowsOf)) expect(written).toContain(`| ${name} |`);
});

/** What SQLite answered, by row. */
const answeredBefore = new Map<string, readonly string[]>();

describeDatabase("who may do what", (open) => {
  test("is one matrix of every operation and every kind of person", { timeout: 600_000 }, async () => {
    const { database } = await open(record);
    const all = await askers(database);
    const { ask, prepared, end } = asking(database);
    const things = await thingsOn(supertest(prepared), all);
    const cells: string[][] = [];
    for (const [place, row] of operations.flatMap(rowsOf).entries()) {
      const before = asksEveryCell ? undefined : answeredBefore.get(row.name);
      const answers: string[] = [];
      // One after the other: who asks for a document while many are written is told to wait.
      for (const [column, asker] of all.entries())
        answers.push(
          before === undefined || isOneOfItsAnswer(before, column, place)
            ? await tried(ask, row, asker, things)
            : (before[column] ?? ""),
        );
      cells.push([row.name, ...answers]);
    }
    end();
    for (const [name = "", ...answers] of cells) answeredBefore.set(name, answers);
    expect(otherThanTheRules(all, cells)).toEqual([]);
    await expect(page(all, cells)).toMatchFileSnapshot("who-may-do-what.md");
  });
});

/** Whether the person of a column is the one of those with the same answer who is asked in this row. */
function isOneOfItsAnswer(before: readonly string[], column: number, place: number): boolean {
  const same = before.flatMap((answer, each) => (answer === before[column] ? [each] : []));
  return same[place % same.length] === column;
}

/** What came of it: `yes` for whatever is no refusal, such as an input that lacks something. */
async function tried(
  ask: Ask,
  row: Row,
  { token, followUp }: Asker,
  things: ReadonlyMap<string, Things>,
): Promise<string> {
  const { path, body } = row.sent(followUp, things.get(followUp) as Things);
  const answer = await ask(row.operation, path, { token, body });
  const status = ofSeveral.includes(row.operation.id) ? statusOfFirst(answer) : answer.status;
  expect(status, `${row.operation.id}: ${answer.text}`).toBeLessThan(500);
  return [401, 403, 404].includes(status) ? String(status) : "yes";
}

/** They answer what became of each. */
const ofSeveral = ["performActs", "submitDrafts"];

function statusOfFirst({ status, text }: Answer): number {
  return JSON.parse(text).items?.[0]?.problem?.status ?? status;
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
