import { expect, test } from "vitest";
import { world } from "../../../core/test/example-world.ts";
import { describeDatabase } from "../../../store/test/describe-database.ts";
import { basePath } from "../../src/contract/base-path.ts";
import type { SignedIn } from "./desk-app.ts";
import { servedDesks } from "./desk-forms.ts";

const followUp = "2013-02-just";
const entries = `/en/desk/follow-ups/${followUp}/entries`;

type Recorded = { id: string; type: string; corrects?: string; retracts?: string; reason?: string };

describeDatabase("an entry at the desk", (open) => {
  test("is corrected and retracted after a preview, by the side that said it, and nothing is overwritten", async () => {
    const { database } = await open(world);
    const { app, get, send } = servedDesks(database);
    const recorded = async () =>
      (await app.get(`${basePath}/followUps/${followUp}`)).body.entries as readonly Recorded[];
    const answer = { position: "accepted", reason: "We begin in 2026.", key: "r", do: "submit" };
    expect((await send("claes", `/en/desk/follow-ups/${followUp}/respond`, answer)).status).toBe(303);
    const said = (await recorded()).find(({ reason }) => reason === answer.reason);
    const one = `${entries}/${said?.id}`;
    expect((await get("claes", `/en/desk/follow-ups/${followUp}`)).text).toContain(entries);
    expect((await get("claes", entries)).text).toContain(one);
    const form = await get("claes", one);
    expect([form.status, form.text.includes("We begin in 2026.")]).toEqual([200, true]);
    const correction = { act: "correct", key: "c", position: "accepted", reason: "We begin in 2016." };
    const faulty = await send("claes", one, { ...correction, position: "nothing", do: "preview" });
    expect([faulty.status, faulty.text.includes('<a href="#position">')]).toEqual([422, true]);
    const same = await send("claes", one, { ...correction, reason: "We begin in 2026.", do: "preview" });
    expect([same.status, same.text.includes("Nothing would change by this")]).toEqual([422, true]);
    const before = (await recorded()).length;
    const foreseen = await send("claes", one, { ...correction, do: "preview" });
    expect([foreseen.status, foreseen.text.includes("We begin in 2016.")]).toEqual([200, true]);
    expect((await recorded()).length).toBe(before);
    const done = await send("claes", one, { ...correction, do: "correct" });
    expect([done.status, done.headers.location]).toEqual([303, expect.stringContaining("/receipts/")]);
    expect((await send("claes", one, { ...correction, do: "correct" })).headers.location).toBe(done.headers.location);
    const corrected = (await recorded()).find(({ corrects }) => corrects === said?.id);
    expect(corrected).toMatchObject({ reason: "We begin in 2016." });
    expect((await recorded()).length).toBe(before + 1);
    // What was corrected is amended no more; what took its place is.
    expect((await get("claes", one)).status).toBe(404);
    const now = `${entries}/${corrected?.id}`;
    const retraction = { act: "retract", key: "x", "retract.reason": "On the wrong follow-up." };
    const unsaid = await send("claes", now, { ...retraction, "retract.reason": "", do: "preview" });
    expect([unsaid.status, unsaid.text.includes('<a href="#retract.reason">')]).toEqual([422, true]);
    expect((await send("claes", now, { ...retraction, do: "preview" })).status).toBe(200);
    for (const by of ["bos", "lambert", "janssens"] as SignedIn[]) {
      expect((await get(by, now)).status, by).toBe(404);
      expect((await send(by, now, { ...retraction, key: by, do: "retract" })).status, by).toBe(422);
    }
    expect((await send("claes", now, { ...retraction, do: "retract" })).status).toBe(303);
    expect((await send("claes", now, { ...retraction, do: "retract" })).status).toBe(303);
    expect((await recorded()).filter(({ retracts }) => retracts === corrected?.id)).toHaveLength(1);
  });

  test("an editor takes a finding back that stands in the wrong place, and is offered no correction of it", async () => {
    const { database } = await open(world);
    const { app, get, send } = servedDesks(database);
    const list = (await app.get(`${basePath}/followUps?assessed=partiallyImplemented`)).body.items;
    const { entries: said } = (await app.get(`${basePath}/followUps/${list[0].id}`)).body;
    const finding = (said as Recorded[]).findLast(({ type }) => type === "assessment");
    const at = `/en/desk/follow-ups/${list[0].id}/entries/${finding?.id}`;
    const shown = async (by: SignedIn) => {
      const { text } = await get(by, at);
      return [text.includes('id="correct"'), text.includes('id="retract"')];
    };
    expect(await shown("lambert")).toEqual([true, true]);
    expect(await shown("peeters")).toEqual([false, true]);
    const sent = { act: "correct", key: "e", level: "notStarted", do: "preview" };
    expect((await send("peeters", at, sent)).status).toBe(422);
  });
});
