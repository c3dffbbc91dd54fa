import { addDays, type Day, daysBetween } from "@heed/core";
import type { BareSql, Row, Value } from "../baseline/bare-sql.ts";
import { chooseWords } from "./choose-words.ts";
import type { Question } from "./question.ts";

/** The values that a question is asked with: as they stand in Heed's address, and as the SQL takes them. */
export type Choice = {
  /** Which of the values it is, such as `large`. */
  kind: string;
  /** The same with the values and their number of rows. */
  about: string;
  asked: readonly string[];
  bound: readonly Value[];
};

const none: Choice = { kind: "", about: "", asked: [], bound: [] };
const kinds = { small: 0, middle: 0.5, large: 1 } as const;

/** A small, a middle and a large value of each question, by counting the rows. */
export async function chooseValues(sql: BareSql, question: Question, today: Day): Promise<readonly Choice[]> {
  const { parameters } = question;
  if (parameters.length === 0) return [none];
  const counted = question.counts === undefined ? undefined : await sql.all(question.counts);
  if (counted?.length === 0) return [];
  const choices = counted === undefined ? [none] : fewToMany(counted);
  if (parameters.includes("minDaysOverdue")) return withDaysOverdue(today, await daysOverdue(sql, today), choices);
  if (!parameters.includes("q")) return choices;
  // The rows of a word and a value are few where those of the value are.
  const large = choices.at(-1) as Choice;
  return (await chooseWords(sql)).map(({ kind, about, word }) => ({
    kind,
    about: [about, large.about].filter((each) => each !== "").join(", "),
    asked: [word, ...large.asked],
    bound: [word, ...large.bound],
  }));
}

function fewToMany(counted: readonly Row[]): Choice[] {
  const places = Object.entries(kinds).map(
    ([kind, share]) => [kind, Math.floor(share * (counted.length - 1))] as const,
  );
  const different = places.filter(([, place], index) => places.findIndex(([, each]) => each === place) === index);
  return different.map(([kind, place]) => {
    const { count, ...row } = counted[place] as Row;
    const values = Object.values(row);
    return { kind, about: `${kind} ${values.join(" + ")} (${count})`, asked: values.map(String), bound: values };
  });
}

/** The shares of things that are overdue by some number of days. */
const sharesOfDays = [
  ["small", 0.1],
  ["middle", 0.5],
  ["large", 0.9],
] as const;

/** The numbers of days by which one, five and nine of ten things are overdue. */
async function daysOverdue(sql: BareSql, today: Day): Promise<number[]> {
  const [counted] = await sql.all("SELECT count(*) AS count FROM floor_owed WHERE due < ?", today);
  const days: number[] = [];
  for (const [, share] of sharesOfDays) {
    const offset = Math.floor(Number(counted?.count) * share);
    const [row] = await sql.all(
      `SELECT due FROM floor_owed WHERE due < ? ORDER BY due LIMIT 1 OFFSET ${offset}`,
      today,
    );
    if (row !== undefined) days.push(daysBetween(String(row.due), today));
  }
  return days;
}

/** Each number of days alone; beside other values the middle one. The SQL takes the latest due date. */
function withDaysOverdue(today: Day, days: readonly number[], choices: readonly Choice[]): Choice[] {
  const alone = choices.length === 1 && choices[0]?.asked.length === 0;
  return choices.flatMap(({ kind, about, asked, bound }) =>
    (alone ? days : days.slice(1, 2)).map((each, index) => ({
      kind: alone ? (sharesOfDays[index]?.[0] ?? "") : kind,
      about: [alone ? sharesOfDays[index]?.[0] : about, `${each} days`].filter((part) => part !== "").join(", "),
      asked: [...asked, String(each)],
      bound: [...bound, addDays(today, -each)],
    })),
  );
}
