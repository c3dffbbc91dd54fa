import supertest from "supertest";
import { expect, test } from "vitest";
import { world } from "../../core/test/example-world.ts";
import { describeDatabase } from "../../store/test/describe-database.ts";
import { basePath } from "../src/contract/base-path.ts";
import { worldApp } from "./world-app.ts";

describeDatabase("documents for others", (_, openToRead) => {
  const service = async () => supertest(await worldApp((await openToRead(world)).database));

  test("a reply has the measures taken under each recommendation, in four languages", async () => {
    const app = await service();
    const reply = (query: string) => app.get(`${basePath}/documents/reply?organization=just&format=md${query}`);
    const { items } = (await app.get(`${basePath}/followUps?responsible=just&asOf=2015-06-30&pageSize=1000`)).body;
    const open = items.filter(
      (each: { role: string; lifecycle: string }) => each.role !== "forInformation" && each.lifecycle !== "closed",
    );
    for (const [lang, title, measures] of [
      ["nl", "Antwoord van", "Genomen maatregelen"],
      ["fr", "Réponse", "Mesures prises"],
      ["de", "Antwort von", "Getroffene Maßnahmen"],
      ["en", "Reply of", "Measures taken"],
    ] as const) {
      const { text, status } = await reply(`&lang=${lang}`);
      expect(status, text).toBe(200);
      expect(text).toMatch(new RegExp(`^# ${title}`));
      expect(text.split(`**${measures}**`)).toHaveLength(open.length + 1);
      expect(text).not.toMatch(/undefined|NaN|\[object/);
    }
    const { text } = await reply("&lang=nl");
    let told = 0;
    for (const { id } of open)
      for (const entry of (await app.get(`${basePath}/followUps/${id}?asOf=2015-06-30`)).body.entries) {
        const { type, narrative, description, amendedBy, givenOn } = entry;
        if (!["progressUpdate", "commitment"].includes(type) || amendedBy || givenOn > "2015-06-30") continue;
        told += 1;
        expect(text).toContain((narrative ?? description ?? "").slice(0, 20));
      }
    expect(told).toBeGreaterThan(1);
    expect((await reply("&lang=nl&report=2011")).text).not.toContain("Verslag 2012");
    expect((await reply("&asOf=1990-01-01")).body.detail).toContain("answers for no recommendation");
    expect((await app.get(`${basePath}/documents/reply`)).status).toBe(400);
  });

  test("a briefing as a document says what the briefing says", async () => {
    const app = await service();
    const query = "report=2011&asOf=2015-06-30&lang=fr";
    const { items } = (await app.get(`${basePath}/briefing?${query}`)).body;
    const { text } = await app.get(`${basePath}/documents/briefing?${query}&format=md`).expect(200);
    expect(text.split("\n## ")).toHaveLength(items.length + 1);
    for (const { question, recommendation } of items) {
      expect(text).toContain(recommendation.reference);
      expect(text).toContain(question.text.split(" (")[0].split(" ?")[0]);
    }
  });

  test("a matrix has the heads and words of the other body", async () => {
    const app = await service();
    const matrix = async (style: string) =>
      (await app.get(`${basePath}/reports/report-2011/matrix?style=${style}&format=md&lang=nl&asOf=2015-06-30`)).text;
    const { total } = (await app.get(`${basePath}/recommendations?report=2011&withTotal=true&asOf=2015-06-30`)).body;
    const upr = await matrix("upr");
    expect(upr).toContain("| Recommendation | Position | Full list of themes |");
    expect(upr.match(/^\| .*2011-\d+/gm)).toHaveLength(total);
    expect(upr).toMatch(/\| (Supported|Noted|Pending) \|/);
    const greta = await matrix("greta");
    expect(greta).toContain("| No. | Recommendation | Addressee | Measures taken | Conclusion |");
    expect(greta.match(/^\| 2011-\d+/gm)).toHaveLength(total);
    expect((await app.get(`${basePath}/reports/report-2011/matrix?style=oecd`)).status).toBe(400);
  });

  test("a series in a section is what everybody may see of it, and a report is a page", async () => {
    const app = await service();
    const { text } = await app.get(`${basePath}/reports/report-2011/document?format=md&lang=fr`).expect(200);
    const { years } = (await app.get(`${basePath}/collectedItems/series-of-victims/figures`)).body;
    const [latest] = years;
    const table = text.slice(text.indexOf(`Victimes dont l’accompagnement a commencé, ${latest.year}`));
    const cells = [...table.slice(0, table.indexOf("\n\n**")).matchAll(/(?<=\| )(\d+|\\\*)(?= \|)/g)].map(
      ([, cell]) => cell,
    );
    expect(cells).toEqual(
      latest.cells.map(({ value }: { value?: number }) => (value === undefined ? "\\*" : String(value))),
    );
    expect(cells).toContain("\\*");
    expect(text).toContain("Non publié");
    for (const { year, cells: all } of years)
      if (all.at(-1).value !== undefined) expect(text).toContain(`| ${year} | ${all.at(-1).value} |`);
    expect(text).toContain("Traduction plus ancienne que le texte qui fait foi, en néerlandais.");

    const page = (await app.get("/fr/reports/2011/contents").expect(200)).text;
    for (const told of [
      "Cadre juridique et politique",
      "Non publié",
      "Traduction plus ancienne",
      "document?lang=fr&amp;format=docx",
    ])
      expect(page).toContain(told);
    const heads = [...text.matchAll(/^#{2,6} (.*)$/gm)].length;
    expect([...page.matchAll(/<h[2-6] class="govuk-heading-\w" id="(?!contents|notes)/g)]).toHaveLength(heads);
    expect((await app.get("/fr/reports/2011")).text).toContain('href="/fr/reports/2011/contents"');
    expect((await app.get("/fr/reports/2012/contents")).status).toBe(404);
  });
});
