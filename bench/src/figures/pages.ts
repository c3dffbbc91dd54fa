import { datasetOf } from "../dataset.ts";
import { answerOf, load } from "../measure/load.ts";
import { inTurn } from "../measure/turns.ts";
import { startServer } from "../servers/server-process.ts";
import { worldToday } from "../world/organizations.ts";
import type { Bench, Figure, Result } from "./figure.ts";
import { base } from "./reads.ts";

const pages = 1000;
const lists = ["recommendations", "overdue"] as const;

type Page = { next?: string };

/** The same page on a record of 1,000. That record has no thousandth page, so both are compared with its first page. */
export const page: Figure = {
  name: "page",
  about: "the first and the 1,000th cursor page, in time, beside the first page on a record of 1,000",
  sizes: ["100k", "1m"],
  async run(bench) {
    const small = await datasetOf("1k", bench.dataset.database, bench.dataset.world);
    const server = await startServer("heed", small.url);
    const results: Result[] = [];
    try {
      for (const list of lists) {
        const first = `${base}/${list}?pageSize=20&asOf=${worldToday}`;
        const far = await cursorPage(bench, first, pages);
        for (const [part, path] of [
          [`${list}, first page`, first],
          [`${list}, page 1,000`, far],
        ] as const)
          results.push(await timed(bench, part, path, server.origin, first));
      }
    } finally {
      await server.stop();
      await small.sql.close();
    }
    return results;
  },
};

/** Follows `next` from page to page. */
async function cursorPage({ heed }: Bench, first: string, number: number): Promise<string> {
  // Fewer and larger pages lead to the same place.
  let path = first.replace("pageSize=20", "pageSize=1000");
  for (let row = 0; row < (number - 1) * 20; row += 1000) {
    const size = Math.min(1000, (number - 1) * 20 - row);
    const answer = await answerOf<Page>(heed, { path: path.replace(/pageSize=\d+/, `pageSize=${size}`) });
    const after = answer.next && new URL(answer.next, heed).searchParams.get("after");
    if (!after) throw new Error(`${first} has no page ${number}`);
    path = `${first}&after=${encodeURIComponent(after)}`;
  }
  return path.replace(/pageSize=\d+/, "pageSize=20");
}

async function timed(bench: Bench, part: string, path: string, smallOrigin: string, first: string): Promise<Result> {
  const one = { connections: 1, seconds: bench.seconds / 2 };
  const turns = await inTurn(
    bench.rounds,
    async () => (await load(bench.heed, () => ({ path }), one)).medianMs,
    async () => (await load(smallOrigin, () => ({ path: first }), one)).medianMs,
  );
  const { size, database } = bench.dataset;
  const note = "the baseline is Heed's own first page on 1,000";
  return { figure: "page", part, size, database, unit: "milliseconds", connections: 1, note, ...turns };
}
