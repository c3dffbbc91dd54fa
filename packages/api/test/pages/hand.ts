import type { Page } from "playwright-core";

/** Seconds that one click or field takes, and one sign of a text: two hundred signs in a minute. */
const reckoned = { touch: 5, sign: 0.3 };

/** What somebody does on a page by hand: clicks, and fields besides texts, are counted, and the signs of texts. */
export function handOn(page: Page) {
  let count = 0;
  let signs = 0;
  const write = async (id: string, text: string) => {
    signs += text.length;
    await page.locator(`[id="${id}"]`).fill(text);
  };
  return {
    click: async (name: string) => {
      count++;
      await page
        .getByRole("main")
        .getByRole("button", { name, exact: true })
        .or(page.getByRole("main").getByRole("link", { name, exact: true }))
        .last()
        .click();
    },
    choose: async (id: string, value: string) => {
      count++;
      await page.locator(`[id="${id}"]`).selectOption(value);
    },
    check: async (label: string) => {
      count++;
      await page.getByLabel(label, { exact: true }).first().check();
    },
    /** A field of a word or two, such as a day. */
    field: async (id: string, text: string) => {
      count++;
      await write(id, text);
    },
    bring: async (id: string, name: string, bytes: Uint8Array) => {
      count++;
      await page.locator(`[id="${id}"]`).setInputFiles({ name, mimeType: "", buffer: Buffer.from(bytes) });
    },
    /** Counted as the one click by which a reader goes there. */
    go: async (address: string) => {
      count++;
      await page.goto(address);
    },
    write,
    count: () => count,
    /** As it is reckoned: what is read and thought is not in it. */
    minutes: () => Math.ceil((count * reckoned.touch + signs * reckoned.sign) / 60),
  };
}
