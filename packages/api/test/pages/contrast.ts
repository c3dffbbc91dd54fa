import type { Page } from "playwright-core";

/** A text or a part of a picture, its colour and the colour behind it, and how far apart they must be. */
export type Pair = { what: string; colour: string; behind: string; least: number };

/** The tags of a page, and the parts of its charts, each with what lies behind it (WCAG 1.4.3 and 1.4.11). */
export async function pairsOn(page: Page): Promise<Pair[]> {
  return (await page.evaluate(`(() => {
    const behind = (element) => {
      for (let each = element; each !== null; each = each.parentElement) {
        const colour = getComputedStyle(each).backgroundColor;
        if (!/^(transparent|rgba\\(0, 0, 0, 0\\))$/.test(colour)) return colour;
      }
      return getComputedStyle(document.documentElement).colorScheme.includes("dark") ? "rgb(0, 0, 0)" : "rgb(255, 255, 255)";
    };
    const pairs = new Map();
    const add = (what, colour, back, least) => pairs.set([what, colour, back].join(), { what, colour, behind: back, least });
    for (const tag of document.querySelectorAll(".heed-tag"))
      add("text of " + tag.className, getComputedStyle(tag).color, behind(tag), 4.5);
    for (const voice of document.querySelectorAll("[class*=heed-voice--], .heed-none, .heed-meta"))
      if (voice.textContent.trim() !== "") add("text of " + voice.className, getComputedStyle(voice).color, behind(voice), 4.5);
    for (const part of document.querySelectorAll("svg [class]:not(.heed-chart__track)")) {
      const { fill, stroke } = getComputedStyle(part);
      const colour = stroke === "none" ? fill : stroke;
      const what = part.getAttribute("class");
      add(what, colour, behind(part.closest("svg").parentElement), 3);
      const track = part.closest("svg").querySelector(".heed-chart__track");
      if (track !== null) add(what + " on its track", colour, getComputedStyle(track).fill, 3);
    }
    return [...pairs.values()];
  })()`)) as Pair[];
}

/** How far apart two colours are, from 1 to 21. Errors: when a colour is not written as rgb. */
export function contrastOf(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminanceOf(one), luminanceOf(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function luminanceOf(colour: string): number {
  const parts = /^rgb\((\d+), (\d+), (\d+)\)$/.exec(colour)?.slice(1).map(Number);
  if (parts === undefined) throw new Error(`not an opaque colour: ${colour}`);
  const [red = 0, green = 0, blue = 0] = parts.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
