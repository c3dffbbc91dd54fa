import { expect, test } from "vitest";
import { world } from "../../../core/test/example-world.ts";
import { describeDatabase } from "../../../store/test/describe-database.ts";
import { basePath } from "../../src/contract/base-path.ts";
import { type Fields, hiddenIn, servedDesks } from "./desk-forms.ts";

const sections = "/en/desk/reports/report-2013/sections";
const form = `${sections}/new`;
const sound = {
  ...{ reference: "case-law", kind: "case law", authenticLanguage: "nl", state: "final", authors: "A. Peeters" },
  ...{ "title.nl": "Rechtspraak", "title.fr": "Jurisprudence", "text.nl": "Een vonnis.", "text.fr": "Un jugement." },
};

describeDatabase("what a report says at the desk", (open) => {
  test("is written, compared and withdrawn by a form, which names each fault at its field", async () => {
    const { database } = await open(world);
    const { app, get, send, hidden } = servedDesks(database);
    for (const name of ["claes", "lambert"] as const) expect((await get(name, sections)).status).toBe(404);
    const { key = "" } = await hidden("peeters", form);
    const faults: [string, Fields][] = [
      ["reference", { reference: "" }],
      ["title.", { "title.nl": "", "title.fr": "" }],
      ["text.fr", { "text.fr": "Bien.\n\n```heed chart\n```" }],
      ["position", { position: "first" }],
    ];
    for (const [at, fields] of faults) {
      const { status, text } = await send("peeters", form, { ...sound, ...fields });
      expect([status, text.includes(`<a href="#${at}`)], JSON.stringify(fields)).toEqual([422, true]);
    }
    expect((await send("peeters", form, { ...sound, "text.fr": "<b>" })).text).toContain(
      "fr, line 1: HTML is not taken",
    );
    expect((await send("peeters", form, { ...sound, key })).status).toBe(303);
    const listed = async () => (await app.get(`${basePath}/reportSections?report=2013`)).body.items;
    const [section] = await listed();
    expect(section).toMatchObject({ reference: "case-law", authors: ["A. Peeters"], text: { fr: "Un jugement." } });
    expect((await get("dubois", "/en/desk/reports/report-2013")).text).toContain(`href="${sections}"`);

    const own = `/en/desk/sections/${section.id}`;
    const changed = { ...sound, ...hiddenIn((await get("dubois", own)).text), "text.nl": "Twee vonnissen." };
    expect((await send("dubois", own, { ...changed, do: "correctSection" })).status).toBe(303);
    expect((await listed())[0].stale).toEqual(["fr"]);
    expect((await get("dubois", sections)).text).toContain("older than the authentic text: French");
    const page = (await get("dubois", own)).text;
    const compared = { ...sound, ...hiddenIn(page), "text.nl": "Twee vonnissen.", "checked.fr": "yes" };
    expect((await send("dubois", own, { ...compared, do: "correctSection" })).status).toBe(303);
    expect((await listed())[0].stale).toEqual([]);
    const again = { ...hiddenIn((await get("dubois", own)).text), do: "withdrawSection" };
    expect((await send("dubois", own, again)).status).toBe(422);
    expect((await send("dubois", own, { ...again, key: "w", reason: "Another year." })).status).toBe(303);
    expect(await listed()).toEqual([]);
    expect((await get("dubois", own)).text).toContain("Another year.");
  });
});
