import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";
import { expect } from "vitest";

type Violation = { id: string; nodes: { target: string[]; failureSummary?: string }[] };

const all = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
/** What a narrow window, or dark colours, can change: the other rules are about the elements, which stay the same. */
const ofLook = ["color-contrast", "link-in-text-block", "target-size", "scrollable-region-focusable"];
const looks = [
  { width: 1280, colorScheme: "light", rules: all },
  { width: 360, colorScheme: "light", rules: ofLook },
  { width: 360, colorScheme: "dark", rules: ofLook },
] as const;

/**
 * Looks at the page that is open by axe, wide, narrow and dark, and whether it is as wide as its window. `told` has what breaks a
 * rule of WCAG 2.2 A or AA, which stays empty.
 */
export async function lookingAt(page: Page) {
  const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
  const told: string[] = [];
  const look = async (what: string) => {
    await page.evaluate(axe);
    for (const { width, colorScheme, rules } of looks) {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme });
      const about = `${what}, ${colorScheme}, ${width} pixels wide`;
      expect(await page.evaluate("document.documentElement.scrollWidth <= innerWidth"), about).toBe(true);
      const { violations } = (await page.evaluate(`axe.run({ runOnly: ${JSON.stringify(rules)} })`)) as {
        violations: Violation[];
      };
      told.push(
        ...violations.flatMap(({ id, nodes }) =>
          nodes.map(({ target, failureSummary }) => `${about} ${id} ${target}: ${failureSummary}`),
        ),
      );
    }
  };
  return { look, told };
}
