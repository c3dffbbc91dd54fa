import { registerActs } from "@heed/core/acts/acts";
import type { RegisterAct } from "@heed/core/register/register-act";
import { expect, test } from "vitest";
import { z } from "zod";
import { world } from "../../../core/test/example-world.ts";
import { describeSqlite } from "../../../store/test/describe-database.ts";
import type { SignedIn } from "./desk-app.ts";
import { type Fields, servedDesks } from "./desk-forms.ts";
import { draftedReport } from "./drafted-report.ts";
import { controlsOf, formDoing } from "./form-controls.ts";
import { type Schema, schemaOf, standingIn, summaryOf, tellEachFault } from "./schema-faults.ts";

const desk = "/fr/desk";

type Served = ReturnType<typeof servedDesks>;
type Form = {
  by: SignedIn;
  /** Where the form may stand; the first page that has it counts. */
  pages: (served: Served) => readonly string[] | Promise<readonly string[]>;
  /** What the form is sent for, where that is not the act's name. */
  does?: string;
  /** What stands before the names of its fields. */
  prefix?: string;
  /** The property of the act that a field tells, where it has another name. */
  tells?: Readonly<Record<string, string>>;
  /** What has to be typed besides what stands there, so that the form says something sound. */
  sound?: Fields;
};

const cycles = async ({ get }: Served) => {
  const { text } = await get("peeters", `${desk}/cycles`);
  return [...text.matchAll(/href="(\/fr\/desk\/cycles\/(?!new)[^"?]+)"/g)].map(([, path = ""]) => path);
};

/** Does what a form of a page does, with what stands in it. */
async function doOn(
  { get, send }: Served,
  by: SignedIn,
  page: string,
  does: string,
  typed: Fields = {},
): Promise<void> {
  const controls = controlsOf(formDoing((await get(by, page)).text, does) ?? "");
  const standing = Object.fromEntries(controls.map(({ name, value }) => [name, value]));
  const { status, text } = await send(by, page, { ...standing, ...typed, do: does });
  expect([page, does, status], text).toEqual([page, does, 303]);
}

const collected = { issuingBody: "myria", reference: "F-1", year: "2014", "title.en": "Waiting" };
const section = { reference: "law", authenticLanguage: "nl", state: "draft", "title.nl": "Recht" };

/** The form of each act on the register that says something. */
const forms: Readonly<Record<string, Form>> = {
  draftReport: {
    by: "peeters",
    pages: () => [`${desk}/reports/new`],
    sound: { issuingBody: "myria", reference: "N", reportingYear: "2014", responsePeriod: "6" },
  },
  changeReport: { by: "peeters", pages: () => [`${desk}/reports/report-2013/change`], sound: { responsePeriod: "6" } },
  publish: {
    by: "peeters",
    pages: async (served) => [`${(await draftedReport(served, "fr")).report}/proofreading`],
    sound: { publishedOn: "2015-06-01", sure: "yes" },
  },
  addReportErratum: {
    by: "peeters",
    pages: async (served) => {
      const page = `${desk}/reports/report-2013/frozen`;
      await doOn(served, "peeters", page, "freezeReport", { sure: "yes" });
      return [page];
    },
    sound: { text: "It was 6." },
  },
  addRecommendation: {
    by: "peeters",
    does: "add",
    pages: async (served) => [`${(await draftedReport(served, "fr")).report}/add`],
    sound: { reference: "2", addressees: "just" },
  },
  changeRecommendation: {
    by: "peeters",
    does: "change",
    pages: async (served) => [(await draftedReport(served, "fr")).recommendation],
  },
  correctRecommendation: {
    by: "peeters",
    does: "preview",
    pages: () => [`${desk}/recommendations/2013-02`],
    sound: { "title.nl": "Anders" },
  },
  link: {
    ...{ by: "peeters", prefix: "link.", pages: () => [`${desk}/recommendations/2013-02`], tells: { number: "to" } },
    sound: { "link.to": "another", "link.number": "2011-05", "link.type": "relatesTo" },
  },
  addGround: {
    ...{ by: "peeters", prefix: "ground.", pages: () => [`${desk}/recommendations/2013-02`] },
    tells: { reference: "item" },
    sound: { "ground.reference": "framework" },
  },
  withdrawLink: {
    ...{ by: "peeters", prefix: "unlink." },
    pages: async ({ send }) => {
      const link = { "link.to": "another", "link.number": "2011-05", "link.type": "relatesTo", key: "l", do: "link" };
      await send("peeters", `${desk}/recommendations/2013-02`, link);
      return [`${desk}/recommendations/2013-02`];
    },
    sound: { "unlink.reason": "Another was meant" },
  },
  overrideLevel: {
    ...{ by: "lambert", prefix: "overrideLevel.", pages: () => [`${desk}/recommendations/2013-03/level`] },
    sound: { "overrideLevel.level": "underWay", "overrideLevel.on": "2015-06-01", "overrideLevel.reason.nl": "Zo" },
  },
  withdrawLevelOverride: {
    ...{ by: "lambert", prefix: "withdrawLevelOverride." },
    pages: async (served) => {
      const page = `${desk}/recommendations/2013-03/level`;
      await doOn(served, "lambert", page, "overrideLevel", forms.overrideLevel?.sound);
      return [page];
    },
    sound: { "withdrawLevelOverride.reason.nl": "Toch niet", "withdrawLevelOverride.on": "2015-06-30" },
  },
  openCycle: {
    ...{ by: "peeters", pages: () => [`${desk}/cycles/new`] },
    sound: {
      issuingBody: "myria",
      year: "2017",
      opensOn: "2016-02-01",
      updatesDueOn: "2016-06-01",
      assessmentsDueOn: "2016-09-01",
    },
  },
  changeCycle: { by: "peeters", pages: cycles },
  selectForAssessment: {
    by: "peeters",
    pages: () => [`${desk}/cycles/round-2014`],
    sound: { themes: "victims", reason: "Of weight", on: "2015-03-02" },
  },
  publishCycle: { by: "peeters", pages: cycles },
  closeCycle: { by: "peeters", pages: cycles, sound: { sure: "yes" } },
  addErratum: {
    by: "peeters",
    pages: async (served) => {
      const page = `${desk}/cycles/round-2014`;
      await doOn(served, "peeters", page, "publishCycle");
      await doOn(served, "peeters", page, "closeCycle", { sure: "yes" });
      return [page];
    },
    sound: { text: "A figure was wrong" },
  },
  addOrganization: {
    by: "peeters",
    pages: () => [`${desk}/organizations/new`],
    sound: { "name.en": "Mint", code: "mint", level: "federal" },
  },
  correctOrganization: {
    by: "peeters",
    pages: () => [`${desk}/organizations/justice`],
    sound: { "name.en": "Justice" },
  },
  changeOrganizations: {
    ...{ by: "peeters", does: "foresee", pages: () => [`${desk}/organizations/change`] },
    sound: { type: "absorbed", on: "2015-07-01", originals: "FPS Justice", results: "FPS Interior" },
  },
  changeSettings: {
    by: "peeters",
    does: "foresee",
    prefix: "changes.",
    pages: () => [`${desk}/settings`],
    sound: { dueSoonDays: "20", reason: "Sooner" },
  },
  addItem: { by: "peeters", pages: () => [`${desk}/items/new/focus`], sound: collected },
  correctItem: { by: "peeters", pages: (served) => itemPages(served), sound: { "title.en": "Another" } },
  withdrawItem: { by: "peeters", pages: (served) => itemPages(served), sound: { reason: "Another year" } },
  addSection: { by: "peeters", pages: () => [`${desk}/reports/report-2013/sections/new`], sound: section },
  correctSection: { by: "peeters", pages: (served) => sectionPages(served), sound: { "title.nl": "Anders" } },
  withdrawSection: { by: "peeters", pages: (served) => sectionPages(served), sound: { reason: "Another year" } },
};

async function itemPages({ send, get }: Served): Promise<string[]> {
  await send("peeters", `${desk}/items/new/focus`, { ...collected, key: "item", do: "addItem" });
  const { text } = await get("peeters", `${desk}/items`);
  return [...text.matchAll(/href="(\/fr\/desk\/items\/(?!new)[^"?]+)"/g)].map(([, path = ""]) => path);
}

async function sectionPages({ send, get }: Served): Promise<string[]> {
  const sections = `${desk}/reports/report-2013/sections`;
  await send("peeters", `${sections}/new`, { ...section, key: "section", do: "addSection" });
  const { text } = await get("peeters", sections);
  return [...text.matchAll(/href="(\/fr\/desk\/sections\/[^"?]+)"/g)].map(([, path = ""]) => path);
}

/** Their forms have a button alone: what else they can say is for programs. */
const buttonsAlone: readonly string[] = ["freezeReport"];

// What is refused here is refused before anything is written, so one database shows it.
describeSqlite("the form of each act on the register", (open) => {
  test("is here, for every act that says something", () => {
    const saying = Object.values<RegisterAct>(registerActs).filter(
      ({ input }) => Object.keys((input as z.ZodObject | undefined)?.shape ?? {}).length > 0,
    );
    const named = saying.map(({ name }) => name).filter((name) => !buttonsAlone.includes(name));
    expect(Object.keys(forms).sort()).toEqual(named.sort());
  });

  test.each(Object.keys(forms))(
    "%s names each fault of its schema at its field, and keeps what was typed",
    { timeout: 60_000 },
    async (act) => {
      const { database } = await open(world);
      const served = servedDesks(database);
      const { get, send } = served;
      const { by, pages, does = act, prefix = "", tells = {}, sound = {} } = forms[act] as Form;
      let at = "";
      let form: string | undefined;
      for (const page of await pages(served)) {
        at = page;
        form = formDoing((await get(by, page)).text, does);
        if (form !== undefined) break;
      }
      expect(form, `${act}: no page has its form`).toBeDefined();
      const controls = controlsOf(form ?? "");
      const root = z.toJSONSchema((registerActs as Record<string, RegisterAct>)[act]?.input as z.ZodType, {
        io: "input",
        unrepresentable: "any",
      }) as Schema;
      const whole: Fields = { ...standingIn(controls), ...sound, do: does };
      const written = async () => (await database.all("SELECT count(*) AS count FROM register_record"))[0];
      const before = await written();
      const propertyOf = (own: string) =>
        schemaOf(root, (tells[own] ?? own).split(".")) ?? schemaOf(root, `${prefix}${own}`.split("."));
      const tried = await tellEachFault(served, { by, at, does, whole, controls, prefix, propertyOf });
      expect(tried).toBeGreaterThan(0);
      expect(await written()).toEqual(before);
      // The form itself is sound: what was refused was so for its fault.
      const { status, text } = await send(by, at, { ...whole, key: "sound" });
      expect([act, status === 422], summaryOf(text)).toEqual([act, false]);
    },
  );
});
