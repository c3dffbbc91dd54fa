import type { Question } from "./question.ts";

export type AnswerBody = { total?: number; items: readonly Record<string, unknown>[] };

/** How the items of one kind of answer are read on both sides. */
type Read<What> = { heed: (item: never) => What; floor: (row: never) => What };
/** What is counted, with its number. */
type Counts = readonly (readonly [what: string, number: number])[];
type Group = { group: string } & Record<(typeof answers)[number][0], Record<string, number>>;
type Line = {
  addressee: { id: string };
  reportingYears: { reportingYear: number; byAssessed: Record<string, number> }[];
};
type Row = Record<string, string | number>;

/** The counts of a group of Heed's, and the column of the floor that has their levels. */
const answers = [
  ["byPosition", "position"],
  ["byReported", "reported"],
  ["byAssessed", "assessed"],
  ["byLifecycle", "lifecycle"],
] as const;

const byId: Read<unknown> = { heed: ({ id }: Row) => id, floor: ({ id }: Row) => id };

const lists: Readonly<Partial<Record<Question["list"], Read<unknown>>>> = {
  recommendations: byId,
  reports: byId,
  organizations: byId,
  overdue: {
    heed: ({ followUp, kind, due }: { followUp: Row; kind: string; due: string }) => [followUp.id, kind, due],
    floor: ({ follow_up_id, kind, due }: Row) => [follow_up_id, kind, due],
  },
};

const counts: Readonly<Partial<Record<Question["list"], Read<Counts>>>> = {
  progress: {
    heed: (group: Group) =>
      answers.flatMap(([by]) =>
        Object.entries(group[by]).map(([level, count]) => [`${group.group} ${by} ${level}`, count] as const),
      ),
    floor: (row: Row) =>
      answers.map(([by, column]) => [`${row.group ?? ""} ${by} ${row[column]}`, Number(row.count)] as const),
  },
  progressMatrix: {
    heed: ({ addressee, reportingYears }: Line) =>
      reportingYears.flatMap(({ reportingYear, byAssessed }) =>
        Object.entries(byAssessed).map(
          ([level, count]) => [`${addressee.id} ${reportingYear} ${level}`, count] as const,
        ),
      ),
    floor: (row: Row) => [[`${row.addressee} ${row.reporting_year} ${row.assessed}`, Number(row.count)]],
  },
};

/** What both answers must have alike: the rows in their order and the total, or all counts. */
export function comparable({ list }: Question, side: "heed" | "floor", { total, items }: AnswerBody): unknown {
  const ofList = lists[list];
  if (ofList !== undefined) return { total, items: items.map(ofList[side] as (item: unknown) => unknown) };
  return summed(items.flatMap(counts[list]?.[side] as (item: unknown) => Counts));
}

function summed(all: Counts): string[] {
  const sums = new Map<string, number>();
  for (const [what, number] of all) sums.set(what, (sums.get(what) ?? 0) + number);
  return [...sums]
    .filter(([, sum]) => sum > 0)
    .map(([what, sum]) => `${what}: ${sum}`)
    .sort();
}
