import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Result } from "../figures/figure.ts";
import { root } from "../heed.ts";
import { growthPlot } from "./growth-plot.ts";
import { short, shown } from "./line.ts";
import { type Target, targets } from "./targets.ts";

const folder = join(root, "bench", "results");
const page = join(root, "docs", "performance.md");

/** Writes the tables of docs/performance.md again from bench/results, and the plot beside it. */
const results = readdirSync(folder)
  .filter((name) => name.endsWith(".json"))
  .sort()
  .flatMap((name) => JSON.parse(readFileSync(join(folder, name), "utf8")) as Result[]);

const text = readFileSync(page, "utf8");
writeFileSync(page, between(between(text, "targets", targetTable()), "figures", figureTable()));
writeFileSync(join(root, "docs", "performance-growth.svg"), growthPlot(results));

function between(all: string, name: string, content: string): string {
  const [begin, end] = [`<!-- ${name} -->`, `<!-- end of ${name} -->`];
  const [from, until] = [all.indexOf(begin), all.indexOf(end)];
  if (from < 0 || until < from) throw new Error(`docs/performance.md has no place for the ${name}`);
  return `${all.slice(0, from + begin.length)}\n${content}\n${all.slice(until)}`;
}

function targetTable(): string {
  const rows = targets.map((target) => {
    const bound = target.least === undefined ? `at most ${target.most}` : `at least ${target.least}`;
    return `| ${target.what} | ${bound} | ${verdict(target, "sqlite")} | ${verdict(target, "postgresql")} |`;
  });
  return ["", "| what | target | SQLite | PostgreSQL |", "|---|---|---|---|", ...rows, ""].join("\n");
}

function verdict({ wants, least, most, of = "ratio" }: Target, database: string): string {
  const medians = results
    .filter((result) => result.database === database && wants(result))
    .map((result) => (of === "heed" ? result.heed.median : "ratio" in result ? result.ratio.median : Number.NaN));
  if (medians.length === 0) return "not measured";
  const worst = least === undefined ? Math.max(...medians) : Math.min(...medians);
  const met = least === undefined ? worst <= (most ?? 0) : worst >= least;
  return `${short(worst)} ${met ? "met" : "**missed**"}`;
}

function figureTable(): string {
  const rows = results.map((result) => {
    const { figure, part, size, database, unit, note } = result;
    const baseline = "baseline" in result ? `${shown(result.baseline)} | ${shown(result.ratio)}` : "– | –";
    return `| ${figure}${part ? `: ${part}` : ""} | ${size} | ${database} | ${unit} | ${shown(result.heed)} | ${baseline} | ${note ?? ""} |`;
  });
  return [
    "",
    "| figure | size | database | unit | Heed | baseline | ratio | |",
    "|---|---|---|---|---|---|---|---|",
    ...rows,
    "",
  ].join("\n");
}
