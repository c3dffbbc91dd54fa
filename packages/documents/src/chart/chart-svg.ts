import type { Chart } from "@heed/core/document/document";
import { markup } from "../markup/markup.ts";
import { toneOf } from "./tones.ts";

const width = 720;
const [left, right, bottom, legendRow] = [44, 10, 34, 20];
const plotHeight = 300;
const legendColumns = 3;
const signWidth = 6.5;

/** Stacked columns as SVG of attributes alone: it passes a policy without styles, and serves the page and the PDF. */
export function chartSvg({ caption: _, categories, series, alternative }: Chart, font: string): string {
  const top = Math.ceil(series.length / legendColumns) * legendRow + 14;
  const height = top + plotHeight + bottom;
  const sums = categories.map((_, index) => series.reduce((sum, { values }) => sum + (values[index] ?? 0), 0));
  const step = stepOf(Math.max(...sums, 1));
  const most = Math.ceil(Math.max(...sums, 1) / step) * step;
  const y = (count: number) => top + plotHeight - (count / most) * plotHeight;
  const room = (width - left - right) / Math.max(categories.length, 1);
  // Names that would lie over each other are left out: the table beside has all of them.
  const longest = Math.max(...categories.map(({ length }) => length), 1);
  const shown = Math.ceil(((longest + 1) * signWidth) / room);
  const bar = Math.min(room * 0.72, 120);
  const parts: string[] = [];
  for (let tick = 0; tick <= most; tick += step)
    parts.push(
      `<path d="M${left} ${at(y(tick))}H${width - right}" stroke="#c4c9ce"/>`,
      words(left - 6, y(tick) + 4, String(tick), "end"),
    );
  for (const [index, category] of categories.entries()) {
    const middle = left + (index + 0.5) * room;
    let below = 0;
    for (const { values, tone } of series) {
      const value = values[index] ?? 0;
      if (value === 0) continue;
      const [from, to] = [y(below), y(below + value)];
      const { fill, words: ink } = toneOf(tone);
      parts.push(
        `<rect x="${at(middle - bar / 2)}" y="${at(to)}" width="${at(bar)}" height="${at(from - to)}" fill="#${fill}" stroke="#fff"/>`,
      );
      if (from - to > 13) parts.push(words(middle, (from + to) / 2 + 4, String(value), "middle", `#${ink}`));
      below += value;
    }
    if (index % shown === 0) parts.push(words(middle, height - 12, category, "middle"));
  }
  for (const [index, { label, tone }] of [...series].reverse().entries()) {
    const x = left + (index % legendColumns) * ((width - left) / legendColumns);
    const legendY = 6 + Math.floor(index / legendColumns) * legendRow;
    parts.push(
      `<rect x="${at(x)}" y="${legendY}" width="12" height="12" fill="#${toneOf(tone).fill}"/>`,
      words(x + 18, legendY + 10, label, "start"),
    );
  }
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${markup(alternative)}" font-family="${font}" font-size="12">${parts.join("")}</svg>`;
}

function words(x: number, y: number, text: string, anchor: string, fill = "#222"): string {
  return `<text x="${at(x)}" y="${at(y)}" text-anchor="${anchor}" fill="${fill}">${markup(text)}</text>`;
}

function at(value: number): string {
  return value.toFixed(1);
}

/** Some four to eight lines, of 1, 2 or 5 times a power of ten. */
function stepOf(most: number): number {
  const power = 10 ** Math.floor(Math.log10(most));
  const step = [0.2, 0.5, 1].map((each) => each * power).find((each) => most / each <= 6) ?? power;
  return Math.max(1, step);
}
