import type { Dataset, Size } from "../dataset.ts";
import type { Turns } from "../measure/turns.ts";

/** What a figure is measured on. */
export type Bench = {
  dataset: Dataset;
  /** The addresses of the two servers. */
  heed: string;
  baseline: string;
  rounds: number;
  /** How long one turn lasts. */
  seconds: number;
  connections: number;
  /** The rows of a file that is imported meanwhile. */
  rows: number;
  /** Only the questions whose name has this text. */
  named?: string;
};

/** One row of the results: what was measured on both sides, in the same run, in turn. */
export type Result = {
  figure: string;
  /** A part of the figure, such as a language or a date. */
  part?: string;
  /** The given world; the project's own when absent. */
  world?: string;
  size: string;
  database: string;
  unit: "requests per second" | "milliseconds" | "seconds" | "MiB";
  connections?: number;
  note?: string;
} & (Turns | { heed: Turns["heed"]; rounds: number });

export type Figure = {
  name: string;
  about: string;
  /** Only for these sizes; for all sizes when left out. */
  sizes?: readonly Size[];
  /** It needs what only the rows of the project's own world have. */
  ofOwnWorld?: true;
  run: (bench: Bench) => Promise<Result[]>;
};

/** Both sides must give the same answer before anything is timed. */
export function requireSame(what: string, heed: unknown, baseline: unknown): void {
  const [a, b] = [JSON.stringify(heed), JSON.stringify(baseline)];
  if (a !== b)
    throw new Error(
      `${what}: the two sides do not answer the same\n  heed:  ${a.slice(0, 600)}\n  baseline: ${b.slice(0, 600)}`,
    );
}
