/** The result of several rounds: the median, and the lowest and highest as the spread. */
export type Spread = { median: number; low: number; high: number };

export type Turns = { heed: Spread; baseline: Spread; ratio: Spread; rounds: number };

export function spreadOf(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const upper = sorted[Math.floor(middle)] as number;
  const median = sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] as number)) / 2;
  return { median, low: sorted[0] as number, high: sorted.at(-1) as number };
}

/** Measures the two sides in turn, A B A B …, so that other load on the machine affects both in the same way. */
export async function inTurn(
  rounds: number,
  heed: () => Promise<number>,
  baseline: () => Promise<number>,
): Promise<Turns> {
  const a: number[] = [];
  const b: number[] = [];
  for (let round = 0; round < rounds; round++) {
    a.push(await heed());
    b.push(await baseline());
  }
  return turnsOf(a, b);
}

/** The times of both sides, round by round. */
export function turnsOf(heed: readonly number[], baseline: readonly number[]): Turns {
  return {
    heed: spreadOf(heed),
    baseline: spreadOf(baseline),
    ratio: spreadOf(heed.map((value, index) => value / (baseline[index] as number))),
    rounds: heed.length,
  };
}
