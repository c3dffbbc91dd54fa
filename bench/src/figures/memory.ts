import { load } from "../measure/load.ts";
import { residentMiB } from "../measure/memory.ts";
import { spreadOf } from "../measure/turns.ts";
import { startServer } from "../servers/server-process.ts";
import { worldToday } from "../world/organizations.ts";
import { rareWord } from "../world/words.ts";
import { exporting } from "./exporting.ts";
import type { Figure } from "./figure.ts";
import { base, overdueOn } from "./reads.ts";

const connections = 32;
const seconds = 60;

/** A service of its own that answers reads of every kind, while one client downloads the whole overdue list as CSV. */
export const memory: Figure = {
  name: "memory",
  ofOwnWorld: true,
  about: "the service's resident memory after 60 s at 32 connections, with one full export running",
  sizes: ["100k", "1m"],
  async run({ dataset }) {
    const { size, database, url } = dataset;
    const service = await startServer("heed", url);
    const pid = service.process.pid as number;
    const ids = await dataset.followUps("timeline", 500);
    let turn = 0;
    const paths = [
      () => overdueOn(worldToday),
      () => overdueOn("2012-05-17"),
      () => `${base}/recommendations?pageSize=20&withTotal=true&asOf=${worldToday}`,
      () => `${base}/followUps/${ids[turn % ids.length]}?asOf=${worldToday}`,
      () =>
        `${base}/recommendations?pageSize=20&q=${encodeURIComponent(rareWord("nl", turn % 4000))}&asOf=${worldToday}`,
    ];
    const ended = new AbortController();
    const exports = exporting(service.origin, ended.signal);
    try {
      const next = () => ({ path: (paths[turn++ % paths.length] as () => string)() });
      const { perSecond } = await load(service.origin, next, { connections, seconds });
      const { now, highest } = residentMiB(pid);
      ended.abort();
      const lines = await exports;
      const note = `${perSecond.toFixed(0)} requests per second; ${lines} lines exported meanwhile; highest ${highest.toFixed(0)} MiB`;
      return [{ figure: "memory", size, database, unit: "MiB", connections, note, heed: spreadOf([now]), rounds: 1 }];
    } finally {
      ended.abort();
      await service.stop();
    }
  },
};
