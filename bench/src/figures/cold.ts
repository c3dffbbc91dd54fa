import { spawnSync } from "node:child_process";
import { heedProgram } from "../heed.ts";
import { inTurn } from "../measure/turns.ts";
import { worldToday } from "../world/organizations.ts";
import type { Figure, Result } from "./figure.ts";

const times = 3;

/** A new process each time, measured from start to end; its output is discarded. */
export const cold: Figure = {
  name: "cold",
  about: "`heed overdue` from cold beside a bare `node -e 0`",
  sizes: ["1k", "100k"],
  async run({ dataset, rounds }) {
    const { size, database, url } = dataset;
    const env = { ...process.env, HEED_DATABASE: url };
    const started = async (args: readonly string[]) => {
      const begun = performance.now();
      const { status, stderr } = spawnSync(process.execPath, args, { stdio: ["ignore", "ignore", "pipe"], env });
      if (status !== 0) throw new Error(`${args.join(" ")} ended with ${status}: ${stderr}`);
      return performance.now() - begun;
    };
    const questions = {
      "--limit 50": ["overdue", "--as-of", worldToday, "--limit", "50"],
      "all, as JSON": ["overdue", "--as-of", worldToday, "--format", "json"],
    };
    const results: Result[] = [];
    for (const [part, words] of Object.entries(questions)) {
      const turns = await inTurn(
        rounds * times,
        () => started([heedProgram, ...words]),
        () => started(["-e", "0"]),
      );
      results.push({ figure: "cold", part, size, database, unit: "milliseconds", ...turns });
    }
    return results;
  },
};
