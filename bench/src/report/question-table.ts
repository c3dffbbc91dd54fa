import type { Result } from "../figures/figure.ts";
import { short } from "./line.ts";
import { isCompared, worstOfEach } from "./worst.ts";

const size = "100k";

/** A page with each question that people ask: the worst of its values on each database and in each world. */
export function questionPage(results: readonly Result[]): string {
  const worst = worstOfEach(results.filter((result) => result.figure === "asked" && result.size === size));
  const worlds = [...new Set(worst.map(({ world }) => world))];
  return `# What people ask, at ${size}

Written by \`node bench/dist/report/report.js\` from bench/results: each question, the value with which Heed is furthest behind its
baseline (the number of rows in brackets), and Heed's rate ÷ the baseline's. [Performance](performance.md) tells how it is measured.
${worlds.length === 0 ? "\nNot measured.\n" : worlds.map((world) => tableOf(world, worst)).join("")}`;
}

function tableOf(world: string | undefined, worst: readonly Result[]): string {
  const ofWorld = worst.filter((result) => result.world === world);
  const cell = (part: string | undefined, database: string) => {
    const found = ofWorld.find((result) => result.part === part && result.database === database);
    if (found === undefined || !isCompared(found)) return " | ";
    return `${short(found.ratio.median)} | ${found.note ?? ""}`;
  };
  const parts = [...new Set(ofWorld.map(({ part }) => part))];
  const rows = parts.map((part) => `| ${part} | ${cell(part, "sqlite")} | ${cell(part, "postgresql")} |`);
  const head = ["| question | SQLite | value | PostgreSQL | value |", "|---|---|---|---|---|"];
  return [
    "",
    world === undefined ? "## The project's own rows" : `## The rows of ${world}`,
    "",
    ...head,
    ...rows,
    "",
  ].join("\n");
}
