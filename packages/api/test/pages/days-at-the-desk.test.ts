import { expect, test } from "vitest";
import { world } from "../../../core/test/example-world.ts";
import { describeSqlite } from "../../../store/test/describe-database.ts";
import type { SignedIn } from "./desk-app.ts";
import { servedDesks } from "./desk-forms.ts";
import { draftedReport } from "./drafted-report.ts";

/** A form of each kind that has days, and one of its days. */
const forms: readonly (readonly [by: SignedIn, page: string, field: string])[] = [
  ["claes", "follow-ups/2013-02-just/update", "asOf"],
  ["claes", "follow-ups/2013-02-just/commit", "due"],
  ["peeters", "follow-ups/2013-02-just/respond", "givenOn"],
  ["peeters", "cycles/new", "opensOn"],
  ["peeters", "cycles/round-2014", "on"],
  ["peeters", "organizations/new", "foundingDate"],
  ["peeters", "organizations/change", "on"],
  ["peeters", "settings", "from"],
  ["peeters", "items/new/judgment", "content.decidedOn"],
  ["janssens", "users/new", "addRole.from"],
  ["janssens", "tokens/new", "expiresOn"],
];

const told = {
  en: ["does not exist", "Write day, month and year, such as 31/12/2026"],
  nl: ["die dag bestaat niet", "Schrijf dag, maand en jaar, zoals 31/12/2026"],
  fr: ["ce jour n’existe pas", "Écrivez le jour, le mois et l’année, comme 31/12/2026"],
  de: ["diesen Tag gibt es nicht", "Schreiben Sie Tag, Monat und Jahr, etwa 31.12.2026"],
} as const;

// How a day is read is decided before anything is asked of a database.
describeSqlite("a day in a form of the desk", (open) => {
  test("is read as it is written in Belgium, and one that does not exist is told to be none, in each language", async () => {
    const { database } = await open(world);
    const served = servedDesks(database);
    const { get, send } = served;
    const { report } = await draftedReport(served);
    const all = [...forms, ["peeters", `${report.replace("/en/desk/", "")}/proofreading`, "publishedOn"] as const];
    const languages = Object.keys(told) as (keyof typeof told)[];
    for (const [place, [by, path, field]] of all.entries()) {
      const language = languages[place % languages.length] ?? "en";
      const page = `/${language}/desk/${path}`;
      const shown = (await get(by, page)).text;
      const form =
        [...shown.matchAll(/<form\b.*?<\/form>/gs)].find(([each]) => each.includes(`name="${field}"`))?.[0] ?? "";
      const buttons = [...form.matchAll(/name="do" value="(\w+)"/g)].map(([, each]) => each);
      const does = buttons.find((each) => each === "preview") ?? buttons.at(-1) ?? "";
      if (field !== "due") expect(form, page).toContain(`name="dayField" value="${field}"`);
      const [none = "", unread = ""] = told[language];
      const version = /name="version" value="(\d+)"/.exec(form)?.[1] ?? "";
      const sent = async (day: string) =>
        (await send(by, page, { key: `${page} ${day}`, version, do: does, dayField: field, [field]: day })).text;
      const gone = await sent("31/02/2015");
      const fault = (text: string) => new RegExp(`<a href="#${field}">([^<]*)`).exec(text)?.[1] ?? "";
      expect(fault(gone), `${page} 31/02/2015`).toContain(none);
      expect(gone, page).toContain("31/02/2015");
      const soon = await sent("soon");
      expect(soon.match(new RegExp(`<a href="#${field}"`, "g")), `${page} soon`).toHaveLength(1);
      if (field !== "due") expect(fault(soon), `${page} soon`).toContain(unread);
      // It comes back as the record writes it, beside what else is missing.
      for (const day of ["31/12/2014", "31.12.2014", "31 december 2014"]) {
        const text = await sent(day);
        if (field !== "due") expect(text, `${page} ${day}`).toContain(`value="2014-12-31"`);
      }
    }
  });
});
