import { expect, test } from "vitest";
import { worldDatabase } from "./heed.ts";

type Facet = { facet: string; counts: { value: string; count: number }[]; otherValues: number };

test("facets tell how many of what was found has each value, and each is what the list finds", async () => {
  const { heed } = await worldDatabase();
  const found = ["--as-of", "2015-06-30", "--search", "police"];
  const { stdout } = await heed("recommendation", "facets", ...found, "--limit", "100", "--format", "json");
  const { items } = JSON.parse(stdout) as { items: Facet[] };
  const options = { assessed: "--assessed", theme: "--theme", responsible: "--responsible", reportingYear: "--year" };
  for (const [facet, option] of Object.entries(options)) {
    const counts = items.find((each) => each.facet === facet)?.counts ?? [];
    expect(counts.length, facet).toBeGreaterThan(0);
    for (const { value, count } of counts.slice(0, 3)) {
      const list = await heed("recommendation", "list", ...found, option, value, "--format", "json");
      expect([option, value, JSON.parse(list.stdout).total]).toEqual([option, value, count]);
    }
  }

  const nl = (await heed("recommendation", "facets", ...found, "--lang", "nl", "--limit", "1")).stdout;
  expect(nl).toContain("Geteld op 2015-06-30.");
  expect(nl).toMatch(/^Bevonden door de uitgevende instantie\s*\n.+ \d+$/m);
  expect(nl).toContain("niet getoond (--limit)");
  const none = (await heed("recommendation", "facets", "--as-of", "2001-01-01")).stdout;
  expect(none).toBe(
    "Counted on 2001-01-01. Whatever an option asks for, the other values of that option are counted too.\nnone\n",
  );
});
