import {
  columnOf,
  countsOf,
  type Floor,
  indexOn,
  latestStanding,
  nameOf,
  pageSize,
  type Question,
  withAndWithoutTotal,
} from "./question.ts";

/** Each filter, and the plain table that has its column: of recommendations, of follow-ups, or of their several values. */
const filters: Readonly<Record<string, "recommendation" | "followUp" | "theme" | "responsible">> = {
  reference: "recommendation",
  report: "recommendation",
  reportingYear: "recommendation",
  withoutAddressee: "recommendation",
  undecided: "recommendation",
  theme: "theme",
  addressee: "followUp",
  position: "followUp",
  reported: "followUp",
  assessed: "followUp",
  lifecycle: "followUp",
  divergent: "followUp",
  unverified: "followUp",
  longOutstanding: "followUp",
  acceptanceWithdrawn: "followUp",
  responsible: "responsible",
};

/** What pages ask together. */
const pairs: readonly string[][] = [
  ["addressee", "assessed"],
  ["addressee", "position"],
  ["addressee", "lifecycle"],
  ["addressee", "reportingYear"],
  ["addressee", "theme"],
  ["responsible", "assessed"],
  ["responsible", "lifecycle"],
  ["responsible", "reportingYear"],
  ["theme", "reportingYear"],
  ["theme", "assessed"],
  ["theme", "lifecycle"],
  ["report", "position"],
  ["report", "assessed"],
  ["reportingYear", "assessed"],
  ["reportingYear", "lifecycle"],
  ["position", "lifecycle"],
];

const onPastDay: readonly string[][] = [
  [],
  ["addressee"],
  ["assessed"],
  ["lifecycle"],
  ["position"],
  ["theme", "assessed"],
  ["addressee", "assessed"],
  ["addressee", "lifecycle"],
];

/** What a word is asked with. */
const besideWord: readonly string[][] = [[], ["addressee"], ["reportingYear"], ["lifecycle"], ["theme"]];

const order = ["reporting_year DESC", "report", "place"];
const printed = order.map((column) => `b.${column}`);
const address = `/recommendations?pageSize=${pageSize}`;

export function recommendationQuestions(floor: Floor): Question[] {
  return [
    ...[[], ...Object.keys(filters).map((name) => [name]), ...pairs].flatMap((parameters) =>
      withAndWithoutTotal(today(floor, parameters)),
    ),
    ...onPastDay.flatMap((parameters) => withAndWithoutTotal(past(floor, parameters))),
    ...besideWord.flatMap((parameters) => withAndWithoutTotal(withWord(floor, parameters))),
  ];
}

function today(floor: Floor, parameters: readonly string[]): Question {
  const table = tableOf(parameters);
  const columns = parameters.map(columnOf);
  return {
    name: nameOf("recommendations", parameters),
    list: "recommendations",
    address,
    parameters,
    ...(parameters.length > 0 && { counts: countsOf(table, columns) }),
    index: indexOn(table, [...columns, ...order, "recommendation"]),
    ...found(floor, table, parameters, `FROM ${table} b`, conditions(columns)),
  };
}

/** The latest standing by the day counts. */
function past(floor: Floor, parameters: readonly string[]): Question {
  const dated = ["position", "reported", "assessed", "lifecycle"];
  const table = tableOf(parameters);
  const columns = parameters.map(columnOf);
  const where = columns.map((column) => `${dated.includes(column) ? "h" : "b"}.${column} = ?`);
  const [from, all] =
    parameters.length === 0
      ? [`FROM ${table} b`, ["b.published_from <= ?"]]
      : [`FROM ${table} b ${latestStanding}`, where];
  return {
    ...today(floor, parameters),
    name: nameOf("recommendations on a past day", parameters),
    days: (_, day) => [day],
    ...found(floor, table, parameters, from, all),
  };
}

function withWord(floor: Floor, parameters: readonly string[]): Question {
  const table = tableOf(parameters);
  const columns = parameters.map(columnOf);
  const [join, has] =
    floor.dialect === "sqlite"
      ? ["w.rowid = b.number", "floor_words MATCH ?"]
      : ["w.number = b.number", "w.words @@ plainto_tsquery('simple', ?)"];
  const from = `FROM floor_words w ${floor.dialect === "sqlite" ? "CROSS " : ""}JOIN ${table} b ON ${join}`;
  // Words are numbered in the order of the list.
  const number = floor.dialect === "sqlite" ? "w.rowid" : "w.number";
  return {
    ...today(floor, parameters),
    name: nameOf("search", ["q", ...parameters]),
    parameters: ["q", ...parameters],
    ...found(floor, table, parameters, from, [has, ...conditions(columns)], [number]),
    ...(parameters.length === 0 && { total: `SELECT count(*) AS total FROM floor_words w WHERE ${has}` }),
  };
}

function found(
  { single }: Floor,
  table: string,
  parameters: readonly string[],
  from: string,
  where: readonly string[],
  order: readonly string[] = printed,
): { rows: string; total: string } {
  const severalRows = table.startsWith("floor_follow_up") && !single && !parameters.includes("addressee");
  const all = `${from}${where.length === 0 ? "" : ` WHERE ${where.join(" AND ")}`}`;
  return {
    rows: `SELECT ${severalRows ? "DISTINCT " : ""}b.recommendation AS id, ${order.join(", ").replace(" DESC", "")} ${all}
      ORDER BY ${order.join(", ")} LIMIT ${pageSize}`,
    total: `SELECT count(${severalRows ? "DISTINCT b.recommendation" : "*"}) AS total ${all}`,
  };
}

function conditions(columns: readonly string[]): string[] {
  return columns.map((column) => `b.${column} = ?`);
}

function tableOf(parameters: readonly string[]): string {
  const kinds = parameters.map((parameter) => filters[parameter]);
  const base = kinds.includes("followUp") || kinds.includes("responsible") ? "follow_up" : "recommendation";
  return `floor_${base}${kinds.includes("theme") ? "_theme" : ""}${kinds.includes("responsible") ? "_responsible" : ""}`;
}
