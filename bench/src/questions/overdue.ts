import { addDays, type Day, defaultSettings, settingsOn } from "@heed/core";
import { columnOf, countsOf, indexOn, nameOf, pageSize, type Question } from "./question.ts";

/** Each filter, and the ending of the plain table that has its column. `minDaysOverdue` bounds the due date instead. */
const filters: Readonly<Record<string, "" | "_theme" | "_responsible">> = {
  kind: "",
  addressee: "",
  report: "",
  minDaysOverdue: "",
  theme: "_theme",
  responsible: "_responsible",
};

const pairs: readonly string[][] = [
  ["responsible", "kind"],
  ["responsible", "minDaysOverdue"],
  ["addressee", "kind"],
  ["addressee", "minDaysOverdue"],
  ["report", "kind"],
  ["theme", "kind"],
  ["theme", "minDaysOverdue"],
  ["kind", "minDaysOverdue"],
];

const onPastDay: readonly string[][] = [[], ["addressee"], ["kind"], ["report"], ["theme"]];

/** Other orders and days of the same list, which are asked with few filters. */
const variants: readonly { name: string; asked: string; due: string; bounds: string; days: (today: Day) => Day[] }[] = [
  {
    name: "overdue by the original date",
    asked: "&against=original",
    due: "original_due",
    bounds: "b.original_due < ?",
    days: (today) => [today],
  },
  {
    name: "due soon",
    asked: "&dueSoon=true",
    due: "due",
    bounds: "b.due >= ? AND b.due <= ?",
    days: (today) => [today, addDays(today, settingsOn(defaultSettings, today).dueSoonDays)],
  },
];

const address = `/overdue?pageSize=${pageSize}`;

/** Its answer always has a total. Heed's also tells it by kind and by age, the floor does not. */
export function overdueQuestions(): Question[] {
  const current = { name: "overdue", asked: "", due: "due", bounds: "b.due < ?", days: (today: Day) => [today] };
  return [
    ...[[], ...Object.keys(filters).map((name) => [name]), ...pairs].map((parameters) => today(current, parameters)),
    ...variants.flatMap((variant) => [[], ["responsible"], ["addressee"]].map((few) => today(variant, few))),
    ...onPastDay.map(past),
  ];
}

function today({ name, asked, due, bounds, days }: (typeof variants)[number], parameters: readonly string[]): Question {
  const table = `floor_owed${parameters.map((parameter) => filters[parameter]).join("")}`;
  const columns = parameters.filter((parameter) => parameter !== "minDaysOverdue").map(columnOf);
  const where = [
    bounds,
    ...parameters.map((parameter) =>
      parameter === "minDaysOverdue" ? `b.${due} <= ?` : `b.${columnOf(parameter)} = ?`,
    ),
  ].join(" AND ");
  return {
    name: nameOf(name, parameters),
    list: "overdue",
    address: address + asked,
    parameters,
    days,
    ...(columns.length > 0 && { counts: countsOf(table, columns, "b.due < CAST(CURRENT_DATE AS text)") }),
    index: indexOn(table, [...columns, due, "id"]),
    rows: `SELECT b.id, b.${due} AS due FROM ${table} b WHERE ${where} ORDER BY 2, 1 LIMIT ${pageSize}`,
    total: `SELECT count(*) AS total FROM ${table} b WHERE ${where}`,
  };
}

/** For each thing owed the latest event by the day. */
function past(parameters: readonly string[]): Question {
  const column = (parameter: string) => (parameter === "kind" ? "t.kind" : `b.${columnOf(parameter)}`);
  const table = `floor_follow_up${parameters.map((parameter) => filters[parameter]).join("")}`;
  const isOfThing = parameters.every((parameter) => parameter === "kind");
  const latest = `SELECT e.owed_id AS id, e.due FROM floor_thing t
    ${isOfThing ? "" : `JOIN ${table} b ON b.follow_up = t.follow_up_id`}
    JOIN floor_event e ON e.thing_id = t.id
      AND e.on_day = (SELECT max(x.on_day) FROM floor_event x WHERE x.thing_id = t.id AND x.on_day <= ?)
    WHERE ${["e.status = 'open' AND e.due < ?", ...parameters.map((each) => `${column(each)} = ?`)].join(" AND ")}`;
  const ofOwed = `floor_owed${parameters.map((parameter) => filters[parameter]).join("")}`;
  return {
    name: nameOf("overdue on a past day", parameters),
    list: "overdue",
    address,
    parameters,
    days: (_, day) => [day, day],
    ...(parameters.length > 0 && { counts: countsOf(ofOwed, parameters.map(columnOf)) }),
    ...(!isOfThing && { index: indexOn(table, [...parameters.map(columnOf), "follow_up"]) }),
    rows: `SELECT id, due, count(*) OVER () AS total FROM (${latest}) AS late ORDER BY due, id LIMIT ${pageSize}`,
  };
}
