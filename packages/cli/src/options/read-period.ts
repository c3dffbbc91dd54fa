import type { Period } from "@heed/core";

/** A length of time as people write it, such as 2 months; undefined when it is none. */
export function readPeriod(given: string): Period | undefined {
  const [, amount, unit] = /^(\d+) +(day|week|month|year)s?$/.exec(given.trim()) ?? [];
  return amount === undefined ? undefined : { amount: Number(amount), unit: `${unit}s` as Period["unit"] };
}
