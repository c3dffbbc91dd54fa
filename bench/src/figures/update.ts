import { answerOf, type Call, load } from "../measure/load.ts";
import { inTurn } from "../measure/turns.ts";
import { worldToday } from "../world/organizations.ts";
import { type Figure, type Result, requireSame } from "./figure.ts";
import { base } from "./reads.ts";

const followUpsPerSide = 1000;

/** Records one progress update with its audit record and its projections, each time on another follow-up. */
export const update: Figure = {
  name: "update",
  about: "one recorded progress update, with audit and projection; with its tag known, and fetched first",
  async run(bench) {
    const { dataset, rounds, connections, seconds } = bench;
    const token = dataset.token;
    const ids = await dataset.followUps("update", 2 * followUpsPerSide);
    const versions = new Map(await Promise.all(ids.map(async (id) => [id, await dataset.versionOf(id)] as const)));
    const some = (side: number) => ids.filter((_, index) => index % 2 === side);
    const calls = (all: readonly string[], call: (id: string, version: number) => Call) => {
      let turn = 0;
      return () => {
        const id = all[turn++ % all.length] as string;
        const version = versions.get(id) as number;
        versions.set(id, version + 1);
        return call(id, version);
      };
    };
    const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
    const said = { reportingYear: 2025, level: "underWay", narrative: "The circular was drawn up and sent." };
    const heed = calls(some(0), (id, version) => ({
      path: `${base}/followUps/${id}/progressUpdates`,
      method: "POST",
      headers: { ...headers, "if-match": `"${version}"` },
      body: JSON.stringify({ ...said, source: { name: "bench" } }),
    }));
    const baseline = calls(some(1), (id, version) => ({
      path: `/update/${id}`,
      method: "POST",
      headers,
      body: JSON.stringify({ ...said, version, source: { name: "bench" } }),
    }));
    // One on each side, before and after: both must have added the same number of rows.
    const came: (readonly number[])[] = [];
    for (const [origin, next, id] of [
      [bench.heed, heed, some(0)[0]],
      [bench.baseline, baseline, some(1)[0]],
    ] as const) {
      const before = await dataset.rowsOf(String(id));
      await answerOf(origin, next());
      const after = await dataset.rowsOf(String(id));
      came.push(after.map((count, index) => count - (before[index] ?? 0)));
    }
    requireSame("update: new entries, standings, things owed, audit records, version", came[0], came[1]);
    const { size, database } = dataset;
    const common = { figure: "update", size, database, unit: "requests per second", connections } as const;
    const options = { connections, seconds };
    const results: Result[] = [];
    for (const [part, fetched] of [
      ["the tag is known", false],
      ["the tag is fetched first", true],
    ] as const) {
      const acts = {
        heed: fetched ? withFetch(heed, heedPath) : heed,
        floor: fetched ? withFetch(baseline, floorPath) : baseline,
      };
      const turns = await inTurn(
        rounds,
        async () => (await load(bench.heed, acts.heed, options)).perSecond,
        async () => (await load(bench.baseline, acts.floor, options)).perSecond,
      );
      results.push({ ...common, part, ...turns });
    }
    return results;
  },
};

/** The follow-up of an act is read before it: its tag is the version that the act names. */
function withFetch(act: () => Call, pathOf: (act: string) => string): () => readonly Call[] {
  return () => {
    const call = act();
    return [{ path: pathOf(call.path) }, call];
  };
}

const heedPath = (act: string) => act.replace(/\/progressUpdates$/, "");
const floorPath = (act: string) => `${act.replace(/^\/update/, "/timeline")}?asOf=${worldToday}`;
