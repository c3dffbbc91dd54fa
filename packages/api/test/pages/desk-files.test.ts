import { expect, test } from "vitest";
import { world } from "../../../core/test/example-world.ts";
import { describeDatabase } from "../../../store/test/describe-database.ts";
import { basePath } from "../../src/contract/base-path.ts";
import { hiddenIn, ownForm, servedDesks } from "./desk-forms.ts";

const followUp = "2013-02-just";
const form = `/nl/desk/follow-ups/${followUp}/addEvidence`;
const upload = "evidence.0.upload";
const note = Buffer.from("Een nota over opleiding.\n");

describeDatabase("a file of a form", (open) => {
  test("is taken in as it comes, stays with a faulty form, and is evidence once it is submitted", async () => {
    const { database } = await open(world);
    const { app, get, bring, hidden, entriesOf } = servedDesks(database);
    const before = (await entriesOf(followUp)).length;
    const sent = { ...(await hidden("claes", form)), do: "submit" };
    const faulty = await bring("claes", form, sent, { [upload]: [note, "nota é.txt"] });
    expect(faulty.status, faulty.text).toBe(422);
    expect(faulty.text).toContain('<a href="#evidence.0.kind">');
    expect(faulty.text).toContain("Het bestand nota é.txt is er.");
    const again = { ...hiddenIn(faulty.text), "evidence.0.kind": "document", do: "submit" };
    const draft = /action="(\/nl\/desk\/drafts\/[^"]+)"/.exec(faulty.text)?.[1] ?? "";
    expect((await get("claes", draft)).text).toContain("Het bestand nota é.txt is er.");
    const done = await bring("claes", draft, again, {});
    expect(done.status, done.text).toBe(303);
    expect((await entriesOf(followUp)).length).toBe(before + 1);
    const receipt = await get("claes", done.headers.location ?? "");
    const content = new RegExp(`href="(${basePath}/files/[\\da-f]{64}/content)"`).exec(receipt.text)?.[1] ?? "";
    expect((await app.get(content)).text).toBe(note.toString());
  });

  test("of another name takes the place of the one before, and another one of the same name is told so", async () => {
    const { database } = await open(world);
    const { bring, hidden } = servedDesks(database);
    const sent = { ...(await hidden("claes", form)), "evidence.0.title": "Nota", do: "preview" };
    expect((await bring("claes", form, sent, { [upload]: [note, "nota.txt"] })).text).toContain("nota.txt is er");
    const other = await bring("claes", form, sent, { [upload]: [Buffer.from("Iets anders."), "andere.txt"] });
    expect(other.text).toContain("andere.txt is er");
    const same = await bring("claes", form, sent, { [upload]: [Buffer.from("Nog iets."), "nota.txt"] });
    expect([same.status, same.text.includes("al een ander bestand met deze naam")]).toEqual([422, true]);
  });

  test("that is not what its name says is refused at its field, and the other one is kept", async () => {
    const { database } = await open(world);
    const { bring, hidden } = servedDesks(database);
    const rows = { "evidence.0.kind": "document", "evidence.1.kind": "document", "evidence.1.title": "Getypt" };
    const refused = await bring(
      "claes",
      form,
      { ...(await hidden("claes", form)), ...rows, do: "submit" },
      { [upload]: [note, "nota.txt"], "evidence.1.upload": [Buffer.from("%PDF? no"), "wet.pdf"] },
    );
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('<a href="#evidence.1.upload">');
    for (const text of ["Het bestand nota.txt is er.", 'value="Getypt"']) expect(refused.text).toContain(text);
  });

  test("is not taken from who is not signed in, and a form that is cut off is 400", async () => {
    const { database } = await open(world);
    const { app } = servedDesks(database);
    expect((await app.post(form).set(ownForm).attach(upload, note, "nota.txt")).status).toBe(403);
    const cut = await app
      .post(form)
      .set(ownForm)
      .set("Cookie", "visitor=claes")
      .set("Content-Type", "multipart/form-data; boundary=x")
      .send('--x\r\nContent-Disposition: form-data; name="do"\r\n\r\nsubmit');
    expect(cut.status).toBe(400);
    expect((await app.post(form).set(ownForm).set("Cookie", "visitor=claes").type("json").send("{}")).status).toBe(400);
  });
});
