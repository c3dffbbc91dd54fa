import { datasetOf } from "../dataset.ts";
import { load } from "../measure/load.ts";
import { inTurn } from "../measure/turns.ts";
import { startServer } from "../servers/server-process.ts";
import { type Asked, askedOf } from "./asked.ts";
import type { Figure, Result } from "./figure.ts";

/** Only Heed's side: the same questions on a record of 1,000, each with that record's own values. */
export const growth: Figure = {
  name: "growth",
  about: "what people ask, in time, beside the same question on a record of 1,000",
  sizes: ["100k", "1m"],
  async run(bench) {
    const { database, size, world } = bench.dataset;
    const small = await datasetOf("1k", database, world);
    const server = await startServer("heed", small.url);
    const options = { connections: 1, seconds: bench.seconds / 10 };
    try {
      const few = new Map(
        (await askedOf({ ...bench, dataset: small, heed: server.origin })).map((each) => [keyOf(each), each]),
      );
      const results: Result[] = [];
      for (const each of await askedOf(bench)) {
        const same = few.get(keyOf(each));
        if (same === undefined || each.choice.kind === "middle") continue;
        const turns = await inTurn(
          bench.rounds,
          async () => (await load(bench.heed, () => each.heed, options)).medianMs,
          async () => (await load(server.origin, () => same.heed, options)).medianMs,
        );
        const { question, choice } = each;
        const of = { figure: "growth", part: question.name, ...(choice.about !== "" && { note: choice.about }) };
        results.push({ ...of, size, database, unit: "milliseconds", connections: 1, ...turns });
      }
      return results;
    } finally {
      await server.stop();
      await small.sql.close();
    }
  },
};

/** The question, and which of its values. */
function keyOf({ question, choice }: Asked): string {
  return `${question.name} ${choice.kind}`;
}
