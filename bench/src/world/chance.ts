/** A small random generator with a seed (mulberry32): the same seed gives the same world on every machine. */
export type Chance = {
  /** At least 0 and below 1. */
  next(): number;
  /** A whole number, both ends included. */
  int(low: number, high: number): number;
  /** True with this probability: 0.25 is one time in four. */
  is(probability: number): boolean;
  pick<Item>(items: readonly Item[]): Item;
  /** By weights with any sum. */
  weighted<Item>(items: readonly (readonly [Item, number])[]): Item;
  /** In the form of a UUID, for the ids of the record. */
  id(): string;
};

export function chance(seed: number, stream = 0): Chance {
  // The streams must not be shifted copies of each other, so the number of the stream is mixed well first.
  let state = Math.imul(seed ^ Math.imul(stream + 1, 0x9e3779b1), 0x85ebca6b) >>> 0;
  const bits = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  // Among a million streams, two may give the same numbers: every id contains the number of its stream.
  const own = (Math.imul(stream + 1, 0x9e3779b1) >>> 0).toString(16).padStart(8, "0");
  const next = () => bits() / 4294967296;
  const hex = (digits: number) => bits().toString(16).padStart(8, "0").slice(0, digits);
  return {
    next,
    int: (low, high) => low + Math.floor(next() * (high - low + 1)),
    is: (probability) => next() < probability,
    pick: (items) => items[Math.floor(next() * items.length)] as (typeof items)[number],
    weighted: (items) => {
      let rest = next() * items.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [item, weight] of items) {
        rest -= weight;
        if (rest < 0) return item;
      }
      return (items.at(-1) as (typeof items)[number])[0];
    },
    id: () => `${own}-${hex(4)}-4${hex(3)}-8${hex(3)}-${hex(8)}${hex(4)}`,
  };
}
