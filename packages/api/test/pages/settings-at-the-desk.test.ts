import { expect, test } from "vitest";
import { world } from "../../../core/test/example-world.ts";
import { describeDatabase } from "../../../store/test/describe-database.ts";
import { basePath } from "../../src/contract/base-path.ts";
import { type Fields, hiddenIn, servedDesks } from "./desk-forms.ts";

const settings = "/en/desk/settings";

describeDatabase("the settings at the desk", (open) => {
  test("are changed from a day on after the form has told what it would move, and exactly that moves", async () => {
    const { database } = await open(world);
    const { app, get, send } = servedDesks(database);
    const dueSoon = async () => (await app.get(`${basePath}/overdue?dueSoon=true`)).body.total;
    const before = await dueSoon();
    const now = chosen((await get("peeters", settings)).text);
    expect(now).toMatchObject({ dueSoonDays: "30", responsePeriod: "2", timeZone: "Europe/Brussels" });
    const change = { ...now, dueSoonDays: "365", reason: "Ministries plan by the year." };
    const foreseen = await send("peeters", settings, { ...change, do: "foresee" });
    expect(foreseen.text).toContain("Days until something is due soon: 30 → 365");
    const told = Number(/(\d+) (?:are|is) due soon by it/.exec(foreseen.text)?.[1]);
    expect(told).toBeGreaterThan(0);
    expect(await dueSoon()).toBe(before);
    const record = { ...change, changed: "dueSoonDays", key: "k", do: "record" };
    const done = await send("peeters", settings, record);
    expect(done.headers.location).toBe(`${settings}?done=changeSettings`);
    expect((await send("peeters", settings, record)).headers.location).toBe(done.headers.location);
    expect(await dueSoon()).toBe(before + told);
    expect((await app.get(`${basePath}/settingChanges`)).body.items).toMatchObject([
      { from: "2015-06-30", changes: { dueSoonDays: 365 }, actor: "E. Peeters" },
    ]);
    const shorter = { ...change, dueSoonDays: "365", responsePeriod: "1", from: "2013-01-01" };
    const moved = await send("peeters", settings, { ...shorter, do: "foresee" });
    expect(moved.text).toMatch(/\d+ things? owed (are|is) due on another day/);
  });

  test("have a form that names each fault at its field, for an editor of all bodies alone", async () => {
    const { database } = await open(world);
    const { app, get, send } = servedDesks(database);
    const now = { ...chosen((await get("peeters", settings)).text), reason: "So", dueSoonDays: "14" };
    const faults: [string, Fields][] = [
      ["timeZone", { dueSoonDays: "30" }],
      ["timeZone", { timeZone: "Brussels" }],
      ["timeZone", { timeZone: "" }],
      ["responsePeriod", { responsePeriod: "0" }],
      ["responsePeriod", { responsePeriod: "two" }],
      ["responsePeriod.unit", { "responsePeriod.unit": "" }],
      ["verificationPeriod", { verificationPeriod: "101", "verificationPeriod.unit": "years" }],
      ["staleAfter", { staleAfter: "" }],
      ["periodRules", { periodRules: "none" }],
      ["publicationOfAnswers", { publicationOfAnswers: "never" }],
      ["dueSoonDays", { dueSoonDays: "soon" }],
      ["longOverdueDays", { longOverdueDays: "0" }],
      ["longOutstandingYears", { longOutstandingYears: "1000" }],
      ["lookBackYears", { lookBackYears: "" }],
      ["from", { from: "soon" }],
      ["from", { from: "2015-02-30" }],
      ["reason", { reason: "" }],
    ];
    for (const [at, fields] of faults)
      for (const does of ["foresee", "record"]) {
        const { status, text } = await send("peeters", settings, { ...now, ...fields, key: `${at}`, do: does });
        const told = JSON.stringify(fields);
        expect([status, text.includes(`<a href="#${at}">`), text.includes(`id="${at}-fault"`)], told).toEqual([
          ...[422, true, true],
        ]);
      }
    expect((await app.get(`${basePath}/settingChanges`)).body.items).toEqual([]);
    for (const by of ["claes", "dubois", "delvaux", "janssens"] as const) {
      expect((await get(by, settings)).status, by).toBe(404);
      expect((await send(by, settings, { ...now, key: by, do: "record" })).status, by).toBe(404);
    }
    expect((await get("dubois", "/en/desk")).text).not.toContain(settings);
  });
});

/** What stands in the fields of the form. */
function chosen(text: string): Fields {
  const select = [...text.matchAll(/<select[^>]* name="([\w.]+)".*?<\/select>/gs)].map(([all, name = ""]) => [
    name,
    /value="(\w+)" selected/.exec(all)?.[1] ?? "",
  ]);
  const radios = [...text.matchAll(/name="(\w+)" type="radio" value="(\w+)" checked/g)].map(([, name, value]) => [
    name,
    value,
  ]);
  const { key: _, ...lines } = hiddenIn(text);
  return { ...lines, ...Object.fromEntries(select), ...Object.fromEntries(radios) };
}
