import type { createApp } from "@heed/api";
import supertest, { type Response as Answer } from "supertest";
import { expect } from "vitest";

/** What is typed in the fields of a form; null unmarks a box or empties a field. */
export type Typed = Readonly<Record<string, string | null>>;
/** A file for a field, by its name. */
export type Brought = Readonly<Record<string, { bytes: Uint8Array; name: string }>>;

/** A page, and the address at which it was in the end. */
export type Opened = { address: string; text: string };

type Control = { name: string; kind: string; value: string; offers: string[] };

/** What a browser sends when a button of a form is pressed, byte for byte. */
export type SentForm = { action: string; does: string; type: string; body: string | Buffer };

/** Sends a form, and answers what came back. */
export type Send = (form: SentForm) => Promise<Answer>;

/**
 * A browser without script, of somebody who is signed in: it fills what a form has, presses one of its buttons, and follows.
 * `send` sends what it fills.
 */
export function formBrowser(app: ReturnType<typeof createApp>, cookie: string, send: Send) {
  const service = supertest(app);

  async function open(address: string): Promise<Opened> {
    const answer = await service.get(address).set("Cookie", cookie);
    expect([address, answer.status]).toEqual([address, 200]);
    return { address, text: answer.text };
  }

  /** Presses the button that does something in the form of a page. Answers the page to which that leads. */
  async function press(page: Opened, does: string, typed: Typed = {}, brought: Brought = {}): Promise<Opened> {
    const form = formWith(page.text, does, [...Object.keys(typed), ...Object.keys(brought)]);
    const fields = filledIn(form, typed).concat([["do", does]]);
    const action = decoded(/ action="([^"]*)"/.exec(form)?.[1] ?? page.address);
    const withFiles = /enctype="multipart/i.test(form);
    if (!withFiles) expect(brought, `${page.address} takes no file`).toEqual({});
    const answer = await send({
      action,
      does,
      ...(await (withFiles ? multipart(fields, brought) : urlEncoded(fields))),
    });
    if (answer.status === 303) return open(answer.headers.location ?? "");
    const faults = [...answer.text.matchAll(/govuk-error-message"[^>]*>(.*?)</g)].map(([, text]) => text);
    expect([page.address, does, answer.status, faults]).toEqual([page.address, does, 200, []]);
    return { address: action, text: answer.text };
  }

  return { open, press };
}

function urlEncoded(fields: [string, string][]): Pick<SentForm, "type" | "body"> {
  return { type: "application/x-www-form-urlencoded", body: new URLSearchParams(fields).toString() };
}

async function multipart(fields: [string, string][], brought: Brought): Promise<Pick<SentForm, "type" | "body">> {
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  for (const [field, { bytes, name }] of Object.entries(brought))
    form.append(field, new Blob([Buffer.from(bytes)]), name);
  const sent = new Response(form);
  return { type: sent.headers.get("content-type") ?? "", body: Buffer.from(await sent.arrayBuffer()) };
}

export type FormBrowser = ReturnType<typeof formBrowser>;

/** The names of what a form of a page has. */
export function namesIn({ text }: Opened): readonly string[] {
  return [...text.matchAll(/ name="([^"]+)"/g)].map(([, name = ""]) => decoded(name));
}

function formWith(text: string, does: string, names: readonly string[]): string {
  const forms = [...text.matchAll(/<form\b.*?<\/form>/gs)].map(([form]) => form);
  const own = forms.filter((form) => form.includes(`name="do" value="${does}"`));
  const found = own.find((form) => names.every((name) => form.includes(` name="${name}"`)));
  if (found === undefined)
    throw new Error(`no form of ${own.length} of the page does ${does} and has all of ${names.join(", ")}`);
  return found;
}

/** What a browser sends of the form: each control as it stands, or as it was typed. */
function filledIn(form: string, typed: Typed): [string, string][] {
  const controls = controlsOf(form);
  for (const [name, value] of Object.entries(typed)) {
    const own = controls.filter((each) => each.name === name);
    const offers = own.flatMap((each) => each.offers);
    if (value !== null && offers.length > 0 && !offers.includes(value))
      throw new Error(`${name} offers ${offers.join(", ")}, not ${value}`);
  }
  const sent = new Map<string, string>();
  for (const { name, kind, value } of controls) {
    const given = typed[name];
    if (kind === "file") continue;
    if (given === undefined) {
      if (value !== "" || kind !== "box") sent.set(name, sent.get(name) || value);
    } else if (given !== null) sent.set(name, given);
    else if (kind !== "box") sent.set(name, "");
  }
  return [...sent];
}

function controlsOf(form: string): Control[] {
  const found = form.matchAll(/<input\b[^>]*>|<textarea\b[^>]*>(.*?)<\/textarea>|<select\b[^>]*>(.*?)<\/select>/gs);
  return [...found].flatMap(([tag, area, options]): Control[] => {
    const name = attribute(tag, "name");
    if (name === undefined) return [];
    if (area !== undefined) return [{ name, kind: "text", value: decoded(area.replace(/^\n/, "")), offers: [] }];
    if (options !== undefined) {
      const all = [...options.matchAll(/<option\b[^>]*>/g)].map(([option]) => option);
      const chosen = all.find((option) => / selected\b/.test(option)) ?? all[0] ?? "";
      const offers = all.map((option) => attribute(option, "value") ?? "");
      return [{ name, kind: "text", value: attribute(chosen, "value") ?? "", offers }];
    }
    const type = attribute(tag, "type") ?? "text";
    const value = attribute(tag, "value") ?? "";
    if (type !== "radio" && type !== "checkbox")
      return [{ name, kind: type === "file" ? "file" : "text", value, offers: [] }];
    return [{ name, kind: "box", value: / checked\b/.test(tag) ? value : "", offers: [value] }];
  });
}

function attribute(tag: string, name: string): string | undefined {
  const value = new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1];
  return value === undefined ? undefined : decoded(value);
}

function decoded(text: string): string {
  return text
    .replaceAll("&quot;", '"')
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&");
}
