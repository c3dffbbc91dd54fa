import { expect, test } from "vitest";
import { world } from "../../../core/test/example-world.ts";
import { filledWorkbook, textsOfAnswers } from "../../../files/test/filled-workbook.ts";
import { describeDatabase } from "../../../store/test/describe-database.ts";
import { type Fields, servedDesks } from "./desk-forms.ts";

const page = "/nl/desk/workbook";
const field = "workbook.0.upload";

describeDatabase("the workbook at the desk", (open) => {
  test("goes out by a link, and comes in as drafts once two faulty rows were put right", async () => {
    const { database } = await open(world);
    const { app, get, send, bring } = servedDesks(database);
    const first = await get("claes", page);
    expect((await get("claes", "/nl/desk")).text).toContain(`href="${page}"`);
    const link = /href="(\/nl\/desk\/workbook\/[^"]+)"/.exec(first.text)?.[1] ?? "";
    expect([(await get("bos", link)).status, (await get(undefined, link)).status]).toEqual([404, 302]);
    const out = await app.get(link).set("Cookie", "visitor=claes").responseType("blob");
    expect([out.status, out.headers["content-disposition"], out.headers["cache-control"]]).toEqual([
      ...[200, expect.stringContaining("attachment"), "private, no-store"],
    ]);
    const rowOf = (reference: string, isUpdate: boolean) =>
      textsOfAnswers(out.body).findIndex(({ B, K }) => B === reference && (K !== undefined) === isUpdate) + 1;
    const [answer, other, update] = [rowOf("2013-01", false), rowOf("2013-02", false), rowOf("2011-03", true)];
    const typed = { [`I${answer}`]: "Aanvaard", [`J${answer}`]: "Wij beginnen in mei." };
    const faulty = { [`I${other}`]: "Misschien", [`L${update}`]: "Aan de gang", [`N${update}`]: "binnenkort" };
    const brought = (cells: Fields, name = "antwoorden.xlsx") =>
      bring("claes", page, { do: "check" }, { [field]: [Buffer.from(filledWorkbook(out.body, cells)), name] });

    const refused = await brought({ ...typed, ...faulty });
    expect(refused.status).toBe(422);
    for (const text of [
      `Antwoorden, rij ${other}, Uw standpunt: “Misschien” is geen van de keuzes: Aanvaard`,
      `Antwoorden, rij ${update}, Toestand op: “binnenkort” is geen datum`,
      "Er zou 1 ontwerp komen.",
      "2 rijen kunnen niet aangenomen worden",
      "er is niets ingevuld",
    ])
      expect(refused.text).toContain(text);
    expect((await get("claes", "/nl/desk")).text).not.toContain("2013-01: Antwoorden");

    const right = { ...typed, [`I${other}`]: "Verworpen", [`L${update}`]: "Aan de gang", [`N${update}`]: "1/6/2015" };
    const seen = await brought(right);
    expect([seen.status, seen.text.includes("Er zouden 3 ontwerpen komen.")]).toEqual([200, true]);
    const file = /name="workbook\.0\.file" value="([^"]+)"/.exec(seen.text)?.[1] ?? "";
    const made = await send("claes", page, { "workbook.0.file": file, do: "take" });
    expect([made.status, made.text.includes("Er kwamen 3 ontwerpen.")]).toEqual([200, true]);
    expect((await get("claes", "/nl/desk")).text).toContain("2013-01: Antwoorden");
    const twice = await send("claes", page, { "workbook.0.file": file, do: "take" });
    expect(twice.text).toContain("Er kwam geen nieuw ontwerp.");
    expect(twice.text).toContain("hetzelfde ligt al in ontwerp");
  });

  test("tells what to do with no file, with another one, and with that of another organization", async () => {
    const { database } = await open(world);
    const { app, get, send, bring } = servedDesks(database);
    expect((await send("claes", page, { do: "check" })).text).toContain("Kies het werkboek dat terugkwam.");
    const csv = await bring("claes", page, { do: "check" }, { [field]: [Buffer.from("a;b\n"), "a.csv"] });
    expect([csv.status, csv.text.includes(`<a href="#${field}">is het werkboek niet`)]).toEqual([422, true]);
    const gone = await send("claes", page, { "workbook.0.file": "none", do: "take" });
    expect([gone.status, gone.text.includes("Het bestand is er niet meer")]).toEqual([422, true]);
    const out = await app.get("/fr/desk/workbook/justice").set("Cookie", "visitor=claes").responseType("blob");
    const files = { [field]: [out.body, "réponses.xlsx"] as [Buffer, string] };
    const other = await bring("bos", page, { do: "check" }, files);
    expect(other.text).toMatch(/réponses\.xlsx is een werkboek van .*waarvoor u niet antwoordt/);
    expect((await get("lambert", page)).status).toBe(404);
  });
});
