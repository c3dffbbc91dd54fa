/** Counts things in words: "1 day", "1,234 days". */
export type Counted = (count: number, one: string, many: string) => string;

/**
 * How a language counts: what separates its thousands, and up to which number it uses the singular. Written as Intl writes
 * it; loading Intl would take a tenth of the time of a whole command.
 */
export function counting(separator: string, isOne: (count: number) => boolean = (count) => count === 1): Counted {
  const grouped = (count: number) => String(count).replace(/\B(?=(\d{3})+$)/g, separator);
  return (count, one, many) => `${grouped(count)} ${isOne(count) ? one : many}`;
}
