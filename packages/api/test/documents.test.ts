import { createHash } from "node:crypto";
import { labelOf } from "@heed/core/wording/label-within";
import supertest from "supertest";
import { expect, test } from "vitest";
import { world } from "../../core/test/example-world.ts";
import { describeDatabase } from "../../store/test/describe-database.ts";
import { basePath } from "../src/contract/base-path.ts";
import { type Chapter, chapterOf } from "./read-chapter.ts";
import { worldApp } from "./world-app.ts";

const asOf = "2015-06-12";
const address = `${basePath}/documents/followUpChapter`;

type Counts = Record<string, number>;
type Rate = Record<"numerator" | "denominator" | "tooYoung" | "notAssessed" | "undetermined", number>;

describeDatabase("documents over HTTP", (_, openToRead) => {
  const service = async () => supertest(await worldApp((await openToRead(world)).database));

  test("every figure of the follow-up chapter is what the API answers for its days", async () => {
    const app = await service();
    const get = async (path: string) => (await app.get(basePath + path).expect(200)).body;
    const { text } = await app.get(`${address}?issuingBody=myria&year=2014&asOf=${asOf}&format=md&lang=en`).expect(200);
    const chapter: Chapter = chapterOf(text);
    const { numbers, column, table } = chapter;
    const { from, before, after, totalsByMovement } = await get(`/comparison?reportingCycle=2014`).then(
      async ({ from: first }) => get(`/comparison?from=${first}&to=${asOf}`),
    );
    const progress = async (day: string, groupBy: string) =>
      (await get(`/progress?asOf=${day}&groupBy=${groupBy}`)).items;
    const total = async (path: string) => (await get(`${path}&pageSize=1`)).total;
    const [now] = await progress(asOf, "all");
    const [then] = await progress(from, "all");
    const [responded, accepted, implemented] = now.rates;
    const overdue = await get(`/overdue?asOf=${asOf}&pageSize=1000`);
    const overdueBefore = await total(`/overdue?asOf=${from}`);
    const followUps = (await get(`/followUps?asOf=${asOf}&pageSize=1000`)).items;
    const owing = followUps.filter(({ role }: { role: string }) => role !== "forInformation");
    const withState = (name: string) => owing.filter((each: Record<string, boolean>) => each[name]).length;
    const reports = new Set(owing.map(({ report }: { report: { id: string } }) => report.id)).size;

    const { closed } = now.byLifecycle;
    expect(numbers("In brief", 0)).toEqual([now.followUps, reports, now.followUps - closed, closed]);
    expect(numbers("In brief", 1)).toEqual([
      ...[responded.denominator, responded.numerator, implemented.denominator, implemented.numerator],
      implemented.notAssessed,
    ]);
    expect(numbers("In brief", 2)).toEqual([
      ...[
        overdue.total,
        overdue.totalsByAge.daysOver365,
        overdueBefore,
        withState("divergent"),
        withState("unverified"),
      ],
    ]);
    const share = ({ numerator, denominator }: Rate) =>
      denominator === 0 ? "none" : `${numerator} of ${denominator} (${((numerator * 100) / denominator).toFixed(0)} %)`;
    expect(table("Rates").map((row) => row.slice(1))).toEqual(
      [responded, accepted, implemented].map((rate: Rate, index) => [
        ...[share(then.rates[index]), share(rate), String(rate.tooYoung)],
        String((rate.notAssessed ?? 0) + rate.undetermined),
      ]),
    );

    expect(numbers("The year against", 0)).toEqual([before.followUps, after.followUps]);
    expect(column("How the follow-ups moved", 1)).toEqual(Object.values(totalsByMovement).map(String));
    const changes = (await get(`/changes?from=${next(from)}&to=${asOf}&pageSize=1&withTotal=true`)).totalsByKind;
    expect(counted(chapter.paragraph("The year against", 1))).toEqual(labelled("changeKind", changes));
    const levels = [before, after].map(({ byAssessed }) => labelled("assessedLevel", byAssessed));
    expect(chapter.counts("Levels found by the issuing body on both days")).toEqual(levels);
    expect(counted(chapter.paragraph("The year against", 2))).toEqual(levels[1]);

    const positions = after.byPosition;
    const of = (...codes: string[]) => codes.reduce((sum, code) => sum + (positions[code] ?? 0), 0);
    const [yes, no] = [
      of("accepted", "acceptedInPart", "acceptedInPrinciple"),
      of("noted", "rejected", "notCompetent"),
    ];
    const unknown = of("answeredNotStated", "undetermined");
    expect(numbers("What the addressees said", 0)).toEqual([yes + no, yes, no, of("awaiting"), unknown]);
    for (const [place, side] of [before, after].entries())
      expect(Object.fromEntries(table("Positions").map((row) => [row[0], Number(row[place + 1])]))).toMatchObject(
        labelled("position", side.byPosition),
      );
    const byResponsible = (await progress(asOf, "responsible")) as {
      label: string;
      followUps: number;
      rates: Rate[];
    }[];
    expect(table("Answers, by who")).toEqual(
      byResponsible
        .filter(({ rates }) => rates.some(({ denominator }) => denominator > 0))
        .map(({ label, followUps: count, rates }) => [label, String(count), ...rates.map(share)]),
    );

    const assessed = now.followUps - (now.byAssessed.notAssessed ?? 0);
    expect(numbers("What was found", 0)).toEqual([assessed, now.followUps]);
    const byYear = (await progress(asOf, "reportingYear")) as { group: string; byAssessed: Counts }[];
    expect(column("Levels found, by the year", 0)).toEqual(byYear.map(({ group }) => group));
    expect(chapter.counts("Levels found, by the year")).toEqual(
      byYear.map(({ byAssessed }) => labelled("assessedLevel", byAssessed)),
    );
    const ways = ["closed", "reopened", "advanced", "slipped", "foundOtherwise"].map((way) => `movement=${way}`);
    const moved = await total(`/comparison?from=${from}&to=${asOf}&withTotal=true&${ways.join("&")}`);
    expect(table("Found otherwise").length).toBe(moved);

    const [promises, ...states] = numbers("Promises kept", 0);
    expect(table("Promises, with").length).toBe(promises);
    expect(states.slice(0, 6).reduce((sum, each) => sum + each, 0)).toBe(promises);
    expect(states[1]).toBe(await total(`/overdue?asOf=${asOf}&kind=commitment`));
    const moves = column("Promises, with", 5).map(Number);
    expect(states.slice(6)).toEqual([moves.filter(Boolean).length, moves.reduce((sum, each) => sum + each, 0)]);

    expect(numbers("Where the two voices", 0)).toEqual([withState("divergent")]);
    expect(table("Two voices").length).toBe(withState("divergent"));
    expect(numbers("Where the two voices", 1)).toEqual([withState("unverified")]);

    expect(numbers("What is overdue", 0).slice(0, 2)).toEqual([overdue.total, overdueBefore]);
    expect(counted(chapter.paragraph("What is overdue", 0))).toEqual(labelled("overdueKind", overdue.totalsByKind));
    const owed = (await get(`/overdue/organizations?asOf=${asOf}`)).items as {
      organization: { name: { en: string } };
      overdue: number;
      longest: number;
    }[];
    expect(table("Who owes")).toEqual(
      owed.map(({ organization, overdue: count, longest }) => [organization.name.en, String(count), String(longest)]),
    );
    const listed = overdue.items.filter(({ kind }: { kind: string }) => kind !== "verification");
    expect(column("What is overdue, the longest", 4)).toEqual(
      listed.map(({ daysOverdue }: { daysOverdue: number }) => String(daysOverdue)),
    );

    const anew = (await get(`/changes?from=0001-01-01&to=${asOf}&kind=askedAnew&pageSize=1000`)).items;
    const repeated = new Set(anew.map(({ followUp }: { followUp: { id: string } }) => followUp.id)).size;
    expect(numbers("Asked again", 0)).toEqual([repeated]);
    const rows = chapter.rowsUnder("Each recommendation");
    expect(numbers("Each recommendation", 0)).toEqual([rows, now.followUps - rows]);
  });

  test("the page in plain language has the figures of the chapter, in each language", async () => {
    const app = await service();
    const { total, totalsByAge } = (await app.get(`${basePath}/overdue?asOf=${asOf}&pageSize=1`)).body;
    for (const lang of ["nl", "fr", "de", "en"]) {
      const query = `issuingBody=myria&year=2014&asOf=${asOf}&format=md&lang=${lang}`;
      const { text } = await app.get(`${basePath}/documents/followUpSummary?${query}`).expect(200);
      const late = chapterOf(text).numbers(text.split(/^## /m)[3]?.slice(0, 20) ?? "", 0);
      expect(late, lang).toEqual([total, totalsByAge.daysOver365]);
      expect(text, lang).not.toMatch(/undefined|NaN|\[object/);
    }
  });

  test("each format is what it says, with its SHA-256, and the same again", async () => {
    const app = await service();
    const ask = (more: string) =>
      app.get(`${address}?issuingBody=myria&year=2014&lang=nl&${more}`).responseType("blob");
    for (const [format, type, begins] of [
      ["html", "text/html; charset=utf-8", "<!doctype html>"],
      ["md", "text/markdown; charset=utf-8", "# Opvolging"],
      ["pdf", "application/pdf", "%PDF-1.7"],
      ["docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "PK"],
    ] as const) {
      const { body, headers } = await ask(`format=${format}`).expect(200);
      expect(headers["content-type"], format).toBe(type);
      expect(body.subarray(0, begins.length).toString()).toBe(begins);
      expect(headers.etag).toBe(`"${createHash("sha256").update(body).digest("hex")}"`);
      expect(headers["content-disposition"]).toBe(`attachment; filename=follow-up-2014-nl.${format}`);
      if (format !== "md") continue;
      await ask("format=md").set("If-None-Match", String(headers.etag)).expect(304);
    }
    expect((await app.get(`${address}?issuingBody=nobody&year=2014`)).status).toBe(400);
    expect((await app.get(`${address}?issuingBody=myria&year=2014&format=odt`)).status).toBe(400);
    expect((await app.get(`${address}?issuingBody=myria&year=1990&asOf=1990-12-31`)).body.detail).toContain(
      "no recommendation to follow up",
    );
  });
});

function labelled(list: Parameters<typeof labelOf>[0], counts: Counts): Counts {
  return Object.fromEntries(
    Object.entries(counts).flatMap(([code, count]) => (count > 0 ? [[labelOf(list, code, "en"), count]] : [])),
  );
}

/** "Met: 3; Open: 2" as numbers by their labels. */
function counted(text: string): Counts {
  return Object.fromEntries(
    [...text.matchAll(/(?:[:.;] |^)([A-Z][^:;.]*): (\d+)/g)].map(([, label = "", count]) => [label, Number(count)]),
  );
}

function next(day: string): string {
  return new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
}
