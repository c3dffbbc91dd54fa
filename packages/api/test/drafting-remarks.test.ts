import type { NewToken } from "@heed/store";
import supertest from "supertest";
import { expect, test } from "vitest";
import { world } from "../../core/test/example-world.ts";
import { describeDatabase } from "../../store/test/describe-database.ts";
import { basePath } from "../src/contract/base-path.ts";
import { operations } from "../src/operations/operations.ts";
import { tokensOf } from "./tokens.ts";
import { worldApp } from "./world-app.ts";

const people = {
  editor: { name: "E. Maes", role: "editor", organizations: [] },
} as const satisfies Record<string, NewToken>;

const shape = operations.find(({ id }) => id === "listDraftingRemarks")?.output;

type Remark = { code: string; text: unknown; passages?: string[]; similar?: { reference: string }[] };

describeDatabase("the remarks on a recommendation of a draft", (open) => {
  test("tell what to look at, and propose what was asked before; others see neither it nor its words", {
    timeout: 60_000,
  }, async () => {
    const { database } = await open(world);
    const app = supertest(await worldApp(database));
    const { editor } = await tokensOf(database, people);
    const send = async (path: string, body: object) => {
      const answer = await app
        .post(basePath + path)
        .set("Authorization", `Bearer ${editor}`)
        .set("If-Match", "*")
        .send(body);
      expect(answer.status, answer.text).toBe(201);
      return (answer.body.href as string).split("/").at(-1) ?? "";
    };
    const remarksOn = async (id: string, query = "", token: string | null = editor) => {
      const request = app.get(`${basePath}/recommendations/${id}/draftingRemarks${query}`);
      const answer = await (token === null ? request : request.set("Authorization", `Bearer ${token}`));
      if (answer.status === 200 && query === "") shape?.parse(answer.body);
      return { status: answer.status, items: (answer.body.items ?? []) as Remark[] };
    };
    const asked = { en: "Continue to consider the glockenspiel of the carillon." };
    const report = await send("/reports", {
      ...{ reference: "2026", reportingYear: 2026, issuingBody: "myria", authenticLanguages: ["en", "nl"] },
    });
    const first = await send(`/reports/${report}/recommendations`, { reference: "2026-01", text: asked });
    const second = await send(`/reports/${report}/recommendations`, {
      reference: "2026-02",
      text: { en: "Publish the glockenspiel of the carillon by 2027, and train its players." },
      addressees: [{ organization: "justice" }],
    });

    const { items } = await remarksOn(first);
    expect(items.map(({ code }) => code)).toEqual([
      ...["noAddressee", "missingLanguage", "nothingVerifiable", "noTime", "perhapsAskedBefore"],
    ]);
    expect(items.at(-1)?.similar?.map(({ reference }) => reference)).toEqual(["2026-02"]);
    const other = await remarksOn(second);
    expect(other.items.map(({ code }) => code)).toEqual(["missingLanguage", "severalDemands", "perhapsAskedBefore"]);
    expect(other.items[1]?.passages).toEqual(["Publish the glockenspiel of the carillon by 2027", "train its players"]);
    expect((await remarksOn(first, "?lang=nl")).items[0]?.text).toEqual({
      nl: "Er is nog geen geadresseerde ingevuld.",
    });

    // Who is named in the words of one that is addressed to nobody is proposed.
    const third = await send(`/reports/${report}/recommendations`, {
      reference: "2026-03",
      text: { en: "Have the staff of the FPS  Justice trained by 2027." },
    });
    expect((await remarksOn(third)).items[0]).toMatchObject({
      code: "noAddressee",
      organizations: [{ id: "justice" }],
      text: { en: "No addressee is filled in yet; its text names:" },
    });

    // Nothing is nearer than what a text names by its number.
    const fourth = await send(`/reports/${report}/recommendations`, {
      reference: "2026-04",
      text: { en: "As asked in recommendation 2011-03 (see 2026-99), publish the glockenspiel by 31-12-2027." },
    });
    const citing = (await remarksOn(fourth)).items.find(({ code }) => code === "perhapsAskedBefore");
    expect(citing?.similar?.[0]?.reference).toBe("2011-03");

    // The public sees no draft, nor that a draft has near words.
    expect(await remarksOn(first, "", null)).toMatchObject({ status: 404 });
    const published = await database.all<{ id: string }>(
      "SELECT r.id FROM recommendation r JOIN report p ON p.id = r.report_id WHERE p.status = 'published'",
    );
    for (const { id } of published)
      for (const { similar = [] } of (await remarksOn(id, "", null)).items)
        expect(similar.map(({ reference }) => reference).filter((each) => each.startsWith("2026-"))).toEqual([]);
  });

  test("are told of each recommendation of a file, which is kept nowhere; only an editor of the draft has it read", async () => {
    const { database } = await open(world);
    const app = supertest(await worldApp(database));
    const { editor, other, assessor } = await tokensOf(database, {
      ...people,
      other: { name: "U. Nia", role: "editor", organizations: ["unia"] },
      assessor: { name: "A. Lambert", role: "assessor", organizations: [] },
    });
    const made = await app
      .post(`${basePath}/reports`)
      .set("Authorization", `Bearer ${editor}`)
      .send({
        ...{ reference: "2026", reportingYear: 2026, issuingBody: "myria", authenticLanguages: ["en"] },
      });
    const id = made.body.href.split("/").at(-1);
    const propose = (text: string, name: string, token = editor, report = id, type = "application/octet-stream") =>
      app
        .post(`${basePath}/reports/${report}/proposedRecommendations?name=${name}`)
        .set("Authorization", `Bearer ${token}`)
        .set("Content-Type", type)
        .send(text);
    const said = await app.get(`${basePath}/recommendations/2011-04`);
    const asked = said.body.text.en ?? Object.values(said.body.text)[0];
    const csv = `No,Recommendation,Addressees\n1,${asked},\n2,Publish the carillon by 2027.,ceoor\n`;
    const { status, body } = await propose(csv, "a.csv");
    expect(status, JSON.stringify(body)).toBe(201);
    operations.find((each) => each.id === "proposeRecommendations")?.output.parse(body);
    const [first, second] = body.items;
    expect(first).toMatchObject({ reference: "1", place: { row: 2 }, addressees: [] });
    expect(first.remarks.map(({ code }: Remark) => code)).toEqual(
      expect.arrayContaining(["noAddressee", "perhapsAskedBefore"]),
    );
    const near = first.remarks.find(({ code }: Remark) => code === "perhapsAskedBefore").similar;
    expect(near.map(({ reference }: { reference: string }) => reference)).toContain("2011-04");
    expect(second).toMatchObject({
      ...{ place: { row: 3 }, addressees: ["ceoor"] },
      remarks: [{ code: "formerOrganization", organizations: [{ code: "ceoor" }] }],
    });
    const text = await propose(
      "1. Publish it by 2027.\n2. Train the players well each year.",
      "a.txt",
      editor,
      id,
      "text/plain",
    );
    expect(text.body.items.map(({ place }: { place: object }) => place)).toEqual([{ paragraph: 1 }, { paragraph: 2 }]);
    const list = await app.get(`${basePath}/recommendations?report=${id}`).set("Authorization", `Bearer ${editor}`);
    expect(list.body.items).toEqual([]);

    const refused = [
      [await propose("name\n1\n", "a.csv"), 400],
      [await propose("%PDF", "a.pdf"), 400],
      [await propose(csv, "a.csv", assessor), 403],
      [await propose(csv, "a.csv", other), 404],
      [await propose(csv, "a.csv", assessor, "report-2011"), 403],
      [await propose(csv, "a.csv", editor, "report-2011"), 409],
      [await propose(csv, "a.csv", editor, "none"), 404],
    ] as const;
    expect(refused.map(([answer]) => answer.status)).toEqual(refused.map(([, wanted]) => wanted));
  });
});
