import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";

/** How somebody goes through pages: by pointing, or by the keyboard alone. */
export type Hand = {
  /** Follows a link, or presses the button of a form. */
  follow(target: Locator): Promise<void>;
  choose(target: Locator, option: string): Promise<void>;
};

export function pointing(): Hand {
  return {
    follow: (target) => target.click(),
    choose: async (target, option) => {
      await target.selectOption({ label: option });
    },
  };
}

const mostSteps = 250;

/** By Tab and Enter alone; whatever has the focus on the way must be seen to have it. `reach`: Tab until it has the focus. */
export function byKeyboard(page: Page): Hand & { reach: (target: Locator) => Promise<void> } {
  const reach = async (target: Locator) => {
    const element = await target.elementHandle();
    for (let steps = 0; steps < mostSteps; steps++) {
      await page.keyboard.press("Tab");
      await focused(page);
      if (await element?.evaluate((it) => it === it.ownerDocument.activeElement)) return;
    }
    throw new Error(`${target} is not reached by the keyboard`);
  };
  return {
    reach,
    follow: async (target) => {
      const before = page.url();
      await reach(target);
      await page.keyboard.press("Enter");
      await page.waitForURL((url) => url.href !== before);
    },
    choose: async (target, option) => {
      await reach(target);
      await page.keyboard.type(option);
      expect(await target.locator("option:checked").textContent()).toBe(option);
    },
  };
}

/** The text of what has the focus, which must be seen to have it. */
export async function focused(page: Page): Promise<string> {
  const { text, what, seen } = (await page.evaluate(`(() => {
    const at = document.activeElement;
    const style = getComputedStyle(at);
    const box = at.getBoundingClientRect();
    const marked = style.outlineStyle !== "none" || style.boxShadow !== "none";
    return { text: at.textContent.trim(), what: at.tagName + "." + at.className, seen: marked && box.width > 0 && box.height > 0 };
  })()`)) as { text: string; what: string; seen: boolean };
  expect(seen, what).toBe(true);
  return text;
}
