import type { AddressInfo } from "node:net";
import express, { type Request, type Response } from "express";
import { answerAsked } from "../baseline/asked.ts";
import { bareSql } from "../baseline/bare-sql.ts";
import { countOverdue, list, overduePast, overdueToday, progress, search, timeline } from "../baseline/reads.ts";
import { type BaselineUpdate, recordUpdate } from "../baseline/update.ts";
import { floorOf } from "../floor/floor-of.ts";
import type { Question } from "../questions/question.ts";
import { questions } from "../questions/questions.ts";

/** A plain Express handler on the driver itself, in a process of its own; it reports its port. */
const sql = bareSql(process.argv[2] ?? "");
const app = express();
const asOf = (request: Request) => String(request.query.asOf);
const get = (path: string, answer: (request: Request) => Promise<object>) =>
  app.get(path, async (request: Request, response: Response) => {
    response.json(await answer(request));
  });

get("/nothing", async () => ({}));
get("/list", (request) => list(sql, asOf(request)));
get("/overdue", (request) => overdueToday(sql, asOf(request)));
get("/count", (request) => countOverdue(sql, asOf(request)));
get("/past", (request) => overduePast(sql, asOf(request)));
get("/timeline/:id", (request) => timeline(sql, asOf(request), String(request.params.id)));
get("/progress", (request) => progress(sql, asOf(request)));
get("/search", (request) => search(sql, asOf(request), String(request.query.language), String(request.query.q)));
const asked = new Map<string, Question>();
get("/asked", async ({ query }) => {
  if (asked.size === 0) for (const each of questions(await floorOf(sql))) asked.set(each.name, each);
  const { name, day, value = [] } = query as { name: string; day: string; value?: string | string[] };
  return answerAsked(sql, asked.get(name) as Question, typeof value === "string" ? [value] : value, day);
});
app.post("/update/:id", express.json(), async (request: Request, response: Response) => {
  const token = String(request.get("authorization")).replace("Bearer ", "");
  const made = await recordUpdate(sql, String(request.params.id), token, request.body as BaselineUpdate);
  response.status(made ? 201 : 409).json(made ?? {});
});

const server = app.listen(0, "127.0.0.1", () => {
  process.stdout.write(`${(server.address() as AddressInfo).port}\n`);
});
// A connection waits for its next question as long as the other side takes.
server.keepAliveTimeout = 600_000;
process.once("SIGTERM", () => process.exit(0));
