import { expect, test } from "vitest";
import { world } from "../../../core/test/example-world.ts";
import { describeDatabase } from "../../../store/test/describe-database.ts";
import { basePath } from "../../src/contract/base-path.ts";
import type { SignedIn } from "./desk-app.ts";
import { type Fields, hiddenIn, servedDesks } from "./desk-forms.ts";

const desk = "/en/desk";
const whole = `${desk}/recommendations/2013-03`;
const level = `${whole}/level`;
const cycle = `${desk}/cycles/round-2014`;
const report = `${desk}/reports/report-2013/change`;

type Form = { by: SignedIn; page: string; does: string; sound: Fields; faults: [at: string, typed: Fields][] };

/** The forms of acts on the register that are seldom done, each with what is wrong in it by the rules of its act. */
const forms: readonly Form[] = [
  {
    ...{ by: "lambert", page: level, does: "overrideLevel" },
    sound: {
      "overrideLevel.level": "underWay",
      "overrideLevel.on": "2015-06-01",
      "overrideLevel.reason.nl": "Het lichtste deel",
    },
    faults: [
      ["overrideLevel.level", { "overrideLevel.level": "" }],
      ["overrideLevel.level", { "overrideLevel.level": "nothing" }],
      ["overrideLevel.on", { "overrideLevel.on": "2016-01-01" }],
      ["overrideLevel.on", { "overrideLevel.on": "soon" }],
      ["overrideLevel.on", { "overrideLevel.on": "2001-01-01" }],
      ["overrideLevel.reason.nl", { "overrideLevel.reason.nl": "\u2800" }],
      ["overrideLevel.reason.fr", { "overrideLevel.reason.nl": "" }],
    ],
  },
  {
    ...{ by: "peeters", page: cycle, does: "selectForAssessment" },
    sound: { themes: "victims", followUps: "2013-02: just", reason: "Of weight", on: "2015-03-02" },
    faults: [
      ["reason", { reason: "" }],
      ["reports", { themes: "", followUps: "" }],
      ["reports", { reports: "no such report" }],
      ["themes", { themes: "no such theme" }],
      ["addressees", { addressees: "nobody at all" }],
      ["followUps", { followUps: "no such number" }],
      ["followUps", { followUps: "2013-02: ibz" }],
      ["on", { on: "2099-01-01" }],
      ["on", { on: "soon" }],
    ],
  },
  {
    ...{ by: "peeters", page: report, does: "changeReport", sound: { transmittedToParliamentOn: "2015-06-20" } },
    faults: [
      ["reference", { reference: "" }],
      ["reportingYear", { reportingYear: "soon" }],
      ["reportingYear", { reportingYear: "" }],
      ["publishedOn", { publishedOn: "" }],
      ["publishedOn", { publishedOn: "2099-01-01" }],
      ["transmittedToParliamentOn", { transmittedToParliamentOn: "soon" }],
      ["transmittedToFieldOn", { transmittedToFieldOn: "2099-01-01" }],
    ],
  },
];

describeDatabase("the forms of what is seldom done on the register", (open) => {
  test("name each fault at its field, keep what was typed, and do it once", async () => {
    const { database } = await open(world);
    const { app, get, send } = servedDesks(database);
    for (const { by, page, does, sound, faults } of forms) {
      const own = formWith((await get(by, page)).text, does);
      const fields = { ...own, ...sound, do: does };
      for (const [at, typed] of faults) {
        const { status, text } = await send(by, page, { ...fields, ...typed, key: JSON.stringify(typed) });
        const told = `${does} ${JSON.stringify(typed)}`;
        expect([told, status], summaryOf(text)).toEqual([told, 422]);
        expect([text.includes(`<a href="#${at}"`), text.includes(`id="${at}-fault"`)], told + summaryOf(text)).toEqual([
          true,
          true,
        ]);
        for (const value of Object.values({ ...sound, ...typed }))
          if (!["", "nothing", "\u2800"].includes(value)) expect(text, told).toContain(value);
      }
      for (const other of ["claes", "bos", undefined] as const)
        expect([403, 404], does).toContain((await send(other, page, fields)).status);
      const done = await send(by, page, fields);
      expect([does, done.status], summaryOf(done.text)).toEqual([does, 303]);
      expect((await send(by, page, fields)).headers.location, does).toBe(done.headers.location);
    }
    const { body: recommendation } = await app.get(`${basePath}/recommendations/2013-03`);
    expect(recommendation.standing.override).toMatchObject({ level: "underWay", on: "2015-06-01" });
    expect((await app.get(`${basePath}/reportingCycles/round-2014`)).body.selections).toMatchObject([
      { themes: ["victims"], followUps: ["2013-02-just"], reason: "Of weight" },
    ]);
    expect((await app.get(`${basePath}/reports/report-2013`)).body.transmittedToParliamentOn).toBe("2015-06-20");

    // The override is taken back by its own form, which the follow-up of a part leads to.
    expect((await get("lambert", `${desk}/follow-ups/2013-03b-fedpol`)).text).toContain(`href="${level}"`);
    expect((await get("claes", `${desk}/follow-ups/2013-03b-fedpol`)).text).not.toContain(`href="${level}"`);
    const back = {
      ...formWith((await get("lambert", level)).text, "withdrawLevelOverride"),
      ...{ "withdrawLevelOverride.reason.nl": "Toch niet", do: "withdrawLevelOverride" },
    };
    const none = await send("lambert", level, { ...back, key: "none" });
    expect([none.status, none.text.includes('<a href="#withdrawLevelOverride.override">')]).toEqual([422, true]);
    const chosen = { ...back, "withdrawLevelOverride.override": recommendation.standing.override.id };
    for (const _ of ["once", "twice"])
      expect((await send("lambert", level, chosen)).headers.location).toBe(`${level}?done=withdrawLevelOverride`);
    expect((await app.get(`${basePath}/recommendations/2013-03`)).body.standing.override).toBeUndefined();
  });

  test("show how many follow-ups a selection fits before it is made", async () => {
    const { database } = await open(world);
    const { app, get, send } = servedDesks(database);
    const fields = formWith((await get("peeters", cycle)).text, "foreseeSelection");
    const fitting = async (typed: Fields) => {
      const { text } = await send("peeters", cycle, { ...fields, ...typed, do: "foreseeSelection" });
      return /<p class="govuk-inset-text">(No|\d+) follow-ups? fits?\./.exec(text)?.[1];
    };
    const { body } = await app.get(`${basePath}/followUps?theme=victims&withTotal=true`);
    expect(body.total).toBeGreaterThan(1);
    expect(await fitting({ themes: "victims" })).toBe(String(body.total));
    expect(await fitting({ followUps: "2013-02: just\n2013-03b" })).toBe("2");
    expect(await fitting({ followUps: "2013-02", addressees: "ibz" })).toBe("No");
    expect((await app.get(`${basePath}/reportingCycles/round-2014`)).body.selections).toBeUndefined();
  });

  test("take back a link that was made by mistake, once, with its reason", async () => {
    const { database } = await open(world);
    const { app, get, send } = servedDesks(database);
    const page = `${desk}/recommendations/2013-02`;
    const link = { "link.to": "another", "link.number": "2011-05", "link.type": "relatesTo", key: "l", do: "link" };
    expect((await send("peeters", page, link)).status).toBe(303);
    const form = (await get("peeters", page)).text;
    const [made] = (await app.get(`${basePath}/recommendations/2013-02/links`)).body.items;
    expect(form).toContain(`name="unlink.link" type="radio" value="${made.id}"`);
    const sound = { "unlink.link": made.id, "unlink.reason": "Another was meant", key: "u", do: "withdrawLink" };
    for (const [at, typed] of [
      ["unlink.link", { "unlink.link": "" }],
      ["unlink.link", { "unlink.link": "nothing" }],
      ["unlink.reason", { "unlink.reason": "" }],
      ["unlink.reason", { "unlink.reason": "\u2800" }],
    ] as [string, Fields][]) {
      const { status, text } = await send("peeters", page, { ...sound, ...typed, key: JSON.stringify(typed) });
      const told = JSON.stringify(typed);
      expect([told, status, text.includes(`<a href="#${at}"`)], summaryOf(text)).toEqual([told, 422, true]);
      if (at === "unlink.link") expect(text).toContain("Another was meant");
    }
    for (const _ of ["once", "twice"])
      expect((await send("peeters", page, sound)).headers.location).toBe(`${page}?done=withdrawLink`);
    expect((await get("peeters", page)).text).not.toContain('name="unlink.link"');
    for (const by of ["claes", "lambert", undefined] as const)
      expect([403, 404]).toContain((await send(by, page, sound)).status);
  });

  test("add a part of a recommendation of a draft by hand", async () => {
    const { database } = await open(world);
    const { get, send } = servedDesks(database);
    const made = await send("dubois", `${desk}/reports/new`, {
      ...{ issuingBody: "myria", reference: "P", reportingYear: "2014", key: "r", do: "draftReport" },
    });
    const address = `${(made.headers.location ?? "").replace(/\?.*/, "")}/add`;
    expect((await get("dubois", address)).text).not.toContain('name="partOf"');
    expect((await send("dubois", address, { reference: "1", key: "1" })).status).toBe(303);
    const [, id = ""] = /<select[^>]*name="partOf".*?<option value="([^"]+)"/s.exec(
      (await get("dubois", address)).text.replace('<option value="">', ""),
    ) ?? [undefined, ""];
    const part = { reference: "1a", partOf: id, label: "a", addressees: "just", key: "p" };
    for (const [at, typed] of [
      ["partOf", { partOf: "nothing" }],
      ["label", { label: "\u2800" }],
      ["reference", { reference: "" }],
    ] as [string, Fields][]) {
      const { status, text } = await send("dubois", address, { ...part, ...typed, key: at });
      expect([at, status, text.includes(`<a href="#${at}"`)], summaryOf(text)).toEqual([at, 422, true]);
    }
    const added = await send("dubois", address, part);
    expect(added.status).toBe(303);
    expect((await get("dubois", address.replace("/add", ""))).text).toContain("<bdi>1a</bdi>");
    // Its own page, and the form that looks through what a text or a file holds, make it a part too.
    const page = (added.headers.location ?? "").replace(/\?.*/, "");
    expect((await get("dubois", page)).text).toContain(`<option value="${id}" selected`);
    const row = { "r.0.place": "0 0 1", "r.0.reference": "1b", "r.0.text.fr": "Publier.", "r.0.partOf": id };
    const found = address.replace("/add", "/found");
    const wrong = await send("dubois", found, { ...row, "r.0.partOf": "nothing", key: "w" });
    expect([wrong.status, wrong.text.includes('<a href="#r.0.partOf"')]).toEqual([422, true]);
    expect((await send("dubois", found, { ...row, all: "just", key: "f" })).status).toBe(303);
    const report = (await get("dubois", address.replace("/add", ""))).text;
    const one = /href="(\/en\/desk\/recommendations\/[\w-]+)"[^>]*>\s*<bdi>1b</.exec(report)?.[1] ?? "";
    const shown = await get("dubois", one);
    expect(shown.text).toContain(`<option value="${id}" selected`);
    const taken = { ...hiddenIn(shown.text), "text.fr": "Publier.", addressees: "just", partOf: "", do: "change" };
    expect((await send("dubois", one, taken)).status).toBe(303);
    expect((await get("dubois", one)).text).not.toContain(`<option value="${id}" selected`);
  });

  test("a link says which follow-ups it closes before it is made", async () => {
    const { database } = await open(world);
    const { app, get, send } = servedDesks(database);
    const newer = `${desk}/recommendations/2013-02`;
    const lifecycle = async () => (await app.get(`${basePath}/followUps/2011-03-just`)).body.standing.lifecycle;
    const before = await lifecycle();
    expect(before).not.toBe("closed");
    const link = { "link.to": "another", "link.number": "2011-03", "link.type": "sharpens", key: "l", do: "link" };
    const told = await send("peeters", newer, link);
    expect([told.status, told.text.includes("closes 1 follow-up as superseded")]).toEqual([200, true]);
    expect(told.text).toContain(`href="${desk}/follow-ups/2011-03-just"`);
    expect(await lifecycle()).toBe(before);
    const [, closes = ""] = /name="link.closes" value="([^"]*)"/.exec(told.text) ?? [];
    for (const _ of ["once", "twice"])
      expect((await send("peeters", newer, { ...link, "link.closes": closes })).headers.location).toBe(
        `${newer}?done=link`,
      );
    expect(await lifecycle()).toBe("closed");
    expect((await get("peeters", newer)).text).toContain("Linked already");
  });
});

/** What a page says is wrong. */
function summaryOf(text: string): string {
  return /<ul class="govuk-list govuk-error-summary__list">.*?<\/ul>/s.exec(text)?.[0] ?? "";
}

/** What the form of a page that does something sends unseen, and what stands in its lines. */
function formWith(text: string, does: string): Fields {
  const form = [...text.matchAll(/<form class="heed-form.*?<\/form>/gs)].find(([each]) =>
    each.includes(`name="do" value="${does}"`),
  )?.[0];
  const days = [...(form ?? "").matchAll(/name="([\w.]+)" type="date" value="([^"]*)"/g)];
  const boxes = [...(form ?? "").matchAll(/name="([\w.]+)" type="(?:radio|checkbox)" value="([^"]*)" checked/g)];
  return {
    ...hiddenIn(form ?? ""),
    ...Object.fromEntries([...days, ...boxes].map(([, name = "", value = ""]) => [name, value])),
  };
}
