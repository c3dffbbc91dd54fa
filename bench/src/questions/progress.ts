import { columnOf, countsOf, indexOn, latestStanding, nameOf, type Question } from "./question.ts";

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
      name: nameOf(`progress by ${groupBy}`, parameters),
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
  const today = [[], ["addressee"], ["reportingYear"], ["addressee", "reportingYear"]].map((parameters) =>
    matrix(parameters),
  );
  return [...today, ...[[], ["addressee"]].map((parameters) => matrix(parameters, true))];
}

/** On a past day the latest standing by then counts. */
function matrix(parameters: readonly string[], isPast = false): Question {
  const table = "floor_follow_up";
  const columns = parameters.map(columnOf);
  const where = ["b.role <> 'forInformation'", ...columns.map((column) => `b.${column} = ?`)].join(" AND ");
  const [from, assessed] = isPast ? [`${table} b ${latestStanding}`, "h.assessed"] : [`${table} b`, "b.assessed"];
  return {
    name: nameOf(`progressMatrix${isPast ? " on a past day" : ""}`, parameters),
    list: "progressMatrix",
    address: "/progressMatrix?",
    parameters,
    ...(isPast && { days: (_, day) => [day] }),
    ...(columns.length > 0 && { counts: countsOf(table, columns, "b.role <> 'forInformation'") }),
    index: indexOn(table, [...new Set([...columns, "addressee", "reporting_year", "role", "assessed"])]),
    rows: `SELECT b.addressee, b.reporting_year, ${assessed} AS assessed, count(*) AS count FROM ${from} WHERE ${where} GROUP BY 1, 2, 3`,
  };
}
