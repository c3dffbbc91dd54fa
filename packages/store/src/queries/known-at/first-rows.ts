/** Keeps the first rows in order, and only a few more than were asked for; all of them without a limit. */
export class FirstRows<Item> {
  private items: Item[] = [];
  private readonly compare: (a: Item, b: Item) => number;
  private readonly limit: number;

  constructor(compare: (a: Item, b: Item) => number, limit = Number.POSITIVE_INFINITY) {
    this.compare = compare;
    this.limit = limit;
  }

  add(item: Item): void {
    this.items.push(item);
    if (this.items.length > 2 * this.limit + 1000) this.items = this.inOrder();
  }

  inOrder(): Item[] {
    return this.items.sort(this.compare).slice(0, this.limit);
  }
}

/** Orders places, which are lists of texts, in the same way as the databases. */
export function comparePlaces(a: readonly string[], b: readonly string[]): number {
  for (const [index, text] of a.entries()) {
    const other = b[index] ?? "";
    if (text !== other) return text < other ? -1 : 1;
  }
  return 0;
}
