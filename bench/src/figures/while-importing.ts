import { spawn } from "node:child_process";
import { once } from "node:events";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { seed } from "../dataset.ts";
import { heedProgram } from "../heed.ts";
import { mappingText } from "../import/mapping.ts";
import { writeWorldFiles } from "../import/world-file.ts";
import { copied } from "../kept/copied.ts";
import { folder } from "../kept/folder.ts";
import { spreadOf } from "../measure/turns.ts";
import { startServer } from "../servers/server-process.ts";
import type { Bench, Figure, Result } from "./figure.ts";
import { base } from "./reads.ts";

/** How often each is asked, whether the one before was answered or not: a person does not wait for another. */
const everyMs = { overdue: 50, act: 500 };

/** What a person waits for while a large file of new rows is imported, on a copy of the database. */
export const whileImporting: Figure = {
  name: "meanwhile",
  about: "GET /overdue and acts while a file of --rows is imported: the median, the 99th percentile, the longest",
  ofOwnWorld: true,
  async run(bench) {
    const { dataset, rows } = bench;
    const url = await copied(dataset);
    const place = join(folder, "meanwhile");
    const { wide } = await writeWorldFiles(place, rows, seed + 1);
    const mapping = join(place, "mapping.yaml");
    writeFileSync(mapping, mappingText());
    const service = await startServer("heed", url);
    try {
      const asks = askingOf(bench, service.origin, await dataset.followUps("update", 1000));
      const ended = new AbortController();
      const asking = [every(everyMs.overdue, asks.overdue, ended.signal), every(everyMs.act, asks.act, ended.signal)];
      const importing = spawn(process.execPath, [heedProgram, "import", wide, "--mapping", mapping], {
        env: { ...process.env, HEED_DATABASE: url },
        stdio: ["ignore", "ignore", "inherit"],
      });
      const [code] = await once(importing, "exit");
      ended.abort();
      const [reads = [], acts = []] = await Promise.all(asking);
      if (code !== 0) throw new Error(`the import of ${rows} rows ended with ${code}`);
      return [...resultsOf(bench, "GET /overdue", reads), ...resultsOf(bench, "an act", acts)];
    } finally {
      await service.stop();
      rmSync(place, { recursive: true });
    }
  },
};

type Answer = { status: number; ms: number };

function askingOf({ dataset }: Bench, origin: string, followUps: readonly string[]) {
  const timed = async (path: string, init: RequestInit = {}): Promise<Answer> => {
    const from = performance.now();
    const answer = await fetch(origin + base + path, init);
    await answer.arrayBuffer();
    return { status: answer.status, ms: performance.now() - from };
  };
  const headers = { authorization: `Bearer ${dataset.token}`, "content-type": "application/json" };
  const body = JSON.stringify({
    reportingYear: 2025,
    level: "underWay",
    narrative: "Sent.",
    source: { name: "bench" },
  });
  let turn = 0;
  /** The acts that were done on each, since its version was read from the database that was copied. */
  const done = new Map<string, number>();
  return {
    overdue: () => timed("/overdue?pageSize=20"),
    act: async () => {
      const id = followUps[turn++ % followUps.length] as string;
      const before = done.get(id) ?? 0;
      const tag = { "if-match": `"${(await dataset.versionOf(id)) + before}"` };
      const path = `/followUps/${id}/progressUpdates`;
      const answer = await timed(path, { method: "POST", headers: { ...headers, ...tag }, body });
      if (answer.status === 201) done.set(id, before + 1);
      return answer;
    },
  };
}

/** Asks again and again until the end, and answers when all have their answer. */
async function every(ms: number, ask: () => Promise<Answer>, ended: AbortSignal): Promise<Answer[]> {
  const asked: Promise<Answer>[] = [];
  while (!ended.aborted) {
    asked.push(ask());
    await pause(ms, undefined, { signal: ended }).catch(() => undefined);
  }
  return Promise.all(asked);
}

function resultsOf({ dataset: { size, database }, rows }: Bench, what: string, answers: readonly Answer[]): Result[] {
  const statuses = new Map<number, number>();
  for (const { status } of answers) statuses.set(status, (statuses.get(status) ?? 0) + 1);
  const told = [...statuses].map(([status, count]) => `${count} answered ${status}`).join(", ");
  const times = answers.map(({ ms }) => ms).sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN;
  const parts = { median: at(0.5), "99th percentile": at(0.99), longest: at(1) };
  return Object.entries(parts).map(([part, ms]) => ({
    ...{ figure: "meanwhile", part: `${what}, ${part}`, size, database, unit: "milliseconds" as const },
    ...{ note: `${rows} rows are imported; ${told}`, heed: spreadOf([ms]), rounds: 1 },
  }));
}
