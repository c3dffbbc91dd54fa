import { spawn } from "node:child_process";
import { once } from "node:events";
import { heedProgram } from "../heed.ts";
import { residentMiB } from "../measure/memory.ts";
import { spreadOf } from "../measure/turns.ts";
import type { Figure } from "./figure.ts";

/** The command derives every projection again; its memory use is measured while it runs. */
export const rebuild: Figure = {
  name: "rebuild",
  about: "`heed database rebuild`: every projection derived again",
  sizes: ["1k", "10k", "100k"],
  async run({ dataset }) {
    const { size, database, url } = dataset;
    const [counted] = await dataset.sql.all("SELECT count(*) AS count FROM follow_up");
    const begun = performance.now();
    const child = spawn(process.execPath, [heedProgram, "database", "rebuild"], {
      stdio: ["ignore", "ignore", "inherit"],
      env: { ...process.env, HEED_DATABASE: url },
    });
    let highest = 0;
    const watch = setInterval(() => {
      if (child.pid !== undefined && child.exitCode === null)
        highest = Math.max(highest, residentMiB(child.pid).highest);
    }, 200);
    const [status] = await once(child, "exit");
    clearInterval(watch);
    if (status !== 0) throw new Error(`heed database rebuild ended with ${status}`);
    const seconds = (performance.now() - begun) / 1000;
    const perSecond = Number(counted?.count) / seconds;
    const note = `${counted?.count} follow-ups, ${perSecond.toFixed(0)} per second; at most ${highest.toFixed(0)} MiB`;
    return [{ figure: "rebuild", size, database, unit: "seconds", note, heed: spreadOf([seconds]), rounds: 1 }];
  },
};
