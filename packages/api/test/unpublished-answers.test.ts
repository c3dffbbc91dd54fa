import { randomUUID } from "node:crypto";
import { defaultSettings, type Entry, type Person, publicReader, type Reader, RecordFile, readerAs } from "@heed/core";
import type { OutboxMessage } from "@heed/core/reminders/outbox-message";
import {
  addWebhook,
  checkDerived,
  type Database,
  exportRecord,
  noteWebhookEvents,
  readWebhookEvent,
  verifyAudit,
} from "@heed/store";
import supertest from "supertest";
import { expect, test } from "vitest";
import { given } from "../../core/test/builders.ts";
import { workbookText } from "../../files/test/workbook-text.ts";
import { describeDatabase, describeSqlite } from "../../store/test/describe-database.ts";
import { imported } from "../../store/test/importing.ts";
import { createApp } from "../src/app.ts";
import { basePath } from "../src/contract/base-path.ts";
import { operations } from "../src/operations/operations.ts";
import { deliverToFollower } from "../src/reminders/deliver-to-follower.ts";
import type { MailServer } from "../src/reminders/mail-server.ts";
import { followUpItem } from "../src/schemas/present.ts";
import { trackerOf } from "../src/tracker.ts";
import { tokensOf } from "./tokens.ts";
import { followUps, record } from "./who-may/record.ts";

const today = "2015-06-30";
const own = followUps.own;

const persons = {
  ministry: { name: "J. Claes", role: "respondent", organizations: ["ministry"] },
  other: { name: "I. Bos", role: "respondent", organizations: ["other"] },
  editor: { name: "E. Maes", role: "editor", organizations: ["court"] },
  assessor: { name: "A. Lambert", role: "assessor", organizations: ["court"] },
  elsewhere: { name: "V. Nia", role: "editor", organizations: ["watchdog"] },
  everywhere: { name: "E. Peeters", role: "editor", organizations: [] },
  parliament: { name: "P. Lid", role: "parliament", organizations: [] },
} as const;
type Who = keyof typeof persons | "public";
const outside = ["public", "other", "elsewhere", "parliament"] as const;
const inside = ["ministry", "editor", "assessor", "everywhere"] as const;

async function serve(database: Database) {
  const app = supertest(
    createApp({
      ...trackerOf(database),
      isUp: async () => true,
      now: () => new Date(`${today}T10:00:00+02:00`),
      visitorOf: async ({ headers }) => {
        const { name, role, organizations } =
          persons[headers.cookie?.split("visitor=")[1] as keyof typeof persons] ?? {};
        const person: Person | undefined = name && { id: name, name, rights: [{ role, organizations }] };
        return person && { person, reader: { rights: person.rights, today } };
      },
    }),
  );
  const { parliament: _, ...withToken } = persons;
  const tokens: Partial<Record<Who, string>> = await tokensOf(database, withToken);
  const as = (who: Who) => ({
    ...(tokens[who] && { Authorization: `Bearer ${tokens[who]}` }),
    ...(who !== "public" && { Cookie: `visitor=${who}` }),
  });
  const get = (who: Who, path: string) => app.get(path).set(as(who)).responseType("blob");
  const post = async (who: Who, path: string, body: object) => {
    const answer = await app
      .post(basePath + path)
      .set(as(who))
      .set("If-Match", "*")
      .send(body);
    expect(answer.status, answer.text).toBe(201);
    return answer.body;
  };
  return { app, as, get, post };
}

type Served = Awaited<ReturnType<typeof serve>>;

const ids: Readonly<Record<string, readonly string[]>> = {
  recommendations: ["whole", "part"],
  reports: ["published"],
  followUps: [own],
  reportingCycles: ["cycle"],
  organizations: ["ministry", "court"],
};

/** Each read of the service in the forms that tell texts, and the pages. */
function questions(): string[] {
  const reads = operations
    .filter(({ method, id }) => method === "get" && id !== "listAuditCheckpoints" && id !== "getMe")
    .flatMap(({ path, query, table }) => {
      const collection = path.replace("/exports", "").split("/")[1] ?? "";
      const paths = path.includes("{")
        ? (ids[collection] ?? ["judgment"]).map((id) => path.replace("{id}", id).replace(/\{\w+\}/, "answer"))
        : [path];
      const names = Object.keys(query?.shape ?? {});
      if (path.includes("/document")) return paths.map((each) => `${each}?format=md`);
      const asked = [
        "",
        ...(names.includes("q") ? ["?q=zq&withTotal=true"] : []),
        ...(names.includes("knownAt") ? ["?knownAt=2015-07-01"] : []),
        ...(names.includes("from") ? ["?from=2013-01-01&to=2017-01-01"] : []),
        ...(names.includes("asOf") ? ["?asOf=2016-01-01"] : []),
        ...(names.includes("format") ? ["?format=csv"] : []),
        ...(table && names.includes("lang") ? ["?lang=nl"] : []),
      ];
      return paths.flatMap((each) => asked.map((search) => basePath + each + search));
    });
  const pages = [
    ...["", "/overdue", "/owed", "/owed.ics", "/changes?from=2013-01-01", "/changes.atom?from=2013-01-01", "/briefing"],
    ...["/recommendations?q=zq", "/recommendations/P/P-1", "/recommendations/P/P-1.a", "/comparison?from=2013-02-01"],
    ...["/reports/P/contents", "/organizations/ministry", "/cycles/court/2014", "/desk", `/desk/follow-ups/${own}`],
  ].flatMap((path) => ["en", "nl"].map((language) => `/${language}${path}`));
  return [...reads, ...pages];
}

/** What somebody with a right elsewhere may be told more than the public. */
const ofOutsiders = [
  ...["", `/followUps/${own}`, `/followUps/${own}?knownAt=2015-07-01`, `/followUps/${own}/entries/answer`].map(
    (path) => basePath + (path || "/changes?from=2013-01-01&to=2017-01-01"),
  ),
  ...["/exports/record", "/obligations", "/recommendations/part", "/recommendations?q=zq"].map(
    (path) => basePath + path,
  ),
  ...["/en/desk", `/en/desk/follow-ups/${own}`],
];

/** What a reader is told by each question, with tags and sizes. */
async function toldTo({ get }: Served, who: Who, asked = questions()): Promise<Map<string, unknown>> {
  const told = new Map<string, unknown>();
  for (const question of asked) {
    const { status, headers, body } = await get(who, question);
    const { date: _, "x-request-id": __, "set-cookie": ___, ...kept } = headers;
    const text = (body as Buffer).toString("utf8").replace(/"instance":"[^"]+"/, "");
    told.set(`${who} ${question}`, [status, kept, text]);
  }
  return told;
}

const names = (told: ReadonlyMap<string, unknown>, word: string) =>
  [...told].flatMap(([question, answer]) => (JSON.stringify(answer).includes(word) ? [question] : []));

async function exported(database: Database, reader: Reader): Promise<string> {
  const items: unknown[] = [];
  for await (const { list, item } of exportRecord(database, reader, today, defaultSettings)) items.push({ list, item });
  return JSON.stringify(items);
}

const author = { id: "ministry", side: "addressee" as const, organization: "ministry" };
const byAct = { publication: "byAct" as const, author };

/** Answers that wait, from a record file: each says a word, and one has so many pieces of evidence. */
function withAnswers(word: string, pieces: number): RecordFile {
  const evidence = Array.from({ length: pieces }, (_, piece) => ({
    ...{ kind: "document" as const, title: `${word} ${piece}`, url: `https://x.example/${word}`, confidential: false },
  }));
  const wording = `${word} in spring`;
  const entries: Entry[] = [
    given("response", "2013-03-01", {
      id: "answer",
      position: "accepted",
      reason: word,
      source: { name: word },
      ...byAct,
    }),
    given("commitment", "2013-03-01", {
      ...{
        id: "promise",
        description: word,
        owner: word,
        due: { on: "2014-06-30", precision: "quarter", wording },
        ...byAct,
      },
    }),
    given("progressUpdate", "2015-03-01", {
      ...{
        id: "update",
        reportingYear: 2014,
        asOf: "2015-02-01",
        level: "fullyImplemented",
        claim: true,
        narrative: word,
      },
      ...{ evidence: evidence.length > 0 ? evidence : [], ...byAct },
    }),
    given("evidence", "2015-03-02", { id: "added", about: "update", evidence, ...byAct }),
  ];
  return RecordFile.parse({
    ...record,
    followUps: record.followUps.map((each) => (each.id === own ? { ...each, entries } : each)),
  });
}

// Which words a list tells is decided by SQL of both databases: the test below asks it of each.
describeSqlite("every answer of the service", (open) => {
  test("is the same to who may not read it, whatever it says: not a byte, tag, total or order tells", async () => {
    const served: Served[] = [];
    for (const [word, pieces] of [
      ["Zqa", 1],
      ["Zqb is far longer, and comes later in every order", 3],
    ] as const) {
      const { database } = await open();
      await imported(database, withAnswers(word, pieces));
      served.push(await serve(database));
    }
    const [one, other] = served as [Served, Served];
    for (const who of outside) {
      const asked = who === "public" ? questions() : [`${basePath}/followUps/${own}/history`, ...ofOutsiders];
      const told = await toldTo(one, who, asked);
      expect(names(told, "Zq")).toEqual([]);
      expect(await toldTo(other, who, asked)).toEqual(told);
    }
    const history = await one.get("public", `${basePath}/followUps/${own}/history`);
    expect(history.body.toString()).toContain('"publication":"withheld"');
    const page = (await one.get("public", "/nl/recommendations/P/P-1.a")).body.toString();
    expect(page).toContain("De tekst ervan is nog niet openbaar");
    expect((await one.get("public", "/nl/changes?from=2013-01-01")).body.toString()).toContain("nog niet openbaar");
  });
});

describeDatabase("an answer that is not published yet", (open) => {
  test("is read by its own side and the issuing body, and by all once an editor published it", async () => {
    const { database } = await open();
    await imported(database, record);
    const served = await serve(database);
    const { get, post, app, as } = served;
    const path = `/followUps/${own}`;
    await post("ministry", `${path}/responses`, { position: "accepted", reason: "Zq of before" });
    // R59: a receipt has no trace of what its reader may not see, not even in its number or its pages.
    const files = [false, ...Array.from({ length: 51 }, () => true)].map((confidential, place) => ({
      ...{ followUp: own, act: "addEvidence" },
      input: { evidence: [{ kind: "document", title: `Paper ${place}`, confidential }] },
    }));
    const brought = await post("ministry", "/acts", { acts: files, together: true });
    const [open1, secret] = brought.items.map(
      ({ done }: { done: { entries: { id: string }[] } }) => done.entries[0]?.id,
    );
    const receipt = async (who: Who, entry: string) => get(who, `/en/desk/receipts/${entry}`);
    const [whole, seen] = await Promise.all([receipt("ministry", open1), receipt("other", open1)]);
    const counted = ({ body }: { body: Buffer }) => body.toString().match(/receipt of \d+ entries|\?page=\d/g);
    expect([...new Set(counted(whole))]).toEqual(["receipt of 53 entries", "?page=2"]);
    // The response before it was given at the same moment of this clock.
    expect([...new Set(counted(seen))]).toEqual(["receipt of 2 entries"]);
    expect(seen.body.toString().match(/Paper \d+/g)).toEqual(["Paper 0"]);
    expect((await receipt("other", secret)).status).toBe(404);
    await post("everywhere", "/settingChanges", { changes: { publicationOfAnswers: "byAct" }, reason: "agreed" });
    await addWebhook(database, { url: "https://hook.example/heed" }, `${today}T00:00:00.000Z`);
    await database.run(
      `INSERT INTO follower (id, email, language, kind, topic, rhythm, secret, requested_at, confirmed_at, told_until, told_at)
       VALUES ('follower', 'f@x.example', 'en', 'organization', 'ministry', 'daily', 's', '${today}T00:00:00.000Z',
         '${today}T00:00:00.000Z', '2015-06-28', '2015-06-28T00:00:00.000Z')`,
    );
    const evidence = [{ kind: "document", title: "Zq circular" }];
    await post("ministry", `${path}/responses`, { position: "acceptedInPart", reason: "Zq reason" });
    const due = { on: "2015-12-31" };
    await post("ministry", `${path}/commitments`, { description: "Zq promise", owner: "Zq unit", due });
    await post("ministry", `${path}/progressUpdates`, {
      ...{ reportingYear: 2014, level: "underWay", narrative: "Zq narrative", evidence },
    });
    await post("assessor", `${path}/assessments`, {
      ...{ reportingYear: 2014, level: "notStarted", rationale: "Nothing was seen.", method: "statementOnly" },
    });
    const unread = /Zq (?!of before)/;
    for (const who of outside) {
      const told = await toldTo(served, who, [...ofOutsiders, "/en/recommendations/P/P-1.a"]);
      for (const [question, answer] of told) expect(JSON.stringify(answer), question).not.toMatch(unread);
      expect(names(told, "Zq of before")).toContain(`${who} ${basePath}${path}`);
    }
    for (const who of inside) {
      const [api, page] = await Promise.all([get(who, `${basePath}${path}`), get(who, `/en/desk/follow-ups/${own}`)]);
      for (const word of ["Zq reason", "Zq promise", "Zq unit", "Zq narrative", "Zq circular"])
        for (const { body } of [api, page]) expect(body.toString(), `${who} ${word}`).toContain(word);
      expect(page.body.toString()).toContain("Its text is not public yet");
    }
    expect(await exported(database, publicReader)).not.toMatch(unread);
    expect(await exported(database, readerAs("respondent", ["other"]))).not.toMatch(unread);
    expect(await exported(database, readerAs("respondent", ["ministry"]))).toMatch(unread);

    const { entries } = (await app.get(`${basePath}${path}`)).body as {
      entries: { id: string; type: string; publication?: string }[];
    };
    const waiting = entries.flatMap(({ id, publication }) => (publication === "withheld" ? [id] : []));
    expect(waiting).toHaveLength(3);
    const form = (await get("editor", `/en/desk/follow-ups/${own}/publishAnswer`)).body.toString();
    for (const id of waiting) expect(form).toContain(`value="${id}"`);

    // Documents are for publication: what waits is not in them, whoever asks. A reply has it for its own side, marked.
    const document = async (who: Who, asked: string) =>
      (await get(who, `${basePath}/documents/${asked}&format=md`)).body.toString();
    for (const asked of ["followUpChapter?issuingBody=court&year=2015&asOf=2015-06-30", "briefing?report=P"]) {
      const told = await document("editor", asked);
      expect(told, asked).not.toMatch(unread);
      expect(told, asked).toContain("P-1.a");
    }
    const reply = await document("ministry", "reply?organization=ministry");
    expect(reply).toMatch(/Zq narrative.*Its text is not public yet/);
    expect(await document("other", "reply?organization=ministry")).not.toMatch(unread);

    // A version that was corrected or retracted meanwhile is not published: it could not be taken back.
    const typed = (type: string) => entries.findIndex((each) => each.type === type && each.publication === "withheld");
    const [answered = "", updated = ""] = ["response", "progressUpdate"].map((type) => entries[typed(type)]?.id);
    const change = { reason: "Zq reason, mended" };
    const correction = { followUp: own, act: "correct", input: { corrects: answered, change } };
    const [mended] = (await post("ministry", "/acts", { acts: [correction] })).items[0].done.entries;
    const late = { acts: [{ followUp: own, act: "publishAnswer", input: { answer: answered } }] };
    const refused = await post("editor", "/acts", late);
    expect(refused).toMatchObject({ done: 0, refused: 1 });
    expect(JSON.stringify(refused)).toContain(`it was corrected since, by the entry ${mended.id}`);
    const formAt = `/en/desk/follow-ups/${own}/publishAnswer`;
    const sent = (fields: object) =>
      app
        .post(formAt)
        .set({ Cookie: "visitor=editor", "Sec-Fetch-Site": "same-origin" })
        .type("form")
        .send({ key: randomUUID(), ...fields });
    const stale = await sent({ answer: answered, do: "submit" });
    expect([stale.status, stale.text.includes("choose one that still waits")]).toEqual([422, true]);
    expect(stale.text).not.toContain(`value="${answered}"`);
    expect(stale.text).toContain(`value="${mended.id}"`);
    const preview = (await sent({ answer: mended.id, do: "preview" })).text;
    expect(preview.split("What everybody will read")[1]).toContain("Zq reason, mended");
    const {
      entries: [back],
    } = await post("editor", `${path}/retractions`, { retracts: updated, reason: "Zq wrong" });
    expect(
      (
        await app
          .post(`${basePath}${path}/answerPublications`)
          .set(as("editor"))
          .set("If-Match", "*")
          .send({ answer: updated })
      ).status,
    ).toBe(409);
    await post("editor", `${path}/retractions`, { retracts: back.id, reason: "Zq not wrong" });
    waiting[waiting.indexOf(answered)] = mended.id;

    // Tables, webhooks and mails that leave the service.
    const tables = operations.filter(({ path: list }) =>
      /^\/exports\/(obligations|overdue|changes|comparison)$/.test(list),
    );
    expect(tables.length).toBeGreaterThan(2);
    for (const { path: list, query } of tables) {
      const days = "from" in (query?.shape ?? {}) ? "&from=2013-01-01&to=2017-01-01" : "";
      const asked = `${basePath}${list}?format=xlsx${days}`;
      const { status, body } = await get("public", asked);
      expect(status, asked).toBe(200);
      expect(workbookText(body), asked).not.toMatch(unread);
    }
    const at = `${today}T12:00:00.000Z`;
    await noteWebhookEvents(database, { at, today });
    const events: unknown[] = [];
    for (const { subscriber, body } of await database.all<{ subscriber: string; body: string }>(
      "SELECT subscriber_id AS subscriber, body FROM outbox_message",
    )) {
      const told = await readWebhookEvent(database, { subscriber, body: JSON.parse(body) } as OutboxMessage, at);
      events.push(body, told && followUpItem(told.item));
    }
    const mails: unknown[] = [];
    const nextDay = { today: "2015-07-01", at: "2015-07-01T12:00:00.000Z" };
    const mail = { send: async (each: unknown) => void mails.push(each) } as unknown as MailServer;
    const message = { id: "m", kind: "followedChanges", subscriber: "follower" } as OutboxMessage & {
      subscriber: string;
    };
    const delivered = deliverToFollower({ database, mail, origin: "https://heed.example", ...nextDay }, message);
    expect(await delivered).toBe("sent");
    for (const sent of [events, mails]) {
      expect(JSON.stringify(sent)).toContain("P-1.a");
      expect(JSON.stringify(sent)).not.toMatch(unread);
    }
    const acts = waiting.map((answer) => ({ followUp: own, act: "publishAnswer", input: { answer } }));
    expect((await app.post(`${basePath}/acts`).send({ acts })).status).toBe(401);
    expect(await post("editor", "/acts", { acts, together: true })).toMatchObject({ done: 3, refused: 0 });
    for (const who of outside) {
      const api = (await get(who, `${basePath}${path}`)).body.toString();
      const page = (await get(who, "/en/recommendations/P/P-1.a")).body.toString();
      for (const word of ["Zq reason", "Zq promise", "Zq unit", "Zq narrative", "Zq circular"])
        for (const told of [api, page]) expect(told, `${who} ${word}`).toContain(word);
      // The version that was corrected before its publication never is.
      expect(page.match(/Its text is not public yet/g)).toHaveLength(1);
      for (const list of ["changes?from=2015-01-01&to=2016-12-31", `obligations?asOf=${today}`])
        expect((await get(who, `${basePath}/${list}`)).body.toString(), list).toContain("Zq promise");
    }
    expect((await verifyAudit(database)).fault).toBeUndefined();
    expect(await checkDerived(database)).toEqual([]);
    expect(await exported(database, publicReader)).toMatch(unread);
  });

  test("waits in another record too, after its file was read there, and a file for all brings no word of it", async () => {
    const { database } = await open();
    await imported(database, withAnswers("Zq", 1));
    const files = { whole: await fileOf(database, readerAs("admin")), forAll: await fileOf(database, publicReader) };
    expect(JSON.stringify(files.forAll)).not.toContain("Zq");
    for (const file of [files.whole, files.forAll]) {
      const { database: copy } = await open();
      await imported(copy, file);
      expect(await exported(copy, publicReader)).toEqual(await exported(database, publicReader));
      expect((await verifyAudit(copy)).fault).toBeUndefined();
    }
    // What is known whole is not made less by it, published meanwhile or not.
    const publication = given("answerPublication", "2015-04-01", { id: "publication", answer: "answer" });
    const more = withAnswers("Zq", 1);
    await imported(database, {
      ...more,
      followUps: more.followUps.map((each) =>
        each.id === own ? { ...each, entries: [...each.entries, publication] } : each,
      ),
    });
    await imported(database, files.forAll);
    expect(await exported(database, readerAs("admin"))).toContain("Zq");
  });
});

async function fileOf(database: Database, reader: Reader): Promise<RecordFile> {
  const lists: Record<string, unknown[]> = {};
  for await (const { list, item } of exportRecord(database, reader, today, defaultSettings))
    lists[list] = [...(lists[list] ?? []), item];
  return RecordFile.parse({ heed: "record/1", ...lists });
}
