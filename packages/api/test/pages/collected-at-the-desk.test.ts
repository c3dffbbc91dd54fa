import { expect, test } from "vitest";
import { world } from "../../../core/test/example-world.ts";
import { describeDatabase } from "../../../store/test/describe-database.ts";
import { basePath } from "../../src/contract/base-path.ts";
import { type Fields, hiddenIn, servedDesks } from "./desk-forms.ts";

const items = "/en/desk/items";
const form = `${items}/new/judgment`;
const sound = {
  ...{ issuingBody: "myria", reference: "JUD-2014-7", year: "2014", "title.nl": "De steengroeve", themes: "housing" },
  ...{
    "content.court": "Hof van beroep",
    "content.decidedOn": "2014-05-06",
    "content.civilParties": "een vzw\nde Staat",
  },
};

describeDatabase("what is collected at the desk", (open) => {
  test("is added, corrected and withdrawn by a form of its kind, which names each fault at its field", async () => {
    const { database } = await open(world);
    const { app, get, send, hidden } = servedDesks(database);
    for (const name of ["claes", "lambert"] as const) expect((await get(name, items)).status).toBe(404);
    expect((await get("dubois", `${items}/new/opinion`)).status).toBe(404);
    const { key = "" } = await hidden("peeters", form);
    const faults: [string, Fields][] = [
      ["reference", { reference: "" }],
      ["year", { year: "soon" }],
      ["title.", { "title.nl": "" }],
      ["content.court", { "content.court": "" }],
      ["content.decidedOn", { "content.decidedOn": "2014-02-30" }],
      ["content.ecli", { "content.ecli": "BE:1" }],
    ];
    for (const [at, fields] of faults) {
      const { status, text } = await send("peeters", form, { ...sound, ...fields });
      expect([status, text.includes(`<a href="#${at}`)], JSON.stringify(fields)).toEqual([422, true]);
      if (fields.reference === undefined) expect(text).toContain('value="JUD-2014-7"');
    }
    const all = await send("peeters", form, { ...sound, reference: "", "content.court": "" });
    for (const at of ["reference", "content.court"]) expect(all.text, "in one round").toContain(`<a href="#${at}"`);
    const added = await send("peeters", form, { ...sound, key });
    expect([added.status, (await send("peeters", form, { ...sound, key })).status]).toEqual([303, 303]);
    const listed = async () =>
      (await app.get(`${basePath}/collectedItems?kind=judgment&year=2014`)).body.items as {
        id: string;
        content: { civilParties: string[] };
      }[];
    const [item] = await listed();
    expect((await listed()).length).toBe(1);
    expect(item?.content.civilParties).toEqual(["een vzw", "de Staat"]);

    const own = `${items}/${item?.id}`;
    const page = (await get("dubois", own)).text;
    expect(page).toContain("een vzw\nde Staat");
    const changed = { ...sound, ...hiddenIn(page), "content.outcome": "vrijgesproken", "content.civilParties": "" };
    expect((await send("dubois", own, { ...changed, do: "correctItem" })).status).toBe(303);
    const [corrected] = await listed();
    expect(corrected?.content).toEqual({ court: "Hof van beroep", decidedOn: "2014-05-06", outcome: "vrijgesproken" });
    // The version of before the correction.
    expect((await send("dubois", own, { ...changed, key: "late", do: "correctItem" })).status).not.toBe(303);
    const again = hiddenIn((await get("dubois", own)).text);
    const withdraw = { ...again, do: "withdrawItem" };
    expect((await send("dubois", own, withdraw)).status).toBe(422);
    expect((await send("dubois", own, { ...withdraw, key: "w", reason: "Another case." })).status).toBe(303);
    expect(await listed()).toEqual([]);
    expect((await get("dubois", own)).text).toContain("Another case.");
    expect((await get("dubois", items)).text).toContain("JUD-2014-7");
    // What a body that was split collected is of none of those that came after it.
    expect((await get("dubois", `${items}/judgment-of-the-farm`)).status).toBe(404);
  });

  test("a contact is kept by a form, is told once its day is past, and is erased by who is sure", async () => {
    const { database } = await open(world);
    const { get, send, hidden } = servedDesks(database);
    const at = `${items}/new/contact`;
    const { key = "" } = await hidden("peeters", at);
    const contact = {
      ...{ issuingBody: "myria", reference: "CON-7", year: "2014", "title.nl": "Cijfers", key },
      ...{ "content.organization": "Payoke", "content.name": "Lena Zqvarrie", "content.purpose": "cijfers" },
      ...{ "content.retainUntil": "2015-06-29", "content.obtainedFrom": "haarzelf" },
    };
    expect((await send("peeters", at, contact)).status).toBe(303);
    const list = (await get("peeters", items)).text;
    expect(list).toContain("Kept longer than was said");
    const [, own = ""] = /href="([^"]+)">\s*(?:<[^>]+>)*CON-7, /.exec(list) ?? [];
    const erase = async (more: Fields) =>
      send("peeters", own, { ...hiddenIn((await get("peeters", own)).text), ...more, do: "eraseItem" });
    const unsure = await erase({});
    expect([unsure.status, unsure.text.includes('href="#erase.sure"'), unsure.text.includes("Zqvarrie")]).toEqual([
      422,
      true,
      true,
    ]);
    expect((await erase({ "erase.sure": "yes" })).status).toBe(303);
    expect((await get("peeters", own)).status).toBe(404);
    expect((await get("peeters", items)).text).not.toContain("CON-7");
  });

  test("stages are typed one on each line, and come back as they were typed", async () => {
    const { database } = await open(world);
    const { app, get } = servedDesks(database);
    expect((await app.get(`${basePath}/collectedItems/proceedings-of-the-farm`)).body.content.stages.length).toBe(2);
    const text = (await get("peeters", `${items}/proceedings-of-the-farm`)).text;
    expect(text).toContain("2010-09-01 | civil party\n2011-10-05 | judgment</textarea>");
  });
});
