import { expect, test } from "vitest";
import { world } from "../../../core/test/example-world.ts";
import { describeDatabase } from "../../../store/test/describe-database.ts";
import { basePath } from "../../src/contract/base-path.ts";
import { type Fields, hiddenIn, servedDesks } from "./desk-forms.ts";

const organizations = "/en/desk/organizations";
const change = `${organizations}/change`;
const merger = { type: "merged", on: "2015-07-01", originals: "just\nFPS Interior", results: "safety" };

describeDatabase("organizations at the desk", (open) => {
  test("are merged after the form has told which follow-ups go over, and exactly those do", async () => {
    const { database } = await open(world);
    const { app, get, send, hidden } = servedDesks(database);
    const page = `${organizations}/new`;
    const { key = "" } = await hidden("peeters", page);
    const unchosen = await send("peeters", page, { "name.en": "FPS Safety", level: "", coordinator: "Nobody", key });
    expect(unchosen.status).toBe(422);
    for (const field of ["level", "code", "coordinator"]) expect(unchosen.text).toContain(`<a href="#${field}"`);
    const added = await send("peeters", page, { "name.en": "FPS Safety", code: "safety", level: "federal", key });
    expect([added.status, added.text]).toEqual([303, expect.anything()]);
    expect((await send("peeters", page, { "name.en": "FPS Safety", code: "safety", level: "federal", key })).text).toBe(
      added.text,
    );
    const answeredBy = async (code: string, asOf: string) =>
      (await app.get(`${basePath}/followUps?responsible=${code}&asOf=${asOf}&pageSize=200`)).body.items.map(
        ({ id }: { id: string }) => id,
      ) as string[];
    const own = [...(await answeredBy("just", "2015-06-30")), ...(await answeredBy("ibz", "2015-06-30"))];
    expect(own.length).toBeGreaterThan(3);
    const foreseen = await send("peeters", change, { ...merger, key: "k1", do: "foresee" });
    expect(foreseen.status, foreseen.text).toBe(200);
    expect(foreseen.text).toContain("From 1 July 2015 on:");
    const moved = [...foreseen.text.matchAll(/href="\/en\/desk\/follow-ups\/([\w-]+)"/g)].map(([, id = ""]) => id);
    expect(moved.sort()).toEqual(own.sort());
    expect(foreseen.text).toMatch(/\d+ follow-ups go from FPS Justice to FPS Safety\. \d+ things owed today go along/);
    expect(await answeredBy("safety", "2015-07-01")).toEqual([]);
    const carried = { ...merger, key: "k1", do: "record" };
    const recorded = await send("peeters", change, carried);
    expect(recorded.headers.location).toBe(`${organizations}?done=changeOrganizations`);
    expect((await send("peeters", change, carried)).headers.location).toBe(recorded.headers.location);
    expect((await answeredBy("safety", "2015-07-01")).sort()).toEqual(own.sort());
    const { body } = await app.get(`${basePath}/organizationChanges`);
    expect(body.items.filter(({ type }: { type: string }) => type === "merged")).toHaveLength(
      world.organizationChanges.filter(({ type }) => type === "merged").length + 1,
    );
    expect((await get("peeters", recorded.headers.location ?? "")).text).toContain("is recorded");
  });

  test("have forms that name each fault at its field, and move nothing without a day", async () => {
    const { database } = await open(world);
    const { get, send } = servedDesks(database);
    const faults: [string, Fields][] = [
      ["type", { type: "" }],
      ["type", { type: "renamed" }],
      ["on", { on: "soon" }],
      ["on", { on: "2015-02-30" }],
      ["originals", { originals: "FPS Justise" }],
      ["type", { originals: "just\njust" }],
      ["results", { results: "nobody at all" }],
      ["legalBasis", { legalBasis: "x".repeat(200_001) }],
    ];
    const sound = { type: "absorbed", on: "2015-07-01", originals: "just\nguard", results: "ibz" };
    for (const [at, fields] of faults) {
      const { status, text } = await send("peeters", change, { ...sound, ...fields, do: "foresee" });
      const told = JSON.stringify(fields).slice(0, 80);
      expect([status, text.includes(`<a href="#${at}">`), text.includes(`id="${at}-fault"`)], told).toEqual([
        ...[422, true, true],
      ]);
    }
    expect((await send("peeters", change, { ...sound, on: "", do: "foresee" })).text).toContain("It has no day yet");
    const planned = await send("peeters", change, { ...sound, on: "", key: "k", do: "record" });
    const list = await get("peeters", planned.headers.location ?? "");
    const [, again = ""] = /href="([^"]*replaces=[^"]*)"/.exec(list.text) ?? [];
    const form = await get("peeters", again.replaceAll("&amp;", "&"));
    expect(form.text).toContain("just\nguard");
    const one = `${organizations}/justice`;
    const { version = "" } = hiddenIn((await get("peeters", one)).text);
    const corrected = { "name.en": "FPS Justice", "name.nl": "FOD Justitie", code: "just", level: "federal", version };
    for (const [at, fields] of [
      ["name.en", { "name.en": "", "name.nl": "" }],
      ["code", { code: "Not a code" }],
      ["code", { code: "ibz" }],
      ["level", { level: "" }],
    ] as [string, Fields][]) {
      const { status, text } = await send("peeters", one, { ...corrected, ...fields });
      expect([status, text.includes(`<a href="#${at}">`)], JSON.stringify(fields)).toEqual([422, true]);
      const added = await send("peeters", `${organizations}/new`, { ...corrected, code: "new", ...fields });
      expect(added.status).toBe(422);
    }
    const done = await send("peeters", one, { ...corrected, "name.en": "FPS Justice of Belgium", key: "c" });
    expect(done.headers.location, done.text).toBe(`${one}?done=correctOrganization`);
    expect((await send("peeters", one, { ...corrected, "name.en": "Another", key: "d" })).status).toBe(422);
  });

  test("are told to be overdue for as much as is, and be it for long", async () => {
    const { database } = await open(world);
    const { send } = servedDesks(database, { now: () => new Date("2020-06-30T10:00:00Z") });
    const absorbed = { type: "absorbed", on: "2020-07-01", originals: "just", results: "ibz", do: "foresee" };
    const { text } = await send("peeters", change, absorbed);
    const [, told] = /(\d+) of them overdue/.exec(text) ?? [];
    expect(text.match(/Long overdue/g)?.length).toBeGreaterThan(1);
    expect(Number(told)).toBe(text.match(/(?:Long o|, O)verdue/g)?.length);
  });

  test("are kept by an editor of all bodies alone", async () => {
    const { database } = await open(world);
    const { get, send } = servedDesks(database);
    for (const path of [organizations, `${organizations}/new`, change, `${organizations}/justice`]) {
      expect((await get("peeters", path)).status, path).toBe(200);
      for (const by of ["claes", "dubois", "delvaux"] as const) {
        expect((await get(by, path)).status, `${by} ${path}`).toBe(404);
        if (path === organizations) continue;
        expect((await send(by, path, { ...merger, do: "record", key: by })).status, `${by} ${path}`).toBe(404);
      }
    }
    expect((await get("dubois", "/en/desk")).text).not.toContain(organizations);
    expect((await get("peeters", "/en/desk")).text).toContain(organizations);
  });
});
