import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createApp } from "@heed/api";
import { heedClient, type paths, type Schemas } from "@heed/client";
import { createToken, type Database } from "@heed/store";
import supertest from "supertest";
import { expect } from "vitest";
import { basePath } from "../../../api/src/contract/base-path.ts";
import { operations } from "../../../api/src/operations/operations.ts";
import { trackerOf } from "../../../api/src/tracker.ts";
import { aPdf } from "../../../files/test/evidence-files.ts";
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
type Made = Thing & { body?: Thing; draft?: Thing; items?: Thing[]; entries?: Thing[] } & {
  [Kind in
    | "report"
    | "recommendation"
    | "reportingCycle"
    | "levelOverride"
    | "organization"
    | "link"
    | "collectedItem"
    | "reportSection"]?: Thing;
};

function remember(name: string, answer: unknown, names: Names): void {
  const made = answer as Made;
  const thing =
    made.draft ??
    made.body ??
    (made.id === undefined ? undefined : made) ??
    made.items?.[0] ??
    made.entries?.[0] ??
    made.report ??
    made.recommendation ??
    made.reportingCycle ??
    made.levelOverride ??
    made.organization ??
    made.link ??
    made.collectedItem ??
    made.reportSection;
  if (thing?.id === undefined) throw new Error(`${name} has no id in ${JSON.stringify(answer)}`);
  names.set(name, thing.id);
  for (const { id, addressee } of thing.followUps ?? []) names.set(`${name}:${addressee}`, id);
}

/** A text with the ids of what its `{names}` stand for; one name may be left as it is. */
export function filled(text: string, names: Names, { but }: { but?: string } = {}): string {
  return text.replace(/\{([a-z][\w:-]*)\}/g, (written, name: string) => {
    if (name === but) return written;
    const id = names.get(name);
    if (id === undefined) throw new Error(`no step made ${name}`);
    return id;
  });
}

/** Plays through `run`, which runs the command line with arguments and answers what it printed. */
export function byCommands(run: (args: readonly string[], step: Step) => Promise<string>): Play {
  return async (step, names) => {
    bringForCommand(step, names);
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
  tokenOf: TokenOf,
  run: (args: readonly string[], token: string, step: Step) => Promise<string>,
): Play {
  return async (step, names) => {
    bringForCommand(step, names);
    return JSON.parse(await run([...argumentsOf(step, names), "--format", "json"], await tokenOf(step), step));
  };
}

function bringForCommand({ file }: Step, names: Names): void {
  if (file === undefined) return;
  const path = join(mkdtempSync(join(tmpdir(), "heed-year-")), file);
  writeFileSync(path, aPdf);
  names.set("file", path);
}

/** Plays through the service without a port: one token for each actor, and the entity tag of what was read. */
export function byRequests(database: Database): Play {
  const app = supertest(createApp({ ...trackerOf(database), isUp: async () => true }));
  const tokenOf = tokensOf(database);
  return async (step, names) => {
    const [method, path, body] = step.http;
    const token = await tokenOf(step);
    if (step.file !== undefined) {
      const { body: brought } = await app
        .post(`${basePath}/files?name=${step.file}`)
        .set({ Authorization: `Bearer ${token}`, "Content-Type": "application/octet-stream" })
        .send(aPdf);
      names.set("file", brought.id);
    }
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

/** The year with what one request can do together done by one. */
export function inOneRequest(steps: readonly Step[]): Step[] {
  const first = steps.findIndex(({ together }) => together);
  const [start] = steps.slice(first);
  const all = steps.filter(({ together }) => together);
  if (start === undefined) return [...steps];
  const acts = all.map(({ http: [, path, body] }): Schemas["OneAct"] => ({
    followUp: path.split("/")[2] ?? "",
    act: "respond",
    input: body as Record<string, unknown>,
  }));
  const together: Step = { ...start, http: ["post", "/acts", { acts, together: true }] };
  return [...steps.slice(0, first), together, ...steps.slice(first + all.length)];
}

/** Plays through the client alone, at a service with a port; each request names what was read before. */
export function byClient(tokenOf: TokenOf, address: string): Play {
  return async (step, names) => {
    const [method, path, body] = step.http;
    const heed = heedClient(address, { token: await tokenOf(step) });
    if (step.file !== undefined) {
      const { data } = await heed.POST("/files", {
        params: { query: { name: step.file } },
        headers: { "Content-Type": "application/octet-stream" },
        body: "",
        bodySerializer: () => aPdf,
      });
      names.set("file", data?.id ?? "");
    }
    const to = filled(path, names) as keyof paths;
    const [, collection = "", id] = to.split("/");
    const read = id === undefined ? undefined : await heed.GET(`/${collection}/${id}` as "/reports/{id}", {} as never);
    const { data, error, response } = await heed.request(method as "post", to as "/acts", {
      headers: { "If-Match": read?.response.headers.get("ETag") ?? null },
      body: (body && JSON.parse(filled(JSON.stringify(body), names))) as Schemas["NewActs"],
    });
    expect(response.status, `${method} ${path}: ${JSON.stringify(error)}`).toBeLessThan(300);
    return data;
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

export type TokenOf = (step: Pick<Step, "by" | "at">) => Promise<string>;

/** One token for each actor, made when it is first needed. */
export function tokensOf(database: Database): TokenOf {
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
