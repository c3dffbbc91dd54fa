import type { Result } from "../figures/figure.ts";

const counts: Readonly<Record<string, number>> = { "1k": 1_000, "10k": 10_000, "100k": 100_000, "1m": 1_000_000 };
const shownFigures = ["list", "overdue", "timeline", "search", "progress", "past", "update"];
const colours = ["#1d70b8", "#d4351c", "#00703c", "#912b88", "#f47738", "#505a5f", "#0b0c0c"];
const [width, height, left, bottom] = [720, 420, 70, 50];

/** Milliseconds of work for a request on SQLite by the size of the record, both axes logarithmic. */
export function growthPlot(results: readonly Result[]): string {
  const lines = shownFigures.map((figure) => ({ figure, points: pointsOf(results, figure) }));
  const [lowest, highest] = [-2, 4];
  const x = (count: number) => left + ((Math.log10(count) - 3) / 3) * (width - left - 150);
  const y = (ms: number) => height - bottom - ((Math.log10(ms) - lowest) / (highest - lowest)) * (height - bottom - 30);
  const axis = [0.01, 0.1, 1, 10, 100, 1000, 10_000].map(
    (ms) =>
      `<path d="M${left} ${y(ms)}H${width - 150}" stroke="#ddd"/><text x="${left - 8}" y="${y(ms) + 4}" text-anchor="end">${ms} ms</text>`,
  );
  const ticks = Object.entries(counts).map(
    ([size, count]) => `<text x="${x(count)}" y="${height - bottom + 20}" text-anchor="middle">${size}</text>`,
  );
  const drawn = lines.flatMap(({ figure, points }, index) => {
    const colour = colours[index] as string;
    const path = points.map(([count, ms], place) => `${place === 0 ? "M" : "L"}${x(count)} ${y(ms)}`).join("");
    const dots = points.map(([count, ms]) => `<circle cx="${x(count)}" cy="${y(ms)}" r="3" fill="${colour}"/>`);
    const label = `<text x="${width - 135}" y="${40 + index * 20}" fill="${colour}">${figure}</text>`;
    return [`<path d="${path}" fill="none" stroke="${colour}" stroke-width="2"/>`, ...dots, label];
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="12">
<title>Milliseconds a request, by recommendations on record (SQLite)</title><rect width="${width}" height="${height}" fill="#fff"/>
${[...axis, ...ticks, ...drawn].join("\n")}
</svg>
`;
}

function pointsOf(results: readonly Result[], figure: string): [number, number][] {
  return Object.entries(counts).flatMap(([size, count]): [number, number][] => {
    const found = results.find((each) => each.figure === figure && each.size === size && each.database === "sqlite");
    return found === undefined || found.unit !== "requests per second" ? [] : [[count, 1000 / found.heed.median]];
  });
}
