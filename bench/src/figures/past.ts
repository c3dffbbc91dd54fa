import { load } from "../measure/load.ts";
import { spreadOf } from "../measure/turns.ts";
import { worldToday } from "../world/organizations.ts";
import type { Bench, Figure, Result } from "./figure.ts";
import { randomDates } from "./random-dates.ts";
import { overdueOn, requireSameOverdue } from "./reads.ts";

/** The worst of 20 random dates; over one connection, as the baseline takes long. */
export const past: Figure = {
  name: "past",
  about: "the first page of what was overdue on a past date, with its total: the worst of 20 dates",
  async run(bench) {
    const { size, database } = bench.dataset;
    const days = randomDates();
    const withFloor = size !== "1m";
    if (withFloor)
      for (const day of days) await requireSameOverdue(bench, { path: overdueOn(day) }, { path: `/past?asOf=${day}` });
    const heed = new Map<string, number[]>(days.map((day) => [day, []]));
    const baseline = new Map<string, number[]>(days.map((day) => [day, []]));
    const today: number[] = [];
    for (let round = 0; round < bench.rounds; round++) {
      for (const day of days) {
        heed.get(day)?.push(await rate(bench.heed, overdueOn(day), bench));
        if (withFloor) baseline.get(day)?.push(await rate(bench.baseline, `/past?asOf=${day}`, bench));
      }
      today.push(await rate(bench.heed, overdueOn(worldToday), bench));
    }
    const medians = days.map((day) => ({ day, rate: spreadOf(heed.get(day) ?? []).median }));
    const worst = medians.reduce((a, b) => (b.rate < a.rate ? b : a)).day;
    const a = heed.get(worst) as number[];
    const common = { figure: "past", size, database, unit: "requests per second", connections: 1 } as const;
    const versusToday: Result = {
      ...common,
      part: "÷ today",
      note: `worst date ${worst}; the baseline here is Heed's own overdue today`,
      heed: spreadOf(a),
      baseline: spreadOf(today),
      ratio: spreadOf(a.map((value, index) => value / (today[index] as number))),
      rounds: bench.rounds,
    };
    if (!withFloor)
      return [{ ...common, heed: spreadOf(a), rounds: bench.rounds, note: `worst date ${worst}` }, versusToday];
    // The ratio is the worst of all dates, not that of the slowest date.
    const ratios = days.map((day) => {
      const [h, f] = [heed.get(day) as number[], baseline.get(day) as number[]];
      return { day, ratio: spreadOf(h.map((value, index) => value / (f[index] as number))) };
    });
    const lowest = ratios.reduce((x, y) => (y.ratio.median < x.ratio.median ? y : x));
    return [
      {
        ...common,
        part: "÷ latest assessment",
        note: `worst date ${lowest.day}`,
        heed: spreadOf(heed.get(lowest.day) as number[]),
        baseline: spreadOf(baseline.get(lowest.day) as number[]),
        ratio: lowest.ratio,
        rounds: bench.rounds,
      },
      versusToday,
    ];
  },
};

async function rate(origin: string, path: string, { seconds }: Bench): Promise<number> {
  return (await load(origin, () => ({ path }), { connections: 1, seconds: seconds / 10 })).perSecond;
}
