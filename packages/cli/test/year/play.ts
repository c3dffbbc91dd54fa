import { createApp } from "@heed/api";
import { createToken, type Database } from "@heed/store";
import supertest from "supertest";
import { expect } from "vitest";
import { basePath } from "../../../api/src/contract/base-path.ts";
import { operations } from "../../../api/src/operations/operations.ts";
import { trackerOf } from "../../../api/src/tracker.ts";
import { actors, type Step } from "./the-year.ts";

/** The ids of what the steps created, by the names that the steps give. */
export type Names = Map<string, string>;

/** Performs one step. Answers, as JSON, what it created. */
export type Play = (step: Step, names: Names) => Promise<unknown>;

/** Plays the steps in order. `before` is called with each step, to set the clock. */
export async function playAll(steps: readonly Step[], play: Play, before: (step: Step, index: number) => void) {
  const names: Names = new Map();
  for (const [index, step] of steps.entries()) {
    before(step, index);
    const made = await play(step, names);
    if (step.as !== undefined) remember(step.as, made, names);
  }
}

type Thing = { id?: string; followUps?: { id: string; addressee: string }[] };

/** What the command line or the service answers about what it created. */
type Made = { body?: Thing; items?: Thing[]; entries?: Thing[] } & {
  [Kind in "report" | "recommendation" | "reportingCycle" | "levelOverride" | "organization"]?: Thing;
};

function remember(name: string, answer: unknown, names: Names): void {
  const made = answer as Made;
  const thing =
    made.body ??
    made.items?.[0] ??
    made.entries?.[0] ??
    made.report ??
    made.recommendation ??
    made.reportingCycle ??
    made.levelOverride ??
    made.organization;
  if (thing?.id === undefined) throw new Error(`${name} has no id in ${JSON.stringify(answer)}`);
  names.set(name, thing.id);
  for (const { id, addressee } of thing.followUps ?? []) names.set(`${name}:${addressee}`, id);
}

function filled(text: string, names: Names): string {
  return text.replace(/\{([a-z][\w:-]*)\}/g, (_, name: string) => {
    const id = names.get(name);
    if (id === undefined) throw new Error(`no step made ${name}`);
    return id;
  });
}

/** Plays through `run`, which runs the command line with arguments and answers what it printed. */
export function byCommands(run: (args: readonly string[], step: Step) => Promise<string>): Play {
  return async (step, names) => {
    const actor: { name: string; role: string; organization?: string } = actors[step.by];
    const own = argumentsOf(step, names);
    const who = ["--as", actor.name, "--role", actor.role];
    const whom = actor.organization === undefined ? [] : ["--for", actor.organization];
    return JSON.parse(await run([...own, ...who, ...whom, "--format", "json"], step));
  };
}

function argumentsOf({ heed }: Step, names: Names): string[] {
  return heed.map((each) => (/^\{"/.test(each) ? each : filled(each, names)));
}

/** Plays through commands that act by a service: the token tells who does. */
export function byCommandsAt(
  database: Database,
  run: (args: readonly string[], token: string, step: Step) => Promise<string>,
): Play {
  const tokenOf = tokensOf(database);
  return async (step, names) =>
    JSON.parse(await run([...argumentsOf(step, names), "--format", "json"], await tokenOf(step), step));
}

/** Plays through the service without a port: one token for each actor, and the entity tag of what was read. */
export function byRequests(database: Database): Play {
  const app = supertest(createApp({ ...trackerOf(database), isUp: async () => true }));
  const tokenOf = tokensOf(database);
  return async (step, names) => {
    const [method, path, body] = step.http;
    const token = await tokenOf(step);
    const address = basePath + filled(path, names);
    const [, collection = "", id] = filled(path, names).split("/");
    const tag =
      id === undefined
        ? undefined
        : (await app.get(`${basePath}/${collection}/${id}`).set("Authorization", `Bearer ${token}`)).headers.etag;
    const request = app[method](address)
      .set("Authorization", `Bearer ${token}`)
      .set("Content-Type", method === "patch" ? "application/merge-patch+json" : "application/json");
    if (tag !== undefined) request.set("If-Match", tag);
    const response = await request.send(body === undefined ? undefined : filled(JSON.stringify(body), names));
    expect(response.status, `${method} ${path}: ${response.text}`).toBeLessThan(300);
    if (response.status !== 204) outputOf(method, filled(path, names)).parse(response.body);
    return response.body;
  };
}

/** The strict schema of what an operation answers. */
function outputOf(method: string, path: string) {
  const found = operations.find(
    (each) => each.method === method && new RegExp(`^${each.path.replaceAll(/\{\w+\}/g, "[^/]+")}$`).test(path),
  );
  if (found === undefined) throw new Error(`no operation is ${method} ${path}`);
  return found.output;
}

/** One token for each actor, made when it is first needed. */
function tokensOf(database: Database): (step: Pick<Step, "by" | "at">) => Promise<string> {
  const tokens = new Map<Step["by"], string>();
  return async ({ by, at }) => {
    const token = tokens.get(by) ?? (await newToken(database, by, at));
    tokens.set(by, token);
    return token;
  };
}

async function newToken(database: Database, by: Step["by"], at: string): Promise<string> {
  const { name, role, ...of }: { name: string; role: "editor" | "assessor" | "respondent"; organization?: string } =
    actors[by];
  const organizations = await database.all<{ id: string }>("SELECT id FROM organization WHERE code = ?", [
    of.organization ?? "",
  ]);
  return createToken(database, { name, role, organizations: organizations.map(({ id }) => id) }, at);
}
