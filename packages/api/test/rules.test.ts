import { rules } from "@heed/core/rules/rules";
import supertest from "supertest";
import { expect, test } from "vitest";
import { world } from "../../core/test/example-world.ts";
import { describeDatabase } from "../../store/test/describe-database.ts";
import { basePath } from "../src/contract/base-path.ts";
import { Rule } from "../src/schemas/rule.ts";
import { worldApp } from "./world-app.ts";

describeDatabase("the rules through the service", (_, openToRead) => {
  test("are all listed, in four languages or in the one asked for", async () => {
    const { database } = await openToRead(world);
    const app = supertest(await worldApp(database));
    const { body } = await app.get(`${basePath}/refData/rules`);
    expect(body.total).toBe(Object.keys(rules).length);
    expect(body.items.map(({ number }: { number: string }) => number)).toEqual(Object.keys(rules));
    for (const item of body.items) expect(Object.keys(Rule.parse(item).text)).toEqual(["en", "fr", "nl", "de"]);
    expect((await app.get(`${basePath}/refData`)).body.items).toContainEqual({
      name: "rules",
      href: `${basePath}/refData/rules`,
    });
    const dutch = await app.get(`${basePath}/refData/rules/r14?lang=nl`);
    expect(dutch.body).toMatchObject({ number: "R14", title: { nl: "De opvolger antwoordt" } });
    expect(Object.keys(dutch.body.text)).toEqual(["nl"]);
  });

  test("are what every reason links to", async () => {
    const { database } = await openToRead(world);
    const app = supertest(await worldApp(database));
    const { body } = await app.get(`${basePath}/overdue`);
    const reasons: { rule: string; href: string }[] = body.items.flatMap((item: { reasons: object[] }) => item.reasons);
    expect(reasons.length).toBeGreaterThan(10);
    for (const { rule, href } of new Map(reasons.map((each) => [each.href, each])).values())
      expect((await app.get(href)).body).toMatchObject({ number: rule, href });
  });
});
