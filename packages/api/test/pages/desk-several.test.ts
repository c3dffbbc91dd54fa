import { expect, test } from "vitest";
import { world } from "../../../core/test/example-world.ts";
import { describeDatabase } from "../../../store/test/describe-database.ts";
import { type Fields, hiddenIn, servedDesks } from "./desk-forms.ts";

const answers = "/nl/desk/answers";
const updates = "/nl/desk/updates";

/** The fields of the row of a follow-up. */
function inRow(hidden: Fields, followUp: string, fields: Fields): Fields {
  const prefix = Object.keys(hidden)
    .find((name) => hidden[name] === followUp && name.endsWith(".followUp"))
    ?.slice(0, -8);
  expect(prefix, followUp).toBeDefined();
  return Object.fromEntries(Object.entries(fields).map(([name, text]) => [`${prefix}${name}`, text]));
}

describeDatabase("several at once", (open) => {
  test("are all submitted together or none, and what failed is named in its row and stays typed", async () => {
    const { database } = await open(world);
    const { get, send, hidden, entriesOf } = servedDesks(database);
    const before = await entriesOf("2013-01-just");
    const sent = await hidden("claes", answers);
    const good = inRow(sent, "2013-01-just", { position: "accepted", reason: "Wij beginnen in mei." });
    const bad = inRow(sent, "2013-02-just", { reason: "Zonder standpunt" });
    expect((await send("claes", answers, { ...sent, do: "submit" })).text).toContain("Er is nog niets ingevuld");
    const preview = await send("claes", answers, { ...sent, ...good, do: "preview" });
    expect([preview.status, preview.text.includes("niet meer verschuldigd")]).toEqual([200, true]);
    const refused = await send("claes", answers, { ...sent, ...good, ...bad, do: "submit" });
    expect(refused.status).toBe(422);
    expect(refused.text).toMatch(/<a href="#r\d\.position">2013-02: Standpunt: kies er een/);
    for (const text of ["Wij beginnen in mei.", "Zonder standpunt"]) expect(refused.text).toContain(text);
    expect((await entriesOf("2013-01-just")).length).toBe(before.length);
    expect(refused.text).toContain("Wat u in 2 rijen schreef, is bewaard als ontwerp");
    const again = { ...hiddenIn(refused.text), ...good, ...bad };
    const each = await send("claes", answers, { ...again, do: "each" });
    expect(each.status).toBe(422);
    expect(each.text).toContain("/nl/desk/receipts/");
    expect(each.text).toContain("Zonder standpunt");
    expect(each.text).not.toContain("Wij beginnen in mei.");
    expect(each.text).toContain("Wat u in 1 rij schreef, is bewaard als ontwerp");
    expect((await entriesOf("2013-01-just")).length).toBe(before.length + 1);
    const left = hiddenIn(each.text);
    const mended = { ...left, ...inRow(left, "2013-02-just", { position: "rejected", reason: "Nee" }), do: "submit" };
    const done = await send("claes", answers, mended);
    expect(done.status, done.text).toBe(303);
    expect((await send("claes", answers, mended)).headers.location).toBe(done.headers.location);
    expect((await entriesOf("2013-02-just")).filter(({ type }) => type === "response").length).toBe(1);
    expect((await get("claes", answers)).text).toContain("Niets van dien aard");
    expect((await get("lambert", answers)).status).toBe(404);
  });

  test("are kept as drafts, and stand in the form again", async () => {
    const { database } = await open(world);
    const { get, send, hidden } = servedDesks(database);
    const sent = await hidden("claes", answers);
    const row = inRow(sent, "2013-02-just", { position: "noted", reason: "Bewaard" });
    expect((await send("claes", answers, { ...sent, ...row, do: "save" })).headers.location).toBe("/nl/desk");
    const page = await get("wouters", answers);
    expect(page.text).toContain("Bewaard");
    expect(page.text).toMatch(/<option value="noted" selected/);
    expect((await get("bos", answers)).text).not.toContain("Bewaard");
  });

  test("are not said twice: a draft that a colleague submitted is told, and what was typed stays", async () => {
    const { database } = await open(world);
    const { send, hidden, entriesOf } = servedDesks(database);
    const sent = await hidden("claes", answers);
    const row = inRow(sent, "2013-02-just", { position: "noted", reason: "Een ontwerp" });
    expect((await send("claes", answers, { ...sent, ...row, do: "save" })).status).toBe(303);
    const [one, other] = [await hidden("claes", answers), await hidden("wouters", answers)];
    // What a field no longer says is not in the preview either.
    const emptied = inRow(one, "2013-02-just", { position: "noted", reason: "" });
    expect((await send("claes", answers, { ...one, ...emptied, do: "preview" })).text).not.toContain("Een ontwerp");
    const mine = inRow(one, "2013-02-just", { position: "accepted", reason: "Het eerste antwoord" });
    expect((await send("claes", answers, { ...one, ...mine, do: "submit" })).status).toBe(303);
    const theirs = inRow(other, "2013-02-just", { position: "rejected", reason: "Het tweede antwoord" });
    for (const step of ["preview", "save", "submit", "each"]) {
      const refused = await send("wouters", answers, { ...other, ...theirs, do: step });
      expect(refused.status, step).toBe(422);
      expect(refused.text, step).toContain("Het tweede antwoord");
      expect(refused.text, step).toMatch(/<a href="#r\d\.followUp">2013-02: /);
    }
    expect((await entriesOf("2013-02-just")).filter(({ type }) => type === "response")).toHaveLength(1);
  });

  test("have a row once, whatever a form sends", async () => {
    const { database } = await open(world);
    const { send, hidden } = servedDesks(database);
    const sent = await hidden("claes", answers);
    const many = Object.fromEntries(Array.from({ length: 400 }, (_, row) => [`r${row}.followUp`, "2013-02-just"]));
    const { text } = await send("claes", answers, { ...sent, ...many, do: "edit" });
    expect(text.match(/name="r\d+\.followUp"/g)?.length).toBeLessThanOrEqual(100);
  });

  test("are kept while they are typed, and nothing of a colleague is replaced so", async () => {
    const { database } = await open(world);
    const { get, send, hidden } = servedDesks(database);
    const sent = await hidden("claes", answers);
    const row = inRow(sent, "2013-02-just", { reason: "Een begin" });
    const kept = await send("claes", answers, { ...sent, ...row, do: "keep" });
    expect(kept.status).toBe(200);
    const now = hiddenIn(kept.text);
    expect(now[Object.keys(now).find((name) => name.endsWith(".draft")) ?? ""]).toBeDefined();
    // It goes on with that draft.
    const more = inRow(now, "2013-02-just", { reason: "Een begin, en meer" });
    const again = await send("claes", answers, { ...now, ...more, do: "keep" });
    expect((await get("wouters", answers)).text).toContain("Een begin, en meer");
    // A colleague, who had read what was kept, comes first.
    const read = hiddenIn(again.text);
    const theirs = {
      ...hiddenIn((await get("wouters", answers)).text),
      ...inRow(read, "2013-02-just", { reason: "Van K." }),
    };
    expect((await send("wouters", answers, { ...theirs, do: "save" })).status).toBe(303);
    const late = await send("claes", answers, {
      ...read,
      ...more,
      ...inRow(read, "2013-02-just", { reason: "Laat" }),
      do: "keep",
    });
    expect([late.status, late.text.includes("Laat")]).toEqual([409, true]);
    expect((await get("claes", answers)).text).toContain("Van K.");
  });

  test("say that there is nothing new since the last report", async () => {
    const { database } = await open(world);
    const { send, hidden, entriesOf } = servedDesks(database);
    const sent = await hidden("claes", updates);
    const row = inRow(sent, "2011-03-just", { nothingNew: "yes" });
    const done = await send("claes", updates, { ...sent, ...row, do: "submit" });
    expect(done.status, done.text).toBe(303);
    const last = (await entriesOf("2011-03-just")).find(
      (entry) => "narrative" in entry && /^Niets/.test(`${entry.narrative}`),
    );
    const told = { reportingYear: 2014, level: "fullyImplemented", narrative: "Niets nieuws sinds 31 december 2013." };
    expect(last).toMatchObject({ ...told, actor: "J. Claes" });
  });
});
