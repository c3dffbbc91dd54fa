import type { createApp } from "@heed/api";
import type { Database } from "@heed/store";
import supertest, { type Response as Answer } from "supertest";
import { expect } from "vitest";
import type { Send, SentForm } from "./form-browser.ts";
import { tablesOf } from "./same-content.ts";

/** What a browser tells of a form of another site, of one that hides where it comes from, and one that is too old to tell. */
const elsewhere: readonly Record<string, string>[] = [
  { "Sec-Fetch-Site": "cross-site" },
  { "Sec-Fetch-Site": "same-site", Origin: "http://other.localhost" },
  { Origin: "https://evil.example" },
  { Origin: "null" },
  {},
];

/** A form that was sent, by whom, and where it led. */
type Sent = { form: SentForm; cookie: string; led: string | undefined };

/**
 * Sends forms as they are, and also as they are misused: before, from another site, which is refused; after, the same bytes once
 * more, which leads to the same. Neither writes a row. `sendAllAgain` sends all of them once more, in their order. Whatever a misuse
 * meets is the pages' own, and the acts' answers to a repeat are tried on both databases (idempotency.test.ts): here on SQLite alone.
 */
export function misusing(app: ReturnType<typeof createApp>, database: Database) {
  const service = supertest(app);
  const isTried = database.dialect === "sqlite";
  const all: Sent[] = [];

  function post({ action, type, body }: SentForm, cookie: string, from: Record<string, string>): Promise<Answer> {
    return service.post(action).set("Cookie", cookie).set(from).set("Content-Type", type).send(body);
  }
  const fromHere = (form: SentForm, cookie: string) => post(form, cookie, { "Sec-Fetch-Site": "same-origin" });

  async function sendMisused(form: SentForm, cookie: string): Promise<Answer> {
    const before = await sizes(database);
    const refused = await post(form, cookie, elsewhere[all.length % elsewhere.length] ?? {});
    expect([refused.status, refused.text.includes("was not sent from a page")], nameOf(form)).toEqual([403, true]);
    expect(await sizes(database), `${nameOf(form)}, from another site`).toEqual(before);
    const answer = await fromHere(form, cookie);
    const led = answer.headers.location;
    all.push({ form, cookie, led });
    const after = await sizes(database);
    const again = await fromHere(form, cookie);
    expect([again.status, again.headers.location], `${nameOf(form)}, again`).toEqual([answer.status, led]);
    expect(await sizes(database), `${nameOf(form)}, again`).toEqual(after);
    return answer;
  }

  /** A year later each leads where it led, or tells why it does not; not one writes a row. */
  async function sendAllAgain(): Promise<void> {
    const before = await sizes(database);
    let same = 0;
    for (const { form, cookie, led } of all) {
      const { status, headers, text } = await fromHere(form, cookie);
      if (led !== undefined && headers.location === led) same++;
      else {
        expect([404, 409, 422], nameOf(form)).toContain(status);
        if (status !== 404) expect(text, nameOf(form)).toMatch(/govuk-error-summary__list">\s*<li>.*\w/s);
      }
    }
    expect(await sizes(database), "all of them, once more").toEqual(before);
    expect(same / all.length).toBeGreaterThan(0.75);
  }

  return {
    sendAs:
      (cookie: string): Send =>
      (form) =>
        isTried ? sendMisused(form, cookie) : fromHere(form, cookie),
    sendAllAgain: async () => {
      if (isTried) await sendAllAgain();
    },
  };
}

function nameOf({ action, does }: SentForm): string {
  return `${does} at ${action}`;
}

/** How many rows each table has. */
async function sizes(database: Database): Promise<Record<string, number>> {
  const counts = (await tablesOf(database)).map((table) => `SELECT '${table}' AS name, count(*) AS size FROM ${table}`);
  const rows = await database.all<{ name: string; size: number | bigint }>(counts.join(" UNION ALL "));
  return Object.fromEntries(rows.map(({ name, size }) => [name, Number(size)]));
}
