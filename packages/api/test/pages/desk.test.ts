import { randomUUID } from "node:crypto";
import { addUser, type Database, draftDesk, trackerReads, verifyAudit } from "@heed/store";
import { expect, test } from "vitest";
import { world } from "../../../core/test/example-world.ts";
import { describeDatabase } from "../../../store/test/describe-database.ts";
import { basePath } from "../../src/contract/base-path.ts";
import { type SignedIn, signedIn } from "./desk-app.ts";
import { type Fields, hiddenIn, servedDesks } from "./desk-forms.ts";

const followUp = "2013-02-just";
const at = (rest = "") => `/nl/desk${rest}`;

function serve(database: Database) {
  const served = servedDesks(database);
  return { ...served, entries: () => served.entriesOf(followUp) };
}

const answer = { position: "acceptedInPart", reason: 'Regel één\r\n\r\n<b>twee</b> & "drie"' };

describeDatabase("the desk of a ministry", (open) => {
  test("is for who is signed in alone, is kept nowhere, and shows what is owed and what can be done", async () => {
    const { database } = await open(world);
    const { get, send } = serve(database);
    expect((await get(undefined, at())).headers.location).toBe("/nl/sign-in?to=%2Fnl%2Fdesk");
    expect((await send(undefined, at(`/follow-ups/${followUp}/respond`), { do: "submit" })).status).toBe(403);
    const desk = await get("claes", at());
    expect([desk.status, desk.headers["cache-control"]]).toEqual([200, "private, no-store"]);
    expect(desk.text).toContain("9 zaken zijn verschuldigd");
    expect(desk.text).toContain('name="robots" content="noindex"');
    const one = await get("claes", at(`/follow-ups/${followUp}`));
    for (const act of ["respond", "commit", "update", "addEvidence", "requestDeadlineChange"])
      expect(one.text).toContain(`href="/nl/desk/follow-ups/${followUp}/${act}"`);
    const others = await get("bos", at(`/follow-ups/${followUp}`));
    expect(others.text).not.toContain("/respond");
    expect((await get("bos", at(`/follow-ups/${followUp}/respond`))).status).toBe(404);
    expect((await get("claes", at(`/follow-ups/${followUp}/assess`))).status).toBe(404);
    expect((await get("claes", at("/follow-ups/nothing"))).status).toBe(404);
    expect((await send("claes", "/nl/overdue", {})).status).toBe(405);
  });

  test("shows what an answer does before it does, submits it once however often it is sent, and gives a receipt", async () => {
    const { database } = await open(world);
    const { app, get, send, hidden, entries } = serve(database);
    const form = at(`/follow-ups/${followUp}/respond`);
    const sent = { ...(await hidden("claes", form)), ...answer };
    const before = await entries();
    const preview = await send("claes", form, { ...sent, do: "preview" });
    expect(preview.status).toBe(200);
    expect(preview.text).toContain("Antwoord (termijn: 15 december 2014): niet meer verschuldigd.");
    expect(preview.text).toContain("Regel één\n\n&lt;b>twee&lt;/b> &amp; &quot;drie&quot;");
    expect(await entries()).toEqual(before);
    const submitted = await send("claes", form, { ...sent, do: "submit" });
    expect(submitted.status).toBe(303);
    const again = await send("claes", form, { ...sent, do: "submit" });
    expect(again.headers.location).toBe(submitted.headers.location);
    const goneBack = await send("claes", form, { ...sent, reason: "Other words", do: "submit" });
    expect(goneBack.status).toBe(422);
    for (const text of ["Other words", "Dit formulier is al eens verzonden"]) expect(goneBack.text).toContain(text);
    expect((await entries()).length).toBe(before.length + 1);
    const entry = (await entries()).filter(({ type }) => type === "response").at(-1);
    expect(entry).toMatchObject({
      ...{ type: "response", position: "acceptedInPart", reason: 'Regel één\n\n<b>twee</b> & "drie"' },
      ...{ actor: "J. Claes", givenOn: "2015-06-30", author: { side: "addressee", organization: "justice" } },
    });
    const receipt = await get("claes", submitted.headers.location ?? "");
    expect(receipt.text).toMatch(/<span class="heed-digest">[\da-f]{64}<\/span>/);
    expect(receipt.text).toContain("J. Claes");
    // Its address names one entry; the former one, which names each, is kept.
    expect(submitted.headers.location).toBe(at(`/receipts/${entry?.id}`));
    const former = await get("claes", `${at("/receipt")}?of=${followUp}~${entry?.id}`);
    const digest = /<span class="heed-digest">[\da-f]{64}/;
    expect(digest.exec(former.text)?.[0]).toBe(digest.exec(receipt.text)?.[0]);
    for (const page of [at(), submitted.headers.location ?? ""])
      expect((await get("claes", page)).text, page).toContain(`href="${at("/receipts")}"`);
    const list = await get("wouters", at("/receipts"));
    expect([list.status, list.text.includes(`href="${submitted.headers.location}"`)]).toEqual([200, true]);
    expect(list.text).toContain("2013-02, door J. Claes");
    expect((await get("bos", at("/receipts"))).text).not.toContain("J. Claes");
    for (const other of ["dubois", "peeters"] as const) expect((await get(other, at("/receipts"))).status).toBe(404);
    expect((await app.get(`${basePath}/obligations?responsible=just&kind=response`)).body.items.length).toBe(1);
    await verifyAudit(database);
  });

  test("keeps what was typed of a faulty form, names each fault at its field, and has it in draft", async () => {
    const { database } = await open(world);
    const { send, get, hidden, entries } = serve(database);
    const form = at(`/follow-ups/${followUp}/update`);
    const before = await entries();
    const typed = { reportingYear: "veertien", level: "fullyImplemented", narrative: "Klaar <nu>", claim: "yes" };
    const faulty = await send("claes", form, { ...(await hidden("claes", form)), ...typed, do: "submit" });
    expect(faulty.status).toBe(422);
    expect(faulty.text).toContain('<a href="#reportingYear">');
    expect(faulty.text).toMatch(/id="reportingYear"[^>]*value="veertien"[^>]*aria-describedby="reportingYear-fault"/);
    expect(faulty.text).toContain("Klaar &lt;nu>");
    expect(faulty.text).toMatch(/value="fullyImplemented" checked/);
    const draft = /action="(\/nl\/desk\/drafts\/[^"]+)"/.exec(faulty.text)?.[1] ?? "";
    const second = await send("claes", draft, {
      ...hiddenIn(faulty.text),
      ...typed,
      reportingYear: "2014",
      do: "submit",
    });
    expect(second.status).toBe(422);
    expect(second.text).toContain('<a href="#evidence.0.title">');
    expect(second.text).toContain("Wat u schreef, is bewaard als ontwerp, dat alleen uw organisatie ziet.");
    expect((await get("claes", draft)).text).toContain("1 punt recht te zetten");
    const evidence = {
      "evidence.0.title": "Omzendbrief",
      "evidence.0.kind": "document",
      "evidence.0.confidential": "yes",
    };
    const repaired = { ...typed, reportingYear: "2014", ...evidence, do: "submit" };
    const third = await send("claes", draft, { ...hiddenIn(second.text), ...repaired });
    expect(third.status, third.text).toBe(303);
    expect((await entries()).length).toBe(before.length + 1);
    const update = (await entries()).filter(({ type }) => type === "progressUpdate").at(-1);
    expect(update).toMatchObject({ type: "progressUpdate", claim: true, reportingYear: 2014, evidence: [] });
    const receipt = await get("claes", third.headers.location ?? "");
    expect(receipt.text).toContain("Omzendbrief");
    expect((await get("bos", third.headers.location ?? "")).text).not.toContain("Omzendbrief");
    expect((await get("claes", draft)).status).toBe(404);
    const repeated = await send("claes", draft, { ...hiddenIn(second.text), ...repaired });
    expect(repeated.headers.location).toBe(third.headers.location);
    const other = await send("claes", draft, { ...hiddenIn(second.text), ...repaired, narrative: "Nog iets" });
    expect(other.status).toBe(409);
    for (const text of ["Nog iets", "intussen ingediend of weggegooid"]) expect(other.text).toContain(text);
  });

  test("tells the second of two who write one draft, and shows both texts", async () => {
    const { database } = await open(world);
    const { send, get, hidden } = serve(database);
    const form = at(`/follow-ups/${followUp}/commit`);
    const made = await send("claes", form, { ...(await hidden("claes", form)), description: "Eerst", do: "save" });
    expect(made.status).toBe(303);
    const draft = (made.headers.location ?? "").split("?")[0] ?? "";
    for (const path of [draft, at()]) expect((await get("bos", path)).text).not.toContain("Eerst");
    expect((await get("bos", draft)).status).toBe(404);
    expect((await send("bos", draft, { do: "submit", description: "Anders" })).status).toBe(404);
    const mine = await hidden("claes", draft);
    const yours = await hidden("wouters", draft);
    const saved = await send("wouters", draft, { ...yours, description: "Van Wouters", due: "juni 2016", do: "save" });
    expect(saved.status).toBe(303);
    const late = await send("claes", draft, { ...mine, description: "Van Claes", do: "save" });
    expect(late.status).toBe(409);
    for (const text of ["Van Wouters", "juni 2016", "Van Claes"]) expect(late.text).toContain(text);
    const over = await send("claes", draft, { ...hiddenIn(late.text), description: "Van Claes", do: "save" });
    expect(over.status).toBe(303);
    expect((await get("wouters", draft)).text).toContain("Van Claes");
  });

  test("submits what its author has seen, and not what a colleague made of it meanwhile", async () => {
    const { database } = await open(world);
    const { send, get, hidden, entries } = serve(database);
    const form = at(`/follow-ups/${followUp}/commit`);
    const sent = { ...(await hidden("claes", form)), description: "Van Claes", due: "juni 2016" };
    const draft = (await send("claes", form, { ...sent, do: "save" })).headers.location?.split("?")[0] ?? "";
    const theirs = { ...(await hidden("wouters", draft)), description: "Van Wouters", due: "juli 2016", do: "save" };
    expect((await send("wouters", draft, theirs)).status).toBe(303);
    const before = await entries();
    // Claes goes back to the form, and sends it as it stands there.
    const late = await send("claes", form, { ...sent, do: "submit" });
    expect(late.status).toBe(409);
    for (const text of ["Van Wouters", "juli 2016", "Van Claes", `action="${draft}"`])
      expect(late.text).toContain(text);
    expect(await entries()).toEqual(before);
    const now = { ...hiddenIn(late.text), description: "Van Claes", due: "juni 2016", do: "submit" };
    expect((await send("claes", draft, now)).status).toBe(303);
    expect((await entries()).filter((each) => !before.some(({ id }) => id === each.id))).toMatchObject([
      { type: "commitment", description: "Van Claes" },
    ]);
    expect((await get("claes", draft)).status).toBe(404);
  });

  test("goes on with what was begun, and leaves no second draft of what is refused", async () => {
    const { database } = await open(world);
    const { send, get, hidden } = serve(database);
    const form = at(`/follow-ups/${followUp}/respond`);
    const drafts = async () =>
      [...(await get("claes", at(`/follow-ups/${followUp}`))).text.matchAll(/\/nl\/desk\/drafts\/[\w-]+/g)].map(
        ([draft]) => draft,
      );
    const empty = await hidden("claes", form);
    const refused = await send("claes", form, { ...empty, reason: "Eerst", do: "submit" });
    expect([refused.status, (await drafts()).length]).toEqual([422, 1]);
    const [draft = ""] = await drafts();
    const opened = await get("claes", form);
    expect([opened.status, opened.headers.location]).toEqual([302, `${draft}?done=opened`]);
    const page = await get("claes", opened.headers.location ?? "");
    for (const text of ["Eerst", "U begon hier al aan", `href="${form}?another=yes"`])
      expect(page.text).toContain(text);
    // A colleague sees that it lies there, and begins one or goes on with it.
    const theirs = await get("wouters", form);
    expect([theirs.status, theirs.text.includes(`href="${draft}"`)]).toEqual([200, true]);
    const another = await send("claes", form, { ...(await hidden("claes", `${form}?another=yes`)), reason: "Nog een" });
    expect(another.status).toBe(422);
    const again = { ...(await hidden("claes", `${form}?another=yes`)), reason: "Nog een", do: "submit" };
    const left = await send("claes", form, again);
    expect([left.status, left.text.includes("Nog een"), await drafts()]).toEqual([422, true, [draft]]);
    // Going back and sending the same form again is refused for the same, and can be put right.
    const back = await send("claes", form, { ...again, reason: "Nog iets" });
    expect([back.status, back.text.includes('<a href="#position">'), await drafts()]).toEqual([422, true, [draft]]);
    const sound = { ...again, reason: "Nog een", position: "noted", do: "submit" };
    expect((await send("claes", form, sound)).status).toBe(303);
    expect(await drafts()).toEqual([draft]);
  });

  test("lists all drafts page by page where the desk shows the first of them", async () => {
    const { database } = await open(world);
    const { get } = serve(database);
    const settings = await trackerReads(database).settings();
    const acting = {
      person: signedIn.claes,
      at: "2015-06-30T08:00:00Z",
      settings,
      systemUser: "test",
      newId: randomUUID,
    };
    const work = draftDesk(database, acting);
    const drafted = (description: string) => ({ act: "commit", input: { description } });
    for (let place = 0; place < 51; place += 1)
      await work.act({ act: "makeDraft", thing: followUp, input: drafted(`Promise ${place}`) });
    const links = (text: string) => text.match(/href="\/nl\/desk\/drafts\/[\w-]+"/g)?.length;
    for (const [page, all] of [
      [at(), at("/drafts")],
      [at(`/follow-ups/${followUp}`), `${at("/drafts")}?followUp=${followUp}`],
    ] as const) {
      const { text } = await get("claes", page);
      expect([links(text), text.includes("De eerste 50 van 51."), text.includes(`href="${all}"`)], page).toEqual([
        ...[50, true, true],
      ]);
      const rest = `${all}${all.includes("?") ? "&" : "?"}page=2`;
      expect([(await get("claes", rest)).status, links((await get("claes", rest)).text)], rest).toEqual([200, 1]);
    }
    expect(links((await get("bos", at("/drafts"))).text)).toBeUndefined();
  });

  test("gives a draft to a colleague, takes it back with a note, and discards it", async () => {
    const { database } = await open(world);
    const roles = [{ role: "respondent" as const, organization: "justice" }];
    const { id, name } = signedIn.wouters;
    const by = { actor: "admin", systemUser: "admin" };
    await addUser(database, { name, roles }, { at: "2015-06-01T08:00:00Z", today: "2015-06-01", newId: () => id, by });
    const { send, get, hidden } = serve(database);
    const form = at(`/follow-ups/${followUp}/respond`);
    const made = await send("claes", form, { ...(await hidden("claes", form)), position: "noted", do: "save" });
    const draft = (made.headers.location ?? "").split("?")[0] ?? "";
    const handed = async (by: SignedIn, fields: Fields) => send(by, draft, { ...(await hidden(by, draft)), ...fields });
    const nobody = await handed("claes", { do: "handOver", "handOver.note": "Kijk even" });
    expect(nobody.status).toBe(422);
    expect(nobody.text).toContain('<a href="#handOver.to">');
    expect(nobody.text).toContain("Kijk even");
    // What was typed since goes along, also where the name is wrong; the form that was sent twice does no more.
    const typed = { position: "noted", reason: "Pas getypt." };
    const wrong = await handed("claes", { ...typed, do: "handOver", "handOver.to": "Niemand" });
    expect([wrong.status, wrong.text.includes("Pas getypt.")]).toEqual([422, true]);
    const given = { ...typed, do: "handOver", "handOver.to": "K. Wouters", "handOver.note": "Kijk even" };
    const sent = { ...(await hidden("claes", draft)), ...given, reason: "Nog later getypt." };
    for (const _ of ["once", "twice"])
      expect((await send("claes", draft, sent)).headers.location).toBe(`${draft}?done=handOver`);
    expect((await get("claes", `${draft}?done=handOver`)).text).toContain("Het ontwerp is doorgegeven");
    const page = await get("wouters", draft);
    for (const text of ["bij K. Wouters", "het kwam van J. Claes", "Kijk even", "Nog later getypt."])
      expect(page.text).toContain(text);
    expect((await handed("wouters", { do: "sendBack", "sendBack.note": "Goed zo" })).status).toBe(303);
    expect((await get("claes", at())).text).toContain("bij J. Claes");
    expect((await handed("claes", { do: "discard" })).status).toBe(422);
    expect((await handed("claes", { do: "discard", "discard.sure": "yes" })).headers.location).toBe(at());
    expect((await get("claes", draft)).status).toBe(404);
  });
});
