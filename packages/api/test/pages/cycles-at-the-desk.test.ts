import { expect, test } from "vitest";
import { world } from "../../../core/test/example-world.ts";
import { describeDatabase } from "../../../store/test/describe-database.ts";
import { basePath } from "../../src/contract/base-path.ts";
import { type Fields, hiddenIn, servedDesks } from "./desk-forms.ts";

const cycles = "/en/desk/cycles";
const days = { opensOn: "2017-01-09", updatesDueOn: "2017-03-31", assessmentsDueOn: "2017-06-30" };
const sound = { issuingBody: "myria", year: "2016", ...days, do: "openCycle" };

describeDatabase("reporting cycles at the desk", (open) => {
  test("are opened by a form that names each fault at its field, once however often it is sent", async () => {
    const { database } = await open(world);
    const { app, get, send, hidden } = servedDesks(database);
    const form = `${cycles}/new`;
    const { key = "" } = await hidden("peeters", form);
    const faults: [string, Fields][] = [
      ["issuingBody", { issuingBody: "" }],
      ["year", { year: "" }],
      ["year", { year: "soon" }],
      ["year", { year: "2014" }],
      ["opensOn", { opensOn: "2017-02-30" }],
      ["updatesDueOn", { updatesDueOn: "" }],
      ["updatesDueOn", { updatesDueOn: "2017-01-01" }],
      ["assessmentsDueOn", { assessmentsDueOn: "2017-03-01" }],
    ];
    for (const [at, fields] of faults) {
      const { status, text } = await send("peeters", form, { ...sound, ...fields });
      const told = JSON.stringify(fields);
      expect([status, text.includes(`<a href="#${at}">`), text.includes(`id="${at}-fault"`)], told).toEqual([
        ...[422, true, true],
      ]);
      for (const typed of Object.values({ ...days, ...fields }))
        if (typed !== "") expect(text, told).toContain(`value="${typed}"`);
    }
    const opened = await send("peeters", form, { ...sound, key });
    expect(opened.status).toBe(303);
    expect((await send("peeters", form, { ...sound, key })).headers.location).toBe(opened.headers.location);
    const page = await get("peeters", opened.headers.location ?? "");
    expect(page.text).toContain("The cycle is open.");
    const { body } = await app.get(`${basePath}/reportingCycles`);
    expect(body.items.filter(({ year }: { year: number }) => year === 2016)).toMatchObject([
      { issuingBody: "myria", ...days },
    ]);
    expect((await get("lambert", form)).status).toBe(404);
    expect((await get("claes", cycles)).status).toBe(404);
  });

  test("are published, closed after what is missing was said, and compared with the one before", async () => {
    const { database } = await open(world);
    const { app, get, send } = servedDesks(database);
    const cycle = `${cycles}/round-2014`;
    expect((await get("peeters", cycles)).text).toContain(`href="${cycle}"`);
    const page = await get("peeters", cycle);
    expect(page.text).toMatch(/\d+ updates? of the cycle (is|are) missing/);
    expect((await get("lambert", cycle)).text).not.toContain('<form class="heed-form');
    const unsure = { ...hiddenIn(page.text), do: "closeCycle" };
    const refused = await send("peeters", cycle, unsure);
    expect([refused.status, refused.text.includes('<a href="#sure">')]).toEqual([422, true]);
    const sent = { ...unsure, sure: "yes" };
    const early = await send("peeters", cycle, { ...sent, closedOn: "2015-03-01" });
    expect([early.status, early.text.includes('<a href="#closedOn">')]).toEqual([422, true]);
    const published = await send("peeters", cycle, { ...sent, publishedOn: "2015-06-20", do: "publishCycle" });
    expect(published.status).toBe(303);
    const after = { ...hiddenIn((await get("peeters", cycle)).text), sure: "yes" };
    // Somebody who read it before its publication is told so, and nothing is closed.
    expect((await send("peeters", cycle, sent)).status).toBe(422);
    const closed = await send("peeters", cycle, { ...after, do: "closeCycle" });
    expect(closed.headers.location).toBe(`${cycle}?done=closeCycle`);
    expect((await send("peeters", cycle, { ...after, do: "closeCycle" })).status).toBe(303);
    const { body } = await app.get(`${basePath}/reportingCycles/round-2014`);
    expect(body).toMatchObject({ publishedOn: "2015-06-20", closedOn: "2015-06-30" });
    const done = await get("peeters", `${cycle}?done=closeCycle`);
    expect(done.text).toContain('href="/en/cycles/myria/2014"');
    expect((await get(undefined, "/en/cycles/myria/2014")).text).toContain("Against the cycle about 2013");
    // What is found wrong afterwards is noted beside the snapshot, once, by an editor.
    const erratum = { ...hiddenIn(done.text), text: "Counted twice: 2013/2.", do: "addErratum" };
    const unsaid = await send("peeters", cycle, { ...erratum, text: "" });
    expect([unsaid.status, unsaid.text.includes('<a href="#text">')]).toEqual([422, true]);
    expect((await send("peeters", cycle, erratum)).headers.location).toBe(`${cycle}?done=addErratum`);
    expect((await send("peeters", cycle, erratum)).status).toBe(303);
    expect((await app.get(`${basePath}/reportingCycles/round-2014`)).body.errata).toMatchObject([
      { text: "Counted twice: 2013/2.", actor: "E. Peeters" },
    ]);
    expect((await send("lambert", cycle, { ...erratum, key: "l" })).status).toBe(422);
  });
});
