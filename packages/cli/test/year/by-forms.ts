import { type ActName, acts, dayOf, defaultSettings, type Person } from "@heed/core";
import type { Database } from "@heed/store";
import { createApp } from "../../../api/src/app.ts";
import { trackerOf } from "../../../api/src/tracker.ts";
import { aPdf } from "../../../files/test/evidence-files.ts";
import { isFormAct } from "../../../portal/src/desk/form/act-fields.ts";
import { valuesOf } from "../../../portal/src/desk/form/values.ts";
import { type Brought, formBrowser, namesIn, type Opened, type Typed } from "./form-browser.ts";
import { misusing } from "./misused.ts";
import { filled, type Play } from "./play.ts";
import { registerForms } from "./register-forms.ts";
import { actors, type Step } from "./the-year.ts";

/**
 * Plays through the forms of the desk, as a browser without script sends them; each is misused, too. `sendAllAgain` sends all of
 * them once more.
 */
export function byForms(database: Database): { play: Play; sendAllAgain: () => Promise<void> } {
  const app = createApp({
    ...trackerOf(database),
    isUp: async () => true,
    visitorOf: async ({ headers }) => {
      const by = /(?:^|; )visitor=(\w+)/.exec(headers.cookie ?? "")?.[1] as Step["by"];
      const person = await personOf(database, by);
      return { person, reader: { rights: person.rights, today: dayOf(defaultSettings, new Date().toISOString()) } };
    },
  });
  const { sendAs, sendAllAgain } = misusing(app, database);
  const play: Play = async (step, names) => {
    const cookie = `visitor=${step.by}`;
    const browser = formBrowser(app, cookie, sendAs(cookie));
    const [method, path, body] = step.http;
    const given: unknown = body === undefined ? {} : JSON.parse(filled(JSON.stringify(body), names, { but: "file" }));
    const to = filled(path, names);
    const form = [...onFollowUps, ...registerForms].find((each) => each.method === method && each.path.test(to));
    if (form === undefined) throw new Error(`no form does ${method} ${path}`);
    const [, ...parts] = form.path.exec(to) ?? [];
    const done = await form.play({ browser, database, parts, given: given as never, step });
    return step.as === undefined ? {} : madeBy(database, step, done, form.makes);
  };
  return { play, sendAllAgain };
}

async function personOf(database: Database, by: Step["by"]): Promise<Person> {
  const { name, role, organization }: { name: string; role: Person["rights"][number]["role"]; organization?: string } =
    actors[by];
  const organizations = await database.all<{ id: string }>("SELECT id FROM organization WHERE code = ?", [
    organization ?? "",
  ]);
  return { id: `u-${by}`, name, rights: [{ role, organizations: organizations.map(({ id }) => id) }] };
}

const desk = "/en/desk";

/** What was made, as the other surfaces answer it: by the address where the form led to, or what was recorded last. */
async function madeBy(database: Database, { at }: Step, { address }: Opened, table?: string) {
  const entry = /\/receipts\/([^/?]+)/.exec(decodeURIComponent(address))?.[1];
  if (entry !== undefined) return { entries: [{ id: entry }] };
  const [, id] = /\/desk\/\w+\/([^/?]+)\?done=/.exec(address) ?? [];
  if (table === undefined && id !== undefined) {
    const named = decodeURIComponent(id);
    const followUps = await database.all<{ id: string; addressee: string }>(
      "SELECT id, addressee_id AS addressee FROM follow_up WHERE recommendation_id = ?",
      [named],
    );
    return { id: named, followUps };
  }
  const [last] = await database.all<{ id: string }>(`SELECT id FROM ${table} WHERE recorded_at = ?`, [
    at.replace("Z", ".000Z"),
  ]);
  return { id: last?.id };
}

type ActInput = Readonly<Record<string, unknown>>;

const actOfCollection = new Map(
  Object.entries(acts).map(([name, act]) => ["collection" in act.operation ? act.operation.collection : "", name]),
);

/** The fields of an act's form, as somebody types them who means this input. */
function typedFor(act: ActName, input: ActInput): Typed {
  if (!isFormAct(act)) throw new Error(`${act} has no form`);
  return Object.fromEntries([...valuesOf(act, input, "en")].filter(([name]) => !name.endsWith(".file")));
}

/** The forms of acts on follow-ups and of their drafts, by the request that does the same. */
const onFollowUps: typeof registerForms = [
  {
    method: "post",
    path: /^\/followUps\/([^/]+)\/drafts$/,
    play: async ({ browser, parts: [id], given }) => {
      const { act, input } = given as { act: ActName; input: ActInput };
      return browser.press(await browser.open(`${desk}/follow-ups/${id}/${act}`), "save", typedFor(act, input));
    },
  },
  ...(
    [
      ["submission", "submit"],
      ["secondReadings", "askReading"],
      ["approvals", "approve"],
    ] as const
  ).map(([last, does]): (typeof registerForms)[number] => ({
    method: "post",
    path: new RegExp(`^/drafts/([^/]+)/${last}$`),
    play: async ({ browser, parts: [id], given }) => {
      const { note } = given as { note?: string };
      const page = await browser.open(`${desk}/drafts/${id}`);
      return browser.press(page, does, note === undefined ? {} : { "askReading.note": note });
    },
  })),
  {
    method: "patch",
    path: /^\/followUps\/([^/]+)\/entries\/([^/]+)$/,
    play: async ({ browser, parts: [id, entry], given }) => {
      const page = await browser.open(`${desk}/follow-ups/${id}/entries/${entry}`);
      return browser.press(await browser.press(page, "preview", given as Typed), "correct");
    },
  },
  {
    method: "post",
    path: /^\/followUps\/([^/]+)\/retractions$/,
    play: async ({ browser, parts: [id], given }) => {
      const { retracts, reason } = given as { retracts: string; reason: string };
      const page = await browser.open(`${desk}/follow-ups/${id}/entries/${retracts}`);
      return browser.press(await browser.press(page, "preview", { "retract.reason": reason }), "retract");
    },
  },
  {
    method: "post",
    path: /^\/followUps\/([^/]+)\/(\w+)$/,
    play: async ({ browser, parts: [id, collection = ""], given, step }) => {
      const act = actOfCollection.get(collection) as ActName;
      const page = await browser.open(`${desk}/follow-ups/${id}/${act}`);
      const brought: Brought = step.file === undefined ? {} : { "evidence.0.upload": { bytes: aPdf, name: step.file } };
      return browser.press(page, "submit", typedFor(act, given as ActInput), brought);
    },
  },
  {
    // Several answers in one form, which has a row for each that is owed; who answered before answers again by the form of that one.
    method: "post",
    path: /^\/acts$/,
    play: async ({ browser, given }) => {
      const page = await browser.open(`${desk}/answers`);
      const rows = namesIn(page).filter((name) => /^r\d+\.followUp$/.test(name));
      const { acts: all } = given as { acts: { followUp: string; input: { position: string } }[] };
      const typed: Record<string, string> = {};
      for (const { followUp, input } of all) {
        const row = rows.find((name) => page.text.includes(`name="${name}" value="${followUp}"`));
        if (row !== undefined) typed[row.replace("followUp", "position")] = input.position;
        else await browser.press(await browser.open(`${desk}/follow-ups/${followUp}/respond`), "submit", input);
      }
      return browser.press(page, "submit", typed);
    },
  },
];
