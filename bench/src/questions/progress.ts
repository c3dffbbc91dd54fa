import { columnOf, countsOf, indexOn, type Question } from "./question.ts";

/** How the counts of a page are grouped, and by what it is narrowed. */
const asked: readonly { groupBy: string; parameters: readonly string[] }[] = [
  ...["all", "addressee", "responsible", "reportingYear", "theme", "report"].map((groupBy) => ({
    groupBy,
    parameters: [],
  })),
  ...["addressee", "reportingYear", "theme", "report"].map((parameter) => ({
    groupBy: "all",
    parameters: [parameter],
  })),
  { groupBy: "reportingYear", parameters: ["addressee"] },
  { groupBy: "theme", parameters: ["addressee"] },
  { groupBy: "addressee", parameters: ["reportingYear"] },
  { groupBy: "addressee", parameters: ["theme"] },
  { groupBy: "all", parameters: ["addressee", "reportingYear"] },
  { groupBy: "all", parameters: ["theme", "reportingYear"] },
];

const groups: Readonly<Record<string, string>> = { all: "'all'", responsible: "b.answering" };

const levels = ["position", "reported", "assessed", "lifecycle"];

export function progressQuestions(): Question[] {
  return asked.map(({ groupBy, parameters }) => {
    const table = `floor_follow_up${[groupBy, ...parameters].includes("theme") ? "_theme" : ""}`;
    const columns = parameters.map(columnOf);
    const where = ["b.role <> 'forInformation'", ...columns.map((column) => `b.${column} = ?`)].join(" AND ");
    const group = groups[groupBy] ?? `b.${columnOf(groupBy)}`;
    const own = group.startsWith("b.") ? [group.slice("b.".length)] : [];
    return {
      name: `progress by ${groupBy}${parameters.length === 0 ? "" : `: ${parameters.join(" + ")}`}`,
      list: "progress",
      address: `/progress?groupBy=${groupBy}`,
      parameters,
      ...(columns.length > 0 && { counts: countsOf(table, columns, "b.role <> 'forInformation'") }),
      index: indexOn(table, [...new Set([...columns, ...own, "role", ...levels])]),
      rows: `SELECT ${group} AS "group", ${levels.map((level) => `b.${level}`).join(", ")}, count(*) AS count
        FROM ${table} b WHERE ${where} GROUP BY 1, 2, 3, 4, 5`,
    };
  });
}

export function matrixQuestions(): Question[] {
  return [[], ["addressee"], ["reportingYear"], ["addressee", "reportingYear"]].map((parameters) => {
    const table = "floor_follow_up";
    const columns = parameters.map(columnOf);
    const where = ["b.role <> 'forInformation'", ...columns.map((column) => `b.${column} = ?`)].join(" AND ");
    return {
      name: `progressMatrix${parameters.length === 0 ? "" : `: ${parameters.join(" + ")}`}`,
      list: "progressMatrix",
      address: "/progressMatrix?",
      parameters,
      ...(columns.length > 0 && { counts: countsOf(table, columns, "b.role <> 'forInformation'") }),
      index: indexOn(table, [...new Set([...columns, "addressee", "reporting_year", "role", "assessed"])]),
      rows: `SELECT b.addressee, b.reporting_year, b.assessed, count(*) AS count
        FROM ${table} b WHERE ${where} GROUP BY 1, 2, 3`,
    };
  });
}
