import { DomainError } from "../domain-error.ts";
import { momentOf } from "../settings/known-at.ts";
import type { Settings } from "../settings/settings.ts";
import type { Instant } from "../source.ts";
import { addMonths, type Day } from "../time/day.ts";

/**
 * The end of a token's last day in the installation's time zone; without one, of the same day next year. Errors: invalidInput
 * when that day has passed, with the place `name`. `at` is in UTC.
 */
export function tokenExpiry(
  { settings, today, at }: { settings: Settings; today: Day; at: Instant },
  last: Day | undefined,
  name: string,
): Instant | undefined {
  const expiresAt = momentOf(last ?? addMonths(today, 12), settings);
  if (last === undefined || expiresAt === undefined || expiresAt > at) return expiresAt;
  throw new DomainError("invalidInput", "the token would have expired already", [
    { name, value: last, detail: `that day has passed; today is ${today}` },
  ]);
}
