import type { Value } from "../baseline/bare-sql.ts";
import { floorOf } from "../floor/floor-of.ts";
import { makeTables } from "../floor/make-floor.ts";
import { recordOf, todayTables } from "../floor/today-tables.ts";
import { answerOf, type Call, load } from "../measure/load.ts";
import { inTurn } from "../measure/turns.ts";
import { type Choice, chooseValues } from "../questions/choose-values.ts";
import type { Question } from "../questions/question.ts";
import { questions } from "../questions/questions.ts";
import { type AnswerBody, comparable } from "../questions/same-answer.ts";
import { type Bench, type Figure, type Result, requireSame } from "./figure.ts";
import { base } from "./reads.ts";

/** A past day that most reports were published before. */
const past = "2019-05-17";

/** A question with values for its parameters, and how both sides are asked. */
export type Asked = { question: Question; choice: Choice; heed: Call; floor: Call };

export const asked: Figure = {
  name: "asked",
  about: "what people ask: each filter of each list, alone and in pairs, and searches, with few and with many rows",
  async run(bench) {
    const all = await askedOf(bench);
    await requireSameAnswers(bench, all);
    const results: Result[] = [];
    for (const each of all) results.push(await measured(bench, each));
    return results;
  },
};

/** Makes the plain tables of today, when the record has changed; the day is that of the service. */
export async function makeTablesOfToday({ dataset: { sql }, heed }: Pick<Bench, "dataset" | "heed">): Promise<string> {
  const { asOf: today } = await answerOf<{ asOf: string }>(heed, { path: `${base}/overdue?pageSize=1` });
  await makeTables(sql, "today", todayTables(sql.dialect, today), JSON.stringify(await sql.all(recordOf)));
  return today;
}

/** All questions with their values. */
export async function askedOf({ dataset, heed, named }: Bench): Promise<Asked[]> {
  const { sql } = dataset;
  const today = await makeTablesOfToday({ dataset, heed });
  const wanted = questions(await floorOf(sql)).filter(({ name }) => named === undefined || name.includes(named));
  for (const index of new Set(wanted.flatMap(({ index }) => index ?? []))) await sql.all(index);
  const found: Asked[] = [];
  for (const question of wanted)
    for (const choice of await chooseValues(sql, question, today))
      found.push({ question, choice, ...calls(question, choice, today) });
  return found;
}

function calls(question: Question, { asked, bound }: Choice, today: string): Pick<Asked, "heed" | "floor"> {
  const days = question.days?.(today, past) ?? [];
  const onPastDay = days.includes(past);
  const parameters = question.parameters.map((name, index) => [name, asked[index] ?? ""] as [string, string]);
  if (onPastDay) parameters.push(["asOf", past]);
  const search = new URLSearchParams(parameters).toString();
  const joined = search === "" ? "" : `${question.address.includes("?") ? "&" : "?"}${search}`;
  const values: readonly Value[] = [...days, ...bound];
  const floor = new URLSearchParams([
    ["name", question.name],
    ["day", onPastDay ? past : today],
    ...values.map((value) => ["value", String(value)] as [string, string]),
  ]);
  return { heed: { path: `${base}${question.address}${joined}` }, floor: { path: `/asked?${floor}` } };
}

/** All that differ are told at once. */
async function requireSameAnswers(bench: Bench, all: readonly Asked[]): Promise<void> {
  const differences: string[] = [];
  for (const { question, choice, heed, floor } of all)
    try {
      requireSame(
        `${question.name}, ${choice.about}`,
        comparable(question, "heed", await answerOf<AnswerBody>(bench.heed, heed)),
        comparable(question, "floor", await answerOf<AnswerBody>(bench.baseline, floor)),
      );
    } catch (error) {
      differences.push((error as Error).message);
    }
  if (differences.length > 0) throw new Error(`${differences.length} of ${all.length}:\n${differences.join("\n")}`);
}

async function measured(bench: Bench, { question, choice, heed, floor }: Asked): Promise<Result> {
  const { rounds, connections, dataset } = bench;
  // There are many, so each turn is short.
  const options = { connections, seconds: bench.seconds / 10 };
  const turns = await inTurn(
    rounds,
    async () => (await load(bench.heed, () => heed, options)).perSecond,
    async () => (await load(bench.baseline, () => floor, options)).perSecond,
  );
  const { size, database } = dataset;
  return {
    figure: "asked",
    part: question.name,
    ...(choice.about !== "" && { note: choice.about }),
    size,
    database,
    unit: "requests per second",
    connections,
    ...turns,
  };
}
