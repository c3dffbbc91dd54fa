import type { Database } from "@heed/store";
import { expect, test } from "vitest";
import { world } from "../../../core/test/example-world.ts";
import { describeDatabase } from "../../../store/test/describe-database.ts";
import { basePath } from "../../src/contract/base-path.ts";
import { servedDesks } from "./desk-forms.ts";
import { splitWorld } from "./split-world.ts";

const desk = "/en/desk";
const followUp = "2013-02-just";

function serve(database: Database) {
  const served = servedDesks(database);
  const total = async (list: string): Promise<number> =>
    (await served.app.get(`${basePath}/${list}${list.includes("?") ? "&" : "?"}withTotal=true`)).body.total;
  return { ...served, total };
}

/** The number that the overview tells of a list. */
function told(text: string, list: string): number {
  const [, shown] = new RegExp(`<a class="govuk-link" href="#${list}">[^<]*?(\\d+)`).exec(text) ?? [];
  return Number(shown ?? 0);
}

describeDatabase("the desk of an issuing body", (open) => {
  test("shows at a glance what waits, as the lists of the API count it, and leads to each", async () => {
    const { database } = await open(world);
    const { app, get, send, hidden, total } = serve(database);
    const before = await get("peeters", desk);
    expect(before.status).toBe(200);
    const asked = {
      verifications: await total("obligations?kind=verification"),
      unanswered: await total("obligations?kind=response&overdue=true"),
      divergences: await total("followUps?divergent=true"),
      deadlineRequests: await total("deadlineRequests"),
    };
    expect(asked.verifications).toBeGreaterThan(0);
    expect(asked.unanswered).toBeGreaterThan(0);
    for (const [list, count] of Object.entries(asked)) expect(told(before.text, list), list).toBe(count);

    const form = `${desk}/follow-ups/2013-02-just/requestDeadlineChange`;
    const request = { target: "response", to: "2015-09-30", reason: "The advice is late.", do: "submit" };
    expect((await send("claes", form, { ...(await hidden("claes", form)), ...request })).status).toBe(303);
    const after = await get("lambert", desk);
    expect(told(after.text, "deadlineRequests")).toBe(asked.deadlineRequests + 1);
    const list = await get("lambert", `${desk}/waiting/deadlineRequests`);
    expect(list.text).toContain(`href="/en/desk/follow-ups/2013-02-just"`);
    const { body } = await app.get(`${basePath}/deadlineRequests?addressee=just`);
    expect(body.items.map((each: { followUp: { id: string } }) => each.followUp.id)).toContain("2013-02-just");

    // The ministry's desk tells what became of it.
    expect((await get("claes", desk)).text).not.toContain("Nothing moves.");
    const [, asks = ""] =
      /<input[^>]* name="request" type="radio" value="([^"]+)"/.exec(
        (await get("peeters", `${desk}/follow-ups/2013-02-just/decideDeadlineChange`)).text,
      ) ?? [];
    const decision = {
      request: asks,
      decision: "refused",
      reason: "Nothing moves.",
      decidedBy: "The council",
      do: "submit",
    };
    const decide = `${desk}/follow-ups/2013-02-just/decideDeadlineChange`;
    const decided = await send("peeters", decide, { ...(await hidden("peeters", decide)), ...decision });
    expect(decided.status, decided.text).toBe(303);
    const ministry = (await get("claes", desk)).text;
    const lately = /<section aria-labelledby="decided">.*?<\/section>/s.exec(ministry)?.[0] ?? "";
    for (const words of ["Nothing moves.", "30 June 2015", "Refused", "/en/desk/follow-ups/2013-02-just"])
      expect(lately).toContain(words);
    expect((await get("bos", desk)).text).not.toContain("Nothing moves.");

    const unanswered = await get("peeters", `${desk}/waiting/unanswered`);
    expect(unanswered.text).toContain('href="/en/desk/waiting/unanswered?responsible=just"');
    const ofJustice = await get("peeters", `${desk}/waiting/unanswered?responsible=just`);
    expect(ofJustice.text).toContain('href="/en/desk/follow-ups/2013-02-just/respond"');
    for (const path of ["waiting/nothing", "waiting/verifications"])
      expect((await get("claes", `${desk}/${path}`)).status, path).toBe(404);
  });

  test("lists the answers that wait for their publication, and publishes those that are ticked, all or none", async () => {
    const changes = { publicationOfAnswers: "byAct" as const };
    const change = { id: "byAct", from: "2015-01-01", changes, reason: "Agreed" };
    const { database } = await open({
      ...world,
      settingChanges: [{ ...change, actor: "E", recordedAt: `${change.from}T09:00:00Z` }],
    });
    const { app, get, send, hidden } = serve(database);
    const publish = `${desk}/publish`;
    expect((await get("peeters", desk)).text).toContain("No answer waits for its publication");
    for (const id of ["2013-01-just", "2013-02-just"]) {
      const form = `${desk}/follow-ups/${id}/respond`;
      const answer = { position: "accepted", reason: `Said of ${id}`, do: "submit" };
      expect((await send("claes", form, { ...(await hidden("claes", form)), ...answer })).status).toBe(303);
    }
    expect(told((await get("peeters", desk)).text, "unpublished")).toBe(2);
    expect((await get("lambert", `${desk}/waiting/unpublished`)).text).not.toContain(publish);
    expect((await get("peeters", `${desk}/waiting/unpublished`)).text).toContain(`href="${publish}"`);
    for (const by of ["claes", "lambert"] as const) expect((await get(by, publish)).status).toBe(404);
    const form = (await get("peeters", publish)).text;
    const ticks = [...form.matchAll(/id="answer\.\d" name="(answer\.\d)" value="([^"]+)" type="checkbox"/g)];
    const both: Record<string, string> = Object.fromEntries(ticks.map(([, name, value]) => [name, value]));
    expect(Object.keys(both)).toEqual(["answer.0", "answer.1"]);
    expect((await send("peeters", publish, { key: "k", do: "preview" })).text).toContain('<a href="#answer.0"');
    const preview = await send("peeters", publish, { ...both, key: "k", do: "preview" });
    for (const words of ["Said of 2013-01-just", "Said of 2013-02-just", "Publish these 2 answers"])
      expect(preview.text).toContain(words);
    const one = { "answer.0": both["answer.0"] ?? "" };
    const said = async () =>
      (await Promise.all(["2013-01-just", "2013-02-just"].map((id) => app.get(`${basePath}/followUps/${id}`)))).filter(
        ({ text }) => text.includes("Said of"),
      ).length;
    expect(await said()).toBe(0);
    const first = await send("peeters", publish, { ...one, key: "one", do: "publish" });
    expect([first.status, await said()]).toEqual([303, 1]);
    expect((await send("peeters", publish, { ...one, key: "one", do: "publish" })).headers.location).toBe(
      first.headers.location,
    );
    // One of them is public by now: neither is published, and the other stays ticked.
    for (const step of ["preview", "publish"]) {
      const refused = await send("peeters", publish, { ...both, key: "both", do: step });
      expect([step, refused.status, await said(), refused.text.match(/ checked/g)?.length]).toEqual([step, 422, 1, 1]);
    }
    const rest = { "answer.0": both["answer.1"] ?? "", key: "rest", do: "publish" };
    expect([(await send("peeters", publish, rest)).status, await said()]).toEqual([303, 2]);
  });

  test("records a letter of a ministry without account with its source, and never without", async () => {
    const { database } = await open(world);
    const { get, send, hidden, entriesOf } = serve(database);
    const page = await get("peeters", `${desk}/follow-ups/${followUp}`);
    expect(page.text).toContain("Record for the addressee");
    expect((await get("lambert", `${desk}/follow-ups/${followUp}/respond`)).status).toBe(404);
    const form = `${desk}/follow-ups/${followUp}/respond`;
    const letter = {
      ...(await hidden("peeters", form)),
      position: "accepted",
      reason: "We will.",
      givenOn: "2015-06-01",
    };
    const without = await send("peeters", form, { ...letter, do: "submit" });
    expect(without.status).toBe(422);
    for (const text of ['<a href="#source">', "We will.", 'value="2015-06-01"']) expect(without.text).toContain(text);
    const sent = { ...letter, source: "Letter of 1 June 2015, ref. 12/B", do: "submit" };
    expect((await send("peeters", form, sent)).status).toBe(303);
    expect((await entriesOf(followUp)).filter(({ type }) => type === "response").at(-1)).toMatchObject({
      ...{ givenOn: "2015-06-01", actor: "E. Peeters", source: { name: sent.source } },
      author: { side: "addressee", organization: "justice", onBehalf: true },
    });
  });

  test("verifies with the addressee's account beside, and closes after a second reading by somebody else", async () => {
    const { database } = await open(world);
    const { get, send, hidden, entriesOf } = serve(database);
    const assess = `${desk}/follow-ups/${followUp}/assess`;
    const beside = await get("lambert", assess);
    expect(beside.text).toMatch(/<aside class="heed-account"/);
    const finding = {
      ...{ level: "fullyImplemented", method: "documentsReviewed", rationale: "The circular is there." },
      ...{ "evidence.0.title": "Circular 12/2015", "evidence.0.kind": "document", reportingYear: "2015" },
    };
    const before = await get("lambert", `${desk}/follow-ups/${followUp}/close`);
    expect(before.text).toContain("a finding that it is fully implemented is missing, with evidence");
    const early = { closureReason: "implemented", singleReader: "Nobody else." };
    const tooEarly = await send("lambert", `${desk}/follow-ups/${followUp}/close`, { ...early, do: "submit" });
    expect(tooEarly.status).toBe(422);
    expect(tooEarly.text).toContain('<a href="#closureReason">It cannot be closed so now');
    expect(
      (await send("lambert", assess, { ...(await hidden("lambert", assess)), ...finding, do: "submit" })).status,
    ).toBe(303);

    const close = `${desk}/follow-ups/${followUp}/close`;
    const asked = { ...(await hidden("lambert", `${close}?another=yes`)), closureReason: "implemented" };
    const unread = await send("lambert", close, { ...asked, do: "submit" });
    expect(unread.text).toContain('<a href="#secondReader">');
    const preview = await send("lambert", close, { ...asked, do: "preview" });
    expect(preview.text).toContain("It is then: Closed.");
    const unknown = await send("lambert", close, { ...asked, "askReading.reader": "N. Obody", do: "askReading" });
    expect([unknown.status, unknown.text.includes('<a href="#askReading.reader">')]).toEqual([422, true]);
    const reading = await send("lambert", close, { ...asked, key: "read", do: "askReading" });
    expect(reading.status).toBe(303);
    const twice = await send("lambert", close, { ...asked, key: "read", do: "askReading" });
    expect(twice.headers.location).toBe(reading.headers.location);
    const draft = (reading.headers.location ?? "").split("?")[0] ?? "";
    expect(told((await get("lambert", desk)).text, "secondReadings")).toBe(0);
    expect(told((await get("delvaux", desk)).text, "secondReadings")).toBe(1);
    const read = await get("delvaux", draft);
    expect(read.text).toContain("A. Lambert wrote this");
    const approval = { key: "once", version: versionIn(read.text), do: "approve" };
    expect((await send("lambert", draft, approval)).status).toBe(422);
    const approved = await send("delvaux", draft, approval);
    expect(approved.headers.location).toContain("/en/desk/receipts/");
    expect((await send("delvaux", draft, approval)).headers.location).toBe(approved.headers.location);
    const closure = (await entriesOf(followUp)).filter(({ type }) => type === "closure");
    expect(closure).toMatchObject([
      { assessor: "A. Lambert", secondReader: "M. Delvaux", secondReaderId: "u-delvaux" },
    ]);
  });

  test("closes in the role that may, for a person who edits and assesses", async () => {
    const { database } = await open(world);
    const { send, hidden, entriesOf } = serve(database);
    const act = (name: string) => `${desk}/follow-ups/${followUp}/${name}`;
    const finding = {
      ...{ level: "fullyImplemented", method: "interview", rationale: "It is there.", reportingYear: "2015" },
      ...{ "evidence.0.title": "Circular", "evidence.0.kind": "document" },
    };
    const assess = { ...(await hidden("dubois", act("assess"))), ...finding, do: "submit" };
    expect((await send("dubois", act("assess"), assess)).status).toBe(303);
    const closing = { closureReason: "implemented", singleReader: "Nobody else works here.", do: "submit" };
    const sent = await send("dubois", act("close"), { ...(await hidden("dubois", act("close"))), ...closing });
    expect(sent.status).toBe(303);
    expect((await entriesOf(followUp)).filter(({ type }) => type === "closure")).toMatchObject([
      { assessor: "F. Dubois" },
    ]);
  });

  test("decides on a request for a later date, named as its own fault where the decision contradicts itself", async () => {
    const { database } = await open(world);
    const { get, send, hidden, entriesOf } = serve(database);
    const form = `${desk}/follow-ups/${followUp}/requestDeadlineChange`;
    const request = { target: "response", to: "2015-09-30", reason: "The advice is late.", do: "submit" };
    await send("claes", form, { ...(await hidden("claes", form)), ...request });
    const decide = `${desk}/follow-ups/${followUp}/decideDeadlineChange`;
    const page = await get("peeters", decide);
    const [, id = ""] = /name="request" type="radio" value="([^"]+)" checked/.exec(page.text) ?? [];
    const said = { request: id, decision: "refused", reason: "It was asked too late.", decidedBy: "E. Peeters" };
    const wrong = await send("peeters", decide, { ...said, to: "2016-01-01", do: "submit" });
    expect([wrong.status, wrong.text.includes('<a href="#to">')]).toEqual([422, true]);
    const itself = await send("peeters", decide, { ...said, decidedBy: "J. Claes", do: "submit" });
    expect(itself.text).toContain('<a href="#decidedBy">');
    expect((await send("peeters", decide, { ...said, do: "submit" })).status).toBe(303);
    expect((await entriesOf(followUp)).filter(({ type }) => type === "deadlineChange")).toMatchObject([
      { decision: "refused", decidedBy: "E. Peeters" },
    ]);
    expect((await get("peeters", decide)).status).toBe(404);
  });

  test("decides on a successor among those that the change left", async () => {
    const { database } = await open(splitWorld);
    const { app, get, send } = serve(database);
    const { body } = await app.get(`${basePath}/recommendations?undecided=true&pageSize=100`);
    const undecided = body.items.flatMap((each: { followUps: { openSuccessions?: object[] }[] }) =>
      each.followUps.flatMap(({ openSuccessions = [] }) => openSuccessions),
    );
    expect(undecided.length).toBeGreaterThan(1);
    expect(told((await get("peeters", desk)).text, "successors")).toBe(undecided.length);
    const form = `${desk}/follow-ups/2013-03b-fedpol/decideSuccessor`;
    const page = await get("peeters", form);
    expect(page.text).toMatch(/name="change" type="radio" value="police-split" checked/);
    const said = { change: "police-split", of: "addressee", successor: "justice", do: "submit" };
    expect((await send("peeters", form, said)).status).toBe(303);
    expect(told((await get("peeters", desk)).text, "successors")).toBe(undecided.length - 1);
    expect((await app.get(`${basePath}/followUps/2013-03b-fedpol`)).body.responsible.code).toBe("just");
  });
});

/** The version that the forms of a draft carry. */
function versionIn(text: string): string {
  return /name="version" value="(\d+)"/.exec(text)?.[1] ?? "";
}
