import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { freshDatabase, hasSharedData, sharedData } from "./heed.ts";

describe.skipIf(!hasSharedData)("Myria's own list (../shared/data)", () => {
  test("29 rows are 23 recommendations, 6 of them in both languages, and nobody owes anything", {
    timeout: 120_000,
  }, async () => {
    const { heed } = await freshDatabase();
    await heed("database", "upgrade");
    const file = join(sharedData, "myria", "myria_recommendations_fr_nl.csv");
    const take = () => heed("import", file, "--mapping", "examples/mappings/myria.yaml", "--format", "json");
    const first = await take();
    expect(first.code, first.stderr).toBe(0);
    expect(JSON.parse(first.stdout)).toMatchObject({
      rows: 29,
      created: { recommendations: 23, followUps: 0, entries: 0 },
      withoutAddressee: 23,
      rejected: [],
    });
    const list = await heed("recommendation", "list", "--without-addressee", "--limit", "100", "--format", "json");
    const { total, items } = JSON.parse(list.stdout);
    expect(total).toBe(23);
    const texts = await Promise.all(
      items.map(async ({ id }: { id: string }) => {
        const { stdout } = await heed("recommendation", "show", id, "--format", "json");
        return Object.keys(JSON.parse(stdout).recommendation.text ?? {}).sort();
      }),
    );
    expect(texts.filter((languages) => languages.join() === "fr,nl")).toHaveLength(6);
    const again = JSON.parse((await take()).stdout);
    expect(again).toMatchObject({ unchanged: 23, created: { recommendations: 0 } });
  });
});
