import type { Reason } from "@heed/core";
import { cohorts } from "@heed/core/wording/cohorts";
import { explainIn } from "@heed/core/wording/explain";
import supertest from "supertest";
import { expect, test } from "vitest";
import { world } from "../../core/test/example-world.ts";
import { describeDatabase } from "../../store/test/describe-database.ts";
import { basePath } from "../src/contract/base-path.ts";
import { worldApp } from "./world-app.ts";

/** All reasons in an answer, wherever they stand. */
function reasonsIn(value: unknown): (Reason & { text: string })[] {
  if (Array.isArray(value)) return value.flatMap(reasonsIn);
  if (typeof value !== "object" || value === null) return [];
  const isReason = "rule" in value && "code" in value && "text" in value;
  return isReason ? [value as Reason & { text: string }] : Object.values(value).flatMap(reasonsIn);
}

const paths = [
  "/overdue",
  "/overdue?knownAt=2015-06-01",
  "/obligations",
  "/followUps/2011-02-cls",
  "/followUps/2011-02-cls/standing",
  "/recommendations/2011-04",
  "/recommendations/2011-04/standing",
];

describeDatabase("the reasons of answers", (_, openToRead) => {
  test.each(paths)("of %s are sentences in the language that is asked for", async (path) => {
    const { database } = await openToRead(world);
    const app = supertest(await worldApp(database));
    const asked = async (language: string) => {
      const byHeader = await app.get(basePath + path).set("Accept-Language", `${language}-BE`);
      const byParameter = await app.get(`${basePath}${path}${path.includes("?") ? "&" : "?"}lang=${language}`);
      expect(reasonsIn(byParameter.body)).toEqual(reasonsIn(byHeader.body));
      return byParameter;
    };
    const english = reasonsIn((await app.get(basePath + path)).body);
    expect(english.length).toBeGreaterThan(0);
    for (const language of ["nl", "fr", "de", "en"] as const) {
      const { body, headers } = await asked(language);
      const reasons = reasonsIn(body);
      expect(reasons.map(({ text }) => text)).toEqual(english.map((reason) => explainIn(reason, language)));
      if (language !== "en")
        for (const [index, { text }] of reasons.entries()) expect(text).not.toBe(english[index]?.text);
      expect(headers["content-language"]).toContain(language);
    }
    // A language in which Heed has no words.
    expect(reasonsIn((await app.get(`${basePath}${path}${path.includes("?") ? "&" : "?"}lang=es`)).body)).toEqual(
      english,
    );
  });

  test("rates tell what they are of in that language too", async () => {
    const { database } = await openToRead(world);
    const app = supertest(await worldApp(database));
    const cohortsIn = async (query: string) => {
      const { body } = await app.get(`${basePath}/progress?groupBy=addressee${query}`).expect(200);
      return body.items[0].rates.map(({ cohort }: { cohort: string }) => cohort);
    };
    for (const language of ["nl", "fr", "de", "en"] as const) {
      const { responded, accepted, implemented } = cohorts[language];
      expect(await cohortsIn(`&lang=${language}`)).toEqual([responded(4), accepted(4), implemented(4)]);
    }
    expect(await cohortsIn("&lang=es")).toEqual(await cohortsIn(""));
  });
});
