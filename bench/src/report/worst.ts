import type { Result } from "../figures/figure.ts";

type Compared = Extract<Result, { ratio: unknown }>;

/** Of several results of one question, each with another value, the one in which Heed is furthest behind. */
export function worstOfEach(results: readonly Result[]): Result[] {
  const worst = new Map<string, Result>();
  for (const result of results) {
    const { figure, part = "", world = "", size, database } = result;
    const key = JSON.stringify([figure, part, world, size, database]);
    const known = worst.get(key);
    if (known === undefined || isBehind(result, known)) worst.set(key, result);
  }
  return [...worst.values()];
}

function isBehind(result: Result, other: Result): boolean {
  if (!isCompared(result) || !isCompared(other)) return false;
  const [a, b] = [result.ratio.median, other.ratio.median];
  return result.unit === "requests per second" ? a < b : a > b;
}

export function isCompared(result: Result): result is Compared {
  return "ratio" in result;
}
