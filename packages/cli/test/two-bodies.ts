import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "vitest";
import { freshDatabase } from "./heed.ts";

/** A report as a record file has it: its recommendations by their references, each addressed to Justice. */
type AReport = { reference: string; reportingYear: number; publishedOn: string; recommendations: readonly string[] };

export const report2024: AReport = {
  reference: "2024",
  reportingYear: 2024,
  publishedOn: "2025-10-18",
  recommendations: ["1", "2", "3", "4", "5"],
};

/** A database of its own in which the body `b` addresses the recommendations of these reports to Justice, `j`. */
export async function twoBodies(...reports: readonly AReport[]) {
  const fresh = await freshDatabase();
  const file = join(fresh.folder, "two-bodies.json");
  const all = reports.flatMap(({ reference, recommendations }) =>
    recommendations.map((id) => ({ id, report: reference })),
  );
  await writeFile(
    file,
    JSON.stringify({
      heed: "record/1",
      organizations: [
        { id: "b", code: "b", name: { en: "Body" } },
        { id: "j", code: "j", name: { en: "Justice" } },
      ],
      reports: reports.map(({ recommendations: _, ...report }) => ({
        id: report.reference,
        issuingBody: "b",
        ...report,
      })),
      recommendations: all.map(({ id, report }) => ({ id, report, reference: id, text: { en: `Do ${id}.` } })),
      followUps: all.map(({ id }) => ({ id: `f${id}`, recommendation: id, addressee: "j" })),
    }),
  );
  /** Runs a command that must succeed; answers what it printed. */
  const done = async (...args: string[]) => {
    const { code, stdout, stderr } = await fresh.heed(...args);
    expect(code, stderr).toBe(0);
    return stdout;
  };
  await done("import", file, "--create");
  return { ...fresh, done };
}
