import { Temporal } from "temporal-polyfill";
import type { Instant } from "../source.ts";
import { Day } from "../time/day.ts";
import { type Settings, settingsOn } from "./settings.ts";

/**
 * The moment of `knownAt`; undefined when it is neither a day nor a moment. A day means its end in the installation's
 * time zone (D16).
 */
export function momentOf(given: string, settings: Settings): Instant | undefined {
  if (Day.safeParse(given).success) {
    const end = Temporal.PlainDate.from(given)
      .add({ days: 1 })
      .toZonedDateTime(settingsOn(settings, given).timeZone)
      .toInstant()
      .subtract({ milliseconds: 1 })
      .toString({ smallestUnit: "millisecond" });
    // West of Greenwich the last day of the calendar ends after the calendar in UTC.
    return end.startsWith("+") ? "9999-12-31T23:59:59.999Z" : end;
  }
  try {
    return Temporal.Instant.from(given).toString({ smallestUnit: "millisecond" });
  } catch {
    return undefined;
  }
}
