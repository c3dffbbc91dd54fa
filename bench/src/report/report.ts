import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Result } from "../figures/figure.ts";
import { root } from "../heed.ts";
import { growthPlot } from "./growth-plot.ts";
import { short, shown } from "./line.ts";
import { questionPage } from "./question-table.ts";
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
writeFileSync(
  join(root, "docs", "performance-growth.svg"),
  growthPlot(results.filter(({ world }) => world === undefined)),
);
writeFileSync(join(root, "docs", "performance-questions.md"), questionPage(results));

function between(all: string, name: string, content: string): string {
  const [begin, end] = [`<!-- ${name} -->`, `<!-- end of ${name} -->`];
  const [from, until] = [all.indexOf(begin), all.indexOf(end)];
  if (from < 0 || until < from) throw new Error(`docs/performance.md has no place for the ${name}`);
  return `${all.slice(0, from + begin.length)}\n${content}\n${all.slice(until)}`;
}

function targetTable(): string {
  const rows = targets.map((target) => {
    return `| ${target.what} | ${boundOf(target)} | ${verdict(target, "sqlite")} | ${verdict(target, "postgresql")} |`;
  });
  return ["", "| what | target | SQLite | PostgreSQL |", "|---|---|---|---|", ...rows, ""].join("\n");
}

function boundOf({ least, most }: Target): string {
  if (least !== undefined) return `at least ${least}`;
  return `at most ${typeof most === "object" ? `${most.sqlite} on SQLite, ${most.postgresql} on PostgreSQL` : most}`;
}

function verdict({ wants, least, most, of = "ratio", ...by }: Target, database: "sqlite" | "postgresql"): string {
  const bound = least ?? (typeof most === "object" ? most[database] : most) ?? Number.NaN;
  const about = ({ world, part, note }: Result) => [world, part, note].filter(Boolean).join(", ");
  const numbers = results
    .filter((result) => result.database === database && wants(result))
    .map((result) => ({
      number: of === "heed" ? result.heed.median : "ratio" in result ? result.ratio.median : Number.NaN,
      of: by.named && about(result) !== "" ? ` (${about(result)})` : "",
    }));
  if (numbers.length === 0) return "not measured";
  const worst = numbers.reduce((a, b) => ((least === undefined ? b.number > a.number : b.number < a.number) ? b : a));
  const met = least === undefined ? worst.number <= bound : worst.number >= bound;
  return `${short(worst.number)} ${met ? "met" : "**missed**"}${worst.of}`;
}

function figureTable(): string {
  // Questions have a page of their own.
  const rows = results
    .filter(({ figure }) => figure !== "asked" && figure !== "growth")
    .map((result) => {
      const { figure, part, world, size, database, unit, note } = result;
      const baseline = "baseline" in result ? `${shown(result.baseline)} | ${shown(result.ratio)}` : "– | –";
      return `| ${figure}${part ? `: ${part}` : ""}${world ? ` (${world})` : ""} | ${size} | ${database} | ${unit} | ${shown(result.heed)} | ${baseline} | ${note ?? ""} |`;
    });
  return [
    "",
    "| figure | size | database | unit | Heed | baseline | ratio | |",
    "|---|---|---|---|---|---|---|---|",
    ...rows,
    "",
  ].join("\n");
}
