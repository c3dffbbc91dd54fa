import { answerOf, load } from "../measure/load.ts";
import { spreadOf } from "../measure/turns.ts";
import { type Bench, type Figure, requireSame } from "./figure.ts";
import { randomDates } from "./random-dates.ts";
import { base } from "./reads.ts";

/** The time of the whole request that counts; its page has one item. */
export const total: Figure = {
  name: "total",
  about: "the exact total of all that was overdue, beside a count by lifecycle and due date on a table of intervals",
  async run(bench) {
    const days = randomDates();
    const ours = (day: string) => `${base}/overdue?pageSize=1&asOf=${day}`;
    const counted = (day: string) => `/count?asOf=${day}`;
    for (const day of days) {
      const a = await answerOf<{ total: number }>(bench.heed, { path: ours(day) });
      const b = await answerOf<{ total: number }>(bench.baseline, { path: counted(day) });
      requireSame(`total on ${day}`, a.total, b.total);
    }
    const times = days.map((day) => ({ day, heed: [] as number[], baseline: [] as number[] }));
    for (let round = 0; round < bench.rounds; round++)
      for (const each of times) {
        each.heed.push(await time(bench.heed, ours(each.day), bench));
        each.baseline.push(await time(bench.baseline, counted(each.day), bench));
      }
    const { size, database } = bench.dataset;
    const all = times.map(({ day, heed, baseline }) => ({
      day,
      heed: spreadOf(heed),
      baseline: spreadOf(baseline),
      ratio: spreadOf(heed.map((value, index) => value / (baseline[index] as number))),
    }));
    all.sort((a, b) => a.ratio.median - b.ratio.median);
    const of = (part: string, place: number) => {
      const { day, ...spreads } = all[place] as (typeof all)[number];
      const note = `${day}; ${part} of ${days.length} dates`;
      const unit = "milliseconds" as const;
      return { figure: "total", part, size, database, unit, connections: 1, note, rounds: bench.rounds, ...spreads };
    };
    return [of("middle", Math.floor(all.length / 2)), of("worst", all.length - 1)];
  },
};

async function time(origin: string, path: string, { seconds }: Bench): Promise<number> {
  return (await load(origin, () => ({ path }), { connections: 1, seconds: seconds / 10 })).medianMs;
}
