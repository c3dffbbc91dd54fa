import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { hasChromium } from "./browser.ts";
import { contrastOf, pairsOn } from "./contrast.ts";
import { lookingAt } from "./looking-at.ts";
import { lackingIn } from "./plain.ts";
import { focused } from "./reader.ts";
import { type Look, servedWorld } from "./served-world.ts";

const pages = [
  "",
  "/overdue",
  "/overdue?asOf=2014-03-31&kind=update",
  "/owed?responsible=just",
  "/changes?from=2014-06-30",
  "/briefing",
  "/briefing?reference=2011-03; 2011-04, 2013-04",
  "/comparison",
  "/comparison?from=2012-06-30&movement=added",
  "/changes?kind=found&from=2010-01-01&page=2",
  "/recommendations?q=slachtoffers",
  "/recommendations/2011/2011-03",
  "/recommendations/2011/2011-04",
  "/reports",
  "/reports/2011",
  "/reports/2011/contents",
  "/organizations",
  "/organizations/just",
  "/themes",
  "/themes/victims",
  "/cycles",
  "/cycles/myria/2014",
  "/rules",
  "/about",
  "/nothing",
];

let world: Awaited<ReturnType<typeof servedWorld>>;
let base = "";

describe.skipIf(!hasChromium)("in a browser", () => {
  beforeAll(async () => {
    world = await servedWorld();
    base = world.base;
  });
  afterAll(() => world.end());

  const opened = (look: Look) => world.opened(look);

  test("no page breaks a rule of WCAG 2.2 A or AA, wide and light, narrow and dark", { timeout: 300_000 }, async () => {
    const { page, complaints, close } = await opened({});
    const { look, told } = await lookingAt(page);
    for (const path of pages) {
      const language = path.includes("recommendations") ? "fr" : "nl";
      await page.goto(`${base}/${language}${path}`);
      await look(path);
    }
    expect(told).toEqual([]);
    // The address that is not there answers 404, which the browser notes.
    expect(complaints.filter((each) => !each.includes("404"))).toEqual([]);
    await close();
  });

  test.each([true, false])(
    "what is overdue at Justice and why is three clicks from the front (script: %s)",
    async (script) => {
      const { page, close } = await opened({ script });
      await page.goto(`${base}/nl`);
      await page.getByRole("row", { name: "FOD Justitie" }).getByRole("link", { name: "7" }).click();
      await page.getByText("7 zaken zijn te laat op 30 juni 2015.").waitFor();
      expect(await page.locator(".heed-item").count()).toBe(7);
      await page.locator(".heed-item").first().getByText("Alle redenen").click();
      const reasons = page.locator(".heed-item").first().locator("details li");
      expect(await reasons.first().isVisible()).toBe(true);
      await reasons.first().getByRole("link").click();
      expect(page.url()).toMatch(/\/nl\/rules#[RD]\d+/);
      expect(await page.locator(":target h3").isVisible()).toBe(true);
      await close();
    },
  );

  test("last year against this year is two steps: the day is asked for, and the page keeps its place", async () => {
    const { page, close } = await opened({});
    await page.goto(`${base}/fr/overdue?responsible=just&page=1`);
    await page.getByLabel("La situation au").fill("2014-06-30");
    await page.getByRole("button", { name: "Afficher" }).first().click();
    expect(page.url()).toBe(`${base}/fr/overdue?responsible=just&asOf=2014-06-30`);
    await page.getByText("Cette page montre la situation au 30 juin 2014").waitFor();
    await page.getByRole("link", { name: "Nederlands" }).click();
    expect(page.url()).toBe(`${base}/nl/overdue?asOf=2014-06-30&responsible=just`);
    await page.getByRole("link", { name: "Vandaag tonen" }).click();
    expect(page.url()).toBe(`${base}/nl/overdue?responsible=just`);
    // What is wider than the screen has a shade where more of it is to be seen.
    await page.goto(`${base}/nl/cycles`);
    const shades = page.locator(".heed-scroll");
    expect(await shades.evaluate((it) => getComputedStyle(it).backgroundAttachment)).toContain("scroll");
    await close();
  });

  test("the same journey goes by the keyboard alone, and the focus is always seen", async () => {
    const { page, close } = await opened({});
    await page.goto(`${base}/nl`);
    await page.keyboard.press("Tab");
    expect(await focused(page)).toBe("Naar de inhoud");
    await page.keyboard.press("Enter");
    expect(page.url()).toBe(`${base}/nl#content`);
    await tabTo(page, "7");
    await page.keyboard.press("Enter");
    await page.getByText("7 zaken zijn te laat").waitFor();
    await tabTo(page, "Alle redenen");
    await page.keyboard.press("Enter");
    expect(await page.locator("details[open] li").first().isVisible()).toBe(true);
    await close();
  });

  test.each(["light", "dark"] as const)(
    "tags and charts stand apart from what lies behind them, %s",
    async (colorScheme) => {
      const { page, close } = await opened({ colorScheme });
      const told = new Map<string, string>();
      const seen = new Set<string>();
      for (const path of pages) {
        await page.goto(`${base}/nl${path}`);
        for (const { what, colour, behind, least } of await pairsOn(page)) {
          const contrast = contrastOf(colour, behind);
          seen.add(what);
          if (contrast < least)
            told.set(`${what} ${colour} ${behind}`, `${path} ${what}: ${contrast.toFixed(2)}, not ${least}`);
        }
      }
      expect([...told.values()]).toEqual([]);
      for (const part of [
        "heed-chart__bar",
        "heed-chart__addressee on its track",
        "heed-chart__issuing-body",
        "heed-moved__now",
      ])
        expect([...seen], part).toContain(part);
      expect([...seen].filter((what) => what.startsWith("text of heed-tag")).length).toBeGreaterThan(3);
      await close();
    },
  );

  test("without our style sheet every page reads well: headings in order, landmarks, heads of tables, words apart", async () => {
    const { page, close } = await opened({ script: false });
    await page.route("**/*.css", (route) => route.abort());
    const told: string[] = [];
    for (const path of pages) {
      await page.goto(`${base}/fr${path}`);
      told.push(...(await lackingIn(page)).map((each) => `${path}: ${each}`));
    }
    expect(told).toEqual([]);
    await close();
  });
});

async function tabTo(page: Page, text: string): Promise<void> {
  for (let steps = 0; steps < 80; steps++) {
    await page.keyboard.press("Tab");
    if ((await focused(page)) === text) return;
  }
  throw new Error(`${text} is not reached by the keyboard`);
}
