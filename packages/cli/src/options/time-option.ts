import { InvalidArgumentError } from "commander";

const units = { m: 60_000, h: 3_600_000, d: 86_400_000 } as const;

/** Reads a time such as 30m, 12h or 7d, at most a year, as milliseconds. */
export function milliseconds(text: string): number {
  const [, number, unit] = /^(\d{1,6})([mhd])$/.exec(text) ?? [];
  const time = Number(number) * units[(unit ?? "m") as keyof typeof units];
  if (time > 0 && time <= 366 * units.d) return time;
  throw new InvalidArgumentError("It is not a time of at most a year, such as 30m, 12h or 7d.");
}
