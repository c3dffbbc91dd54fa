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
  return instantOf(given);
}

/** The moment from which something is asked; undefined when it is neither a day nor a moment. A day means its beginning. */
export function momentFrom(given: string, settings: Settings): Instant | undefined {
  if (!Day.safeParse(given).success) return instantOf(given);
  const { timeZone } = settingsOn(settings, given);
  const begin = Temporal.PlainDate.from(given).toZonedDateTime(timeZone).toInstant();
  const text = begin.toString({ smallestUnit: "millisecond" });
  // East of Greenwich the first day of the calendar begins before the calendar in UTC.
  return text.startsWith("-") ? "0000-01-01T00:00:00.000Z" : text;
}

function instantOf(given: string): Instant | undefined {
  try {
    return Temporal.Instant.from(given).toString({ smallestUnit: "millisecond" });
  } catch {
    return undefined;
  }
}
