import type { Result } from "../figures/figure.ts";
import type { Spread } from "../measure/turns.ts";

/** A result as one line of the terminal. */
export function lineOf(result: Result): string {
  const { figure, part, size, database, unit, connections, note } = result;
  const sides =
    "baseline" in result
      ? [shown(result.heed), shown(result.baseline), `ratio ${shown(result.ratio)}`]
      : [shown(result.heed)];
  const name = `${figure}${part ? ` ${part}` : ""}`;
  return [
    name.padEnd(28),
    size.padEnd(5),
    database.padEnd(11),
    sides[0]?.padEnd(24),
    sides.length > 1 ? `baseline ${sides[1]}`.padEnd(30) : "",
    sides[2] ?? "",
    ` (${unit}${connections === undefined ? "" : `, ${connections} connections`}${note ? `; ${note}` : ""})`,
  ].join(" ");
}

export function shown({ median, low, high }: Spread): string {
  return `${short(median)} [${short(low)}–${short(high)}]`;
}

export function short(value: number): string {
  if (value >= 100) return value.toFixed(0);
  return value >= 10 ? value.toFixed(1) : value.toFixed(2);
}
