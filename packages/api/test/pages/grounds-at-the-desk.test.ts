import { expect, test } from "vitest";
import { world } from "../../../core/test/example-world.ts";
import { describeSqlite } from "../../../store/test/describe-database.ts";
import { basePath } from "../../src/contract/base-path.ts";
import { servedDesks } from "./desk-forms.ts";

const desk = "/en/desk";
const piece = { "evidence.0.title": "The quarry", "evidence.0.kind": "judgment" };

describeSqlite("what a recommendation rests on, at the desk", (open) => {
  test("is named by its reference, cited as evidence, and shown on each page", async () => {
    const { database } = await open(world);
    const { app, get, send } = servedDesks(database);
    const page = `${desk}/recommendations/2013-02`;
    const ground = { "ground.reference": "JUD-2011-1", "ground.place": "paragraph 4", do: "addGround" };
    const unknown = await send("peeters", page, { ...ground, "ground.reference": "NOTHING", key: "x" });
    expect([unknown.status, unknown.text.includes('<a href="#ground.reference"')]).toEqual([422, true]);
    expect((await send("peeters", page, { ...ground, key: "g" })).headers.location).toBe(`${page}?done=addGround`);
    expect((await get("peeters", page)).text).toContain("JUD-2011-1");

    const form = `${desk}/follow-ups/2013-02-just/assess`;
    const finding = {
      ...{ level: "underWay", method: "courtRecord", rationale: "The judges said so", reportingYear: "2014" },
      ...{ "evidence.0.cited": "JUD-2011-1", key: "a", do: "submit" },
    };
    const wrong = await send("lambert", form, { ...finding, ...piece, "evidence.0.cited": "NOTHING", key: "w" });
    expect([wrong.status, wrong.text.includes('href="#evidence.0.cited"')]).toEqual([422, true]);
    const done = await send("lambert", form, finding);
    expect(done.status, done.text).toBe(303);
    const { entries } = (await app.get(`${basePath}/followUps/2013-02-just`)).body;
    const [evidence] = entries.find((each: { rationale?: string }) => each.rationale === finding.rationale).evidence;
    expect(evidence).toMatchObject({ kind: "judgment", item: expect.any(String) });
    expect(evidence.title).toMatch(/^JUD-2011-1 /);

    const shown = await app.get("/en/recommendations/2013/2013-02");
    expect(shown.text).toContain(`/en/collected/${evidence.item}"`);
    expect(shown.text).toContain("paragraph 4");
    const led = await app.get(`/en/collected/${evidence.item}`);
    expect([led.status, led.headers.location]).toEqual([expect.any(Number), "/en/collected/ceoor/JUD-2011-1"]);
    const item = (await app.get("/en/collected/ceoor/JUD-2011-1")).text;
    expect(item).toContain("What rests on it");
    expect(item.split("What rests on it")[1]).toMatch(/2013-02[\s\S]*Assessment/);
  });
});
