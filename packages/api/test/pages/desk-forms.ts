import type { Database } from "@heed/store";
import supertest from "supertest";
import { expect } from "vitest";
import type { AppOptions } from "../../src/app.ts";
import { basePath } from "../../src/contract/base-path.ts";
import { deskApp, type SignedIn } from "./desk-app.ts";

export type Fields = Readonly<Record<string, string>>;

/** What a browser tells of a form that a page of the service itself sends. */
export const ownForm = { "Sec-Fetch-Site": "same-origin" };

/** The desks of the example world, by who is signed in. */
export function servedDesks(database: Database, options: Partial<AppOptions> = {}) {
  const app = supertest(deskApp(database, options));
  const as = (by: SignedIn | undefined) => (by === undefined ? "" : `visitor=${by}`);
  const get = (by: SignedIn | undefined, path: string) => app.get(path).set("Cookie", as(by));
  const send = (by: SignedIn | undefined, path: string, fields: Fields) =>
    app.post(path).type("form").set(ownForm).set("Cookie", as(by)).send(new URLSearchParams(fields).toString());
  /** A form with files, each by its field. */
  const bring = (by: SignedIn, path: string, fields: Fields, files: Readonly<Record<string, [Buffer, string]>>) => {
    let request = app.post(path).set(ownForm).set("Cookie", as(by));
    for (const [name, text] of Object.entries(fields)) request = request.field(name, text);
    for (const [name, [bytes, filename]] of Object.entries(files)) request = request.attach(name, bytes, { filename });
    return request;
  };
  /** What the form of a page sends unseen. */
  const hidden = async (by: SignedIn, path: string): Promise<Fields> => {
    const { status, text } = await get(by, path);
    expect(status, path).toBe(200);
    return hiddenIn(text);
  };
  const entriesOf = async (followUp: string) =>
    (await app.get(`${basePath}/followUps/${followUp}`)).body.entries as { type: string; id: string }[];
  return { database, app, get, send, bring, hidden, entriesOf };
}

/** What the form of a page sends besides what is typed: hidden fields, and what stands in its lines. */
export function hiddenIn(text: string): Fields {
  const [form = ""] = /<form class="heed-form.*?<\/form>/s.exec(text) ?? [];
  const found = [
    ...form.matchAll(/<input type="hidden" name="([\w.]+)" value="([^"]*)"/g),
    ...form.matchAll(/<input class="govuk-input"[^>]* name="([\w.]+)" type="text" value="([^"]*)"/g),
  ];
  return Object.fromEntries(found.map(([, name = "", value = ""]) => [name, value]));
}
