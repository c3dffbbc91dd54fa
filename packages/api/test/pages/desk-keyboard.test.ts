import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { basePath } from "../../src/contract/base-path.ts";
import { hasChromium } from "./browser.ts";
import { morningWorld } from "./morning-world.ts";
import { byKeyboard } from "./reader.ts";
import { type Look, servedWorld } from "./served-world.ts";

let world: Awaited<ReturnType<typeof servedWorld>>;

describe.skipIf(!hasChromium)("the desks", () => {
  beforeAll(async () => {
    world = await servedWorld({ desks: morningWorld });
  });
  afterAll(() => world.end());

  async function opened(by: string, look: Look = {}) {
    const own = await world.opened(look);
    await own.page.context().addCookies([{ name: "visitor", value: by, url: world.base }]);
    return own;
  }

  /** Somebody who has no mouse: Tab leads on, Enter and Space do, and what is typed goes where the focus is. */
  function handsOn(page: Page) {
    const { reach, follow, choose } = byKeyboard(page);
    const press = async (target: Locator) => {
      await reach(target);
      await Promise.all([page.waitForEvent("load"), page.keyboard.press("Enter")]);
    };
    return {
      ...{ reach, follow, choose, press },
      type: async (target: Locator, text: string) => {
        await reach(target);
        await page.keyboard.type(text);
      },
      /** One of several that exclude each other: Tab leads to the first of them, Space and the arrows choose. */
      pick: async (name: string, label: string) => {
        const own = page.locator(`input[name="${name}"]`);
        if (!(await own.first().evaluate((it) => it === it.ownerDocument.activeElement))) await reach(own.first());
        await page.keyboard.press("Space");
        const count = await own.count();
        const wanted = page.getByLabel(label, { exact: true });
        for (let steps = 0; steps < count && !(await wanted.isChecked()); steps++)
          await page.keyboard.press("ArrowDown");
        expect(await wanted.isChecked()).toBe(true);
      },
      /** What is wrong has the focus, and its first link leads to its field. */
      toFirstFault: async (field: string) => {
        expect(await page.evaluate("document.activeElement.id")).toBe("faults");
        await page.keyboard.press("Tab");
        await page.keyboard.press("Enter");
        expect(await page.evaluate("document.activeElement.id")).toBe(field);
      },
    };
  }

  test("of a ministry is used by the keyboard alone: ten answers in one form, with a fault put right", async () => {
    const { page, close } = await opened("claes");
    const { follow, choose, press, type, toFirstFault } = handsOn(page);
    await page.goto(`${world.base}/nl/desk`);
    await follow(page.getByRole("link", { name: "Meerdere antwoorden tegelijk geven" }));
    const rows = page.locator("fieldset.heed-answer").filter({ hasText: "2014-" });
    expect(await rows.count()).toBe(10);
    const ids = await rows.evaluateAll((all) => all.map(({ id }) => id.replace("followUp", "")));
    const [forgotten = "", ...others] = ids;
    const field = (prefix: string, name: string) => page.locator(`[id="${prefix}${name}"]`);
    await type(field(forgotten, "reason"), "Wij doen dit.");
    for (const prefix of others) {
      await choose(field(prefix, "position"), "Aanvaard");
      await type(field(prefix, "reason"), "Wij doen dit.");
    }
    const submit = page.getByRole("button", { name: "Alles samen indienen" });
    await press(submit);
    await toFirstFault(`${forgotten}position`);
    await page.keyboard.type("Aanvaard");
    await press(submit);
    await page.getByRole("heading", { level: 1, name: "Ingediend: ontvangstbewijs" }).waitFor();
    expect(await page.locator(".heed-block").count()).toBe(10);
    await close();
  });

  test("of the Centre is used by the keyboard alone: a finding with a fault put right, what a cycle selects, and its closing", async () => {
    const { page, close } = await opened("dubois");
    const { reach, follow, choose, press, type, pick, toFirstFault } = handsOn(page);
    const followUp = "2013-02-just";
    await page.goto(`${world.base}/fr/desk/follow-ups/${followUp}`);
    await follow(page.getByRole("link", { name: "Vérifier : consigner un constat" }));
    const submit = page.getByRole("button", { name: "Soumettre", exact: true });
    await press(submit);
    await toFirstFault("level");
    await pick("level", "En cours");
    await pick("method", "Documents examinés");
    await type(page.locator('[id="rationale"]'), "La circulaire est en préparation.");
    await type(page.locator('[id="evidence.0.title"]'), "Projet de circulaire");
    await choose(page.locator('[id="evidence.0.kind"]'), "Document");
    await press(submit);
    await page.getByRole("heading", { level: 1, name: "Soumis : accusé de réception" }).waitFor();
    const answer = await fetch(`${world.base}${basePath}/followUps/${followUp}`);
    const { entries } = (await answer.json()) as { entries: { type: string; level?: string }[] };
    expect(entries).toContainEqual(expect.objectContaining({ type: "assessment", level: "underWay" }));

    await page.goto(`${world.base}/fr/desk/cycles`);
    await follow(page.getByRole("link", { name: "Cycle de suivi 2014" }));
    await type(page.locator('[id="themes"]'), "victims");
    await press(page.getByRole("button", { name: "Montrer combien sont sélectionnés" }));
    await page.getByText(/\d+ suivis correspondent/).waitFor();
    await reach(page.getByRole("checkbox", { name: "J’en suis sûr : l’état de chaque suivi" }));
    await page.keyboard.press("Space");
    await press(page.getByRole("button", { name: "Clôturer le cycle" }));
    await page.getByText("Le cycle est clôturé").waitFor();
    await close();
  });

  test("read well at 200 %: nothing is cut off or lies beside the window, and axe finds nothing", {
    timeout: 120_000,
  }, async () => {
    const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
    const { page, close } = await opened("claes", { zoomed: true });
    const told: string[] = [];
    const pages: [by: string, paths: readonly string[]][] = [
      ["claes", ["", "/answers", "/workbook", "/follow-ups/2013-02-just/update"]],
      ["dubois", ["", "/cycles/round-2014", "/follow-ups/2013-02-just/assess"]],
      ["peeters", ["/recommendations/2014-01", "/organizations/change", "/reports/report-2014/change"]],
      ["lambert", ["/recommendations/2013-03/level", "/follow-ups/2011-03-just/close"]],
      ["janssens", ["/tokens/new"]],
    ];
    for (const [by, paths] of pages) {
      await page.context().addCookies([{ name: "visitor", value: by, url: world.base }]);
      for (const path of paths) {
        const answer = await page.goto(`${world.base}/fr/desk${path}`);
        expect([path, answer?.status()]).toEqual([path, 200]);
        await page.evaluate(axe);
        const found = (await page.evaluate(`(async () => {
          const { violations } = await axe.run({ runOnly: ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"], resultTypes: ["violations"] });
          return [...violations.map(({ id, nodes }) => id + " " + nodes[0].target), ...(${cutOff})()];
        })()`)) as string[];
        told.push(...found.map((each) => `${path}: ${each}`));
      }
    }
    expect(told).toEqual([]);
    await close();
  });
});

/** What lies beside the window, or is cut off by what is around it; what is hidden on purpose for who sees is no fault. */
const cutOff = `() => [
  ...(document.documentElement.scrollWidth > innerWidth ? ["the page is wider than its window"] : []),
  ...[...document.querySelectorAll("main *, header *, footer *")].filter((it) => {
    const { width, height, right, left } = it.getBoundingClientRect();
    const style = getComputedStyle(it);
    if (width < 2 || height < 2 || style.visibility === "hidden" || it.closest(".govuk-visually-hidden, .heed-scroll, svg")) return false;
    const clips = ["hidden", "clip"].includes(style.overflowX) && it.scrollWidth > it.clientWidth + 1;
    return clips || right > innerWidth + 1 || left < -1;
  }).map((it) => "cut off: " + it.tagName + "." + it.className + " " + it.textContent.slice(0, 40)),
]`;
