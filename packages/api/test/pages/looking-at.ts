import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";
import { expect } from "vitest";

type Violation = { id: string; nodes: { target: string[]; failureSummary?: string }[] };

const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
/** A page is loaded once and looked at in both: its elements are the same, and each size and each colour is seen. */
const looks = [
  { width: 1280, colorScheme: "light" },
  { width: 360, colorScheme: "dark" },
] as const;

/**
 * Looks at the page that is open by axe, wide and light, narrow and dark, and whether it is as wide as its window. `told` has what breaks a
 * rule of WCAG 2.2 A or AA, which stays empty.
 */
export async function lookingAt(page: Page) {
  const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
  const told: string[] = [];
  const look = async (what: string) => {
    await page.evaluate(axe);
    for (const { width, colorScheme } of looks) {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme });
      const about = `${what}, ${colorScheme}, ${width} pixels wide`;
      expect(await page.evaluate("document.documentElement.scrollWidth <= innerWidth"), about).toBe(true);
      // What is in order is not listed, which takes half of the time.
      const options = JSON.stringify({ runOnly: rules, resultTypes: ["violations"] });
      const { violations } = (await page.evaluate(`axe.run(${options})`)) as { violations: Violation[] };
      told.push(
        ...violations.flatMap(({ id, nodes }) =>
          nodes.map(({ target, failureSummary }) => `${about} ${id} ${target}: ${failureSummary}`),
        ),
      );
    }
  };
  return { look, told };
}
