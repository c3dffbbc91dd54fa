import { canonical } from "../canonical.ts";
import type { Issue } from "../domain-error.ts";
import type { Instant } from "../source.ts";
import { dayIn } from "../time/day.ts";
import type { SettingChange, SettingValues } from "./settings.ts";

/**
 * Why a recorded change of the settings cannot be taken over: an unknown time zone, or another change of the same
 * setting from the same day, where it would be unclear which of them holds.
 */
export function settingIssues({ from, changes }: SettingChange, known: readonly SettingChange[], at: Instant): Issue[] {
  const issues: Issue[] = [];
  const { timeZone } = changes;
  if (timeZone !== undefined && !isTimeZone(timeZone, at))
    issues.push({ name: "changes.timeZone", value: timeZone, detail: "there is no such time zone" });
  for (const name of Object.keys(changes) as (keyof SettingValues)[])
    for (const other of known.filter((each) => each.from === from && each.changes[name] !== undefined)) {
      const [here, there] = [canonical(changes[name]), canonical(other.changes[name])];
      if (here !== there)
        issues.push({
          name: `changes.${name}`,
          value: here,
          detail: `this database has ${there} from the same day (${from}), by ${other.id}; nothing is overwritten`,
        });
    }
  return issues;
}

export function isTimeZone(name: string, at: Instant): boolean {
  try {
    dayIn(name, at);
    return true;
  } catch {
    return false;
  }
}
