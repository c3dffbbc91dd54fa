import { answerOf, type Call, load } from "../measure/load.ts";
import { inTurn } from "../measure/turns.ts";
import { worldToday } from "../world/organizations.ts";
import { languages, rareWord } from "../world/words.ts";
import { type Bench, type Figure, type Result, requireSame } from "./figure.ts";

export const base = "/recommendationFollowUp/v1";

type Item = { id?: string; followUp?: { id: string }; kind?: string; due?: string };
type HeedPage = { total: number; items: Item[] };
type BaselinePage = { total: number; items: Record<string, string>[] };

/** A figure of one read on both sides. */
async function compare(
  bench: Bench,
  figure: string,
  heed: () => Call,
  baseline: () => Call,
  part?: string,
): Promise<Result> {
  const { rounds, connections, dataset } = bench;
  const options = { connections, seconds: bench.seconds };
  const turns = await inTurn(
    rounds,
    async () => (await load(bench.heed, heed, options)).perSecond,
    async () => (await load(bench.baseline, baseline, options)).perSecond,
  );
  const { size, database } = dataset;
  return { figure, ...(part && { part }), size, database, unit: "requests per second", connections, ...turns };
}

const constant = (path: string) => () => ({ path });

const list: Figure = {
  name: "list",
  about: "the first page of the recommendations, with their total",
  async run(bench) {
    const heed = constant(`${base}/recommendations?pageSize=20&withTotal=true&asOf=${worldToday}`);
    const baseline = constant(`/list?asOf=${worldToday}`);
    const [a, b] = [
      await answerOf<HeedPage>(bench.heed, heed()),
      await answerOf<BaselinePage>(bench.baseline, baseline()),
    ];
    requireSame("list", [a.total, a.items.map(({ id }) => id)], [b.total, b.items.map(({ id }) => id)]);
    return [await compare(bench, "list", heed, baseline)];
  },
};

const overdue: Figure = {
  name: "overdue",
  about: "the first page of what is overdue today, with its total",
  async run(bench) {
    const heed = constant(overdueOn(worldToday));
    const baseline = constant(`/overdue?asOf=${worldToday}`);
    await requireSameOverdue(bench, heed(), baseline());
    return [await compare(bench, "overdue", heed, baseline)];
  },
};

export function overdueOn(day: string): string {
  return `${base}/overdue?pageSize=20&asOf=${day}`;
}

export async function requireSameOverdue(bench: Bench, heed: Call, baseline: Call): Promise<void> {
  const [a, b] = [await answerOf<HeedPage>(bench.heed, heed), await answerOf<BaselinePage>(bench.baseline, baseline)];
  requireSame(
    `overdue, ${heed.path}`,
    [a.total, a.items.map(({ followUp, kind, due }) => [followUp?.id, kind, due])],
    [b.total, b.items.map(({ follow_up_id, kind, due }) => [follow_up_id, kind, due])],
  );
}

const timeline: Figure = {
  name: "timeline",
  about: "one follow-up with all that was said on it",
  async run(bench) {
    const ids = await bench.dataset.followUps("timeline", 200);
    let turn = 0;
    const id = () => ids[turn++ % ids.length];
    const heed = () => ({ path: `${base}/followUps/${id()}?asOf=${worldToday}` });
    const baseline = () => ({ path: `/timeline/${id()}?asOf=${worldToday}` });
    for (const each of ids.slice(0, 5)) {
      const a = await answerOf<{ entries: { id: string }[] }>(bench.heed, {
        path: `${base}/followUps/${each}?asOf=${worldToday}`,
      });
      const b = await answerOf<{ entries: { id: string }[] }>(bench.baseline, {
        path: `/timeline/${each}?asOf=${worldToday}`,
      });
      requireSame("timeline", a.entries.map((entry) => entry.id).sort(), b.entries.map((entry) => entry.id).sort());
    }
    return [await compare(bench, "timeline", heed, baseline)];
  },
};

const search: Figure = {
  name: "search",
  ofOwnWorld: true,
  about: "the first page of the texts with a word, with their total, in three languages",
  async run(bench) {
    const results: Result[] = [];
    for (const language of languages) {
      const numbers = await bench.dataset.rareNumbers(language, 50);
      let turn = 0;
      const word = () => encodeURIComponent(rareWord(language, numbers[turn++ % numbers.length] as number));
      const heed = (q: string) => ({
        path: `${base}/recommendations?pageSize=20&withTotal=true&asOf=${worldToday}&q=${q}`,
      });
      const baseline = (q: string) => ({ path: `/search?asOf=${worldToday}&language=${language}&q=${q}` });
      for (let check = 0; check < 3; check++) {
        const q = word();
        const a = await answerOf<HeedPage>(bench.heed, heed(q));
        const b = await answerOf<BaselinePage>(bench.baseline, baseline(q));
        requireSame(`search ${q}`, [a.total, a.items.map(({ id }) => id)], [b.total, b.items.map(({ id }) => id)]);
      }
      results.push(
        await compare(
          bench,
          "search",
          () => heed(word()),
          () => baseline(word()),
          language,
        ),
      );
    }
    return results;
  },
};

const progress: Figure = {
  name: "progress",
  about: "status × reporting year × addressee",
  async run(bench) {
    type Line = { addressee: { id: string }; reportingYears: YearCounts[] };
    type YearCounts = { reportingYear: number; byAssessed: Record<string, number> };
    type Row = { reporting_year: number; addressee_id: string; assessed: string; count: number };
    const heed = constant(`${base}/progressMatrix?asOf=${worldToday}`);
    const baseline = constant(`/progress?asOf=${worldToday}`);
    const a = await answerOf<{ items: Line[] }>(bench.heed, heed());
    const b = await answerOf<{ items: Row[] }>(bench.baseline, baseline());
    const cells = a.items.flatMap(({ addressee, reportingYears }) =>
      reportingYears.flatMap(({ reportingYear, byAssessed }) =>
        Object.entries(byAssessed).map(([level, count]) => `${addressee.id} ${reportingYear} ${level} ${count}`),
      ),
    );
    const rows = b.items.map((row) => `${row.addressee_id} ${row.reporting_year} ${row.assessed} ${row.count}`);
    requireSame("progress", cells.sort(), rows.sort());
    return [await compare(bench, "progress", heed, baseline)];
  },
};

export const readFigures: readonly Figure[] = [list, overdue, timeline, search, progress];
