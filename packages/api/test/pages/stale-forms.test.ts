import { expect, test } from "vitest";
import { world } from "../../../core/test/example-world.ts";
import { describeSqlite } from "../../../store/test/describe-database.ts";
import type { SignedIn } from "./desk-app.ts";
import { type Fields, servedDesks } from "./desk-forms.ts";
import { draftedReport } from "./drafted-report.ts";
import { controlsOf, formDoing } from "./form-controls.ts";

const reports = "/en/desk/reports";
const section = { reference: "1", authenticLanguage: "nl", state: "draft", "title.nl": "Cijfers", "text.nl": "Een." };
const judgment = {
  ...{ issuingBody: "myria", reference: "JUD-2014-7", year: "2014", "title.nl": "De steengroeve" },
  ...{ "content.court": "Hof van beroep", "content.decidedOn": "2014-05-06" },
};

// What is refused because of a version is decided by the acts, which have their own tests on both databases.
describeSqlite("a form of something that changed meanwhile", (open) => {
  async function served() {
    const { database } = await open(world);
    const served = servedDesks(database);
    const { get, send } = served;
    /** What the form of a page sends. */
    const filled = async (by: SignedIn, page: string, does: string): Promise<Fields> => {
      const controls = controlsOf(formDoing((await get(by, page)).text, does) ?? "");
      return { ...Object.fromEntries(controls.map(({ name, value }) => [name, value])), do: does };
    };
    const made = async (page: string, fields: Fields) =>
      ((await send("peeters", page, fields)).headers.location ?? "").replace(/\?.*/, "");
    return { ...served, filled, made };
  }

  test("shows what is saved now beside each field in which something else was typed, and then takes it", async () => {
    const { get, send, filled, made, ...rest } = await served();
    const { report, recommendation } = await draftedReport({ get, send, ...rest });
    const of = { report: `${report}/sections`, items: "/en/desk/items" };
    await made(`${of.report}/new`, { ...section, key: "s" });
    await made(`${of.items}/new/judgment`, { ...judgment, key: "i" });
    const linked = async (page: string, way: RegExp) => way.exec((await get("peeters", page)).text)?.[1] ?? "";
    /** A field, what somebody else saves in it, how that is told, and what was typed. */
    const forms: [page: string, does: string, field: string, saved: string, typed: string, told?: string][] = [
      [`${report}/change`, "changeReport", "title.fr", "Rapport sauvé", "Rapport tapé"],
      [recommendation, "change", "text.fr", "Sauvée.", "Tapée."],
      ["/en/desk/organizations/justice", "correctOrganization", "name.en", "Saved Justice", "Typed Justice"],
      ["/en/desk/cycles/round-2014", "changeCycle", "assessmentsDueOn", "2015-12-30", "2015-12-31"],
      [
        await linked(of.report, /"(\/en\/desk\/sections\/[^"]+)"/),
        "correctSection",
        "state",
        "final",
        "draft",
        "Final",
      ],
      [await linked(of.items, /"(\/en\/desk\/items\/[\w-]{36})"/), "correctItem", "title.nl", "Bewaard", "Getypt"],
    ];
    for (const [page, does, field, saved, typed, told = saved] of forms) {
      const read = await filled("peeters", page, does);
      const first = await send("peeters", page, { ...read, [field]: saved, key: `${does} first` });
      expect([page, first.status]).toEqual([page, 303]);
      const late = await send("peeters", page, { ...read, [field]: typed, key: `${does} late` });
      const beside = [...late.text.matchAll(/id="([^"]+)-saved">[^<]*<bdi class="heed-typed">([^<]*)/g)];
      expect(
        beside.map(([, name, text]) => [name, text]),
        page,
      ).toEqual([[field, told]]);
      const again = controlsOf(formDoing(late.text, does) ?? "");
      const sent: Fields = { ...Object.fromEntries(again.map(({ name, value }) => [name, value])), do: does };
      expect([late.status, sent[field]], page).toEqual([422, typed]);
      expect((await send("peeters", page, sent)).status, page).toBe(303);
      expect((await filled("peeters", page, does))[field], page).toBe(typed);
    }
  });

  test("keeps what was typed for a draft that was published or discarded meanwhile", async () => {
    const { get, send, filled, ...rest } = await served();
    const { report, recommendation } = await draftedReport({ get, send, ...rest });
    const words = "Publier chaque année les chiffres.";
    const typed = { reference: "2", "text.fr": words, addressees: "just", themes: "data" };
    const rows = { "r.0.place": "0 0 1", "r.0.reference": "3", "r.0.text.fr": words };
    const change = { ...(await filled("peeters", `${report}/change`, "changeReport")), "title.fr": words };
    const one = { ...(await filled("peeters", recommendation, "change")), "text.fr": words };
    const late: [page: string, fields: Fields][] = [
      [`${report}/add`, { ...typed, do: "add" }],
      [`${report}/add`, { ...typed, addressees: "nobody at all", do: "add" }],
      [`${report}/text`, { language: "fr", text: words, do: "find" }],
      [`${report}/found`, { ...rows, do: "join" }],
    ];
    const told = async ([page, fields]: (typeof late)[number], by: SignedIn = "peeters") => {
      const { status, text } = await send(by, page, { ...fields, key: JSON.stringify(fields) });
      return [page, status, text.includes(words), /<button[^>]* name="do"/.test(text)];
    };
    const proof = await filled("peeters", `${report}/proofreading`, "publish");
    const publish = { ...proof, publishedOn: "2015-06-30", sure: "yes", do: "publish" };
    expect((await send("peeters", `${report}/proofreading`, publish)).status).toBe(303);
    for (const each of late) {
      expect(await told(each)).toEqual([each[0], 409, true, false]);
      // To who does not edit for the body there is no such page.
      expect(await told(each, "claes")).toEqual([each[0], 404, false, false]);
    }
    expect((await get("peeters", report)).text).toContain("1 recommendation<");

    const other = {
      ...{ issuingBody: "myria", reference: "Gone", reportingYear: "2014" },
      key: "g",
      do: "draftReport",
    };
    const gone = ((await send("peeters", `${reports}/new`, other)).headers.location ?? "").replace(/\?.*/, "");
    const at = (page: string) => page.replace(report, gone);
    const added = await send("peeters", `${gone}/add`, { reference: "1", addressees: "just", key: "o", do: "add" });
    const removed = (added.headers.location ?? "").replace(/\?.*/, "");
    const theirs = await filled("peeters", removed, "change");
    await send("peeters", removed, { ...(await filled("peeters", removed, "remove")), do: "remove" });
    const again = await send("peeters", removed, { ...theirs, "text.fr": words });
    expect([again.status, again.text.includes(words), again.text.includes(`action="${gone}/add"`)]).toEqual([
      ...[409, true, true],
    ]);
    await send("peeters", gone, { ...(await filled("peeters", gone, "discard")), sure: "yes" });
    for (const [page, fields] of late) expect(await told([at(page), fields])).toEqual([at(page), 404, true, false]);
    expect(await told([removed, { ...one, report: gone.split("/").at(-1) ?? "" }])).toEqual([
      removed,
      404,
      true,
      false,
    ]);
    expect(await told([`${gone}/sections/new`, { ...section, "text.fr": words }])).toEqual([
      ...[`${gone}/sections/new`, 404, true, false],
    ]);
    const anew = await send("peeters", `${gone}/change`, change);
    expect([anew.status, anew.text.includes(words), anew.text.includes(`action="${reports}/new"`)]).toEqual([
      ...[404, true, true],
    ]);
  });
});
