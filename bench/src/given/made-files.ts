import { spawnSync } from "node:child_process";
import { existsSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { shellOf } from "../import/shell.ts";

const joined = ["recommendations.csv", "assessments.csv"];

/**
 * The rows of a generator that writes addressees, reports, recommendations and assessments. A mapping reads one file, so
 * each recommendation gets the columns of its report and its addressee, and each assessment the reference of its
 * recommendation.
 */
export function madeFiles(generator: string, size: string, folder: string): string[] {
  const files = joined.map((name) => join(folder, name));
  if (files.every(existsSync)) return files;
  const made = join(folder, "made");
  const { status, stderr } = spawnSync(process.execPath, [generator, "--size", size, "--out", made], {
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`${generator} ended with ${status}: ${stderr}`);
  const partial = files.map((file) => `${file}.partial`);
  shellOf("sqlite3", ["-batch", "-bail", ":memory:"], joining(made, partial));
  for (const file of files) renameSync(`${file}.partial`, file);
  rmSync(made, { recursive: true });
  return files;
}

function joining(made: string, [recommendations, assessments]: readonly string[]): string {
  const tables = ["addressee", "report", "recommendation", "assessment"];
  return [
    ...tables.map((table) => `.import --csv "${join(made, `${table}s.csv`)}" ${table}`),
    ...tables.map((table) => `CREATE UNIQUE INDEX ${table}_id ON ${table} (id);`),
    ".mode csv",
    ".headers on",
    `.output "${recommendations}"`,
    `SELECT r.*, p.reference AS report_reference, p.title AS report_title, p.published_on, a.name_en AS addressee
     FROM recommendation r CROSS JOIN report p ON p.id = r.report_id CROSS JOIN addressee a ON a.id = r.addressee_id
     ORDER BY r.rowid;`,
    `.output "${assessments}"`,
    `SELECT s.*, r.reference FROM assessment s CROSS JOIN recommendation r ON r.id = s.recommendation_id ORDER BY s.rowid;`,
  ].join("\n");
}
