import { Temporal } from "temporal-polyfill";
import type { Settings } from "../settings.ts";
import type { Instant } from "../source.ts";
import { Day } from "./day.ts";

/**
 * The moment that `knownAt` names, or undefined when it is no day or moment. A bare day means its end in the installation's
 * time zone (decision 33).
 */
export function momentNamed(given: string, { timeZone }: Settings): Instant | undefined {
  if (Day.safeParse(given).success)
    return Temporal.PlainDate.from(given)
      .add({ days: 1 })
      .toZonedDateTime(timeZone)
      .toInstant()
      .subtract({ milliseconds: 1 })
      .toString({ smallestUnit: "millisecond" });
  try {
    return Temporal.Instant.from(given).toString({ smallestUnit: "millisecond" });
  } catch {
    return undefined;
  }
}
