import { z } from "zod";
import { byEditor } from "../acting/action-rule.ts";
import { parseInput } from "../acting/parse-input.ts";
import { DomainError } from "../domain-error.ts";
import { isTimeZone } from "../settings/setting-issues.ts";
import { SettingChange, type SettingValues } from "../settings/settings.ts";
import { type RegisterAct, type RegisterContext, requireAllowedOnRegister } from "./register-act.ts";

const { from, changes, reason } = SettingChange.shape;

export const NewSettingChange = z
  .strictObject({
    from: from.optional().describe("The first day on which it applies; today when absent."),
    changes,
    reason,
  })
  .meta({ id: "NewSettingChange", description: "What changes, from a day on; what it does not name stays." });

export const changeSettingsAct = {
  name: "changeSettings",
  on: "setting",
  roles: byEditor.roles,
  input: NewSettingChange,
  makes: "setting",
  operation: {
    id: "changeSettings",
    method: "post",
    path: "/settingChanges",
    summary: "Change the settings from a day on; periods that began before keep their dates",
    creates: true,
  },
  command: {
    noun: "settings",
    verb: "change",
    about: "Change the settings from a day on; periods that began before keep their dates",
    options: {
      changes: [
        "--set <name=value>",
        'such as dueSoonDays=14 or responsePeriod="3 months"; may be repeated',
        "settings",
      ],
      from: ["--from <day>", "the first day on which it applies (default: today)"],
      reason: ["--reason <text>", "why"],
    },
  },
} as const satisfies RegisterAct;

/**
 * Changes settings. The day may be in the past, for what was agreed before Heed was used. Errors: invalidInput when
 * nothing changes, and for an unknown time zone.
 */
export function changeSettings(context: RegisterContext, input: unknown): SettingChange {
  const content = parseInput(NewSettingChange, input);
  requireAllowedOnRegister(changeSettingsAct, context);
  if (Object.keys(content.changes).length === 0)
    throw new DomainError("invalidInput", "nothing is changed", [
      { name: "changes", detail: `name one of ${Object.keys(changes.shape).join(", ")}` },
    ]);
  requireTimeZone(context, content.changes);
  return {
    id: context.newId(),
    from: content.from ?? context.today,
    changes: content.changes,
    reason: content.reason,
    actor: context.actor.name,
    recordedAt: context.at,
  };
}

/** Whether a change can move stored dates of follow-ups, rather than only how they look on a day. */
export function movesDates({ changes: changed }: Pick<SettingChange, "changes">): boolean {
  const dating: readonly (keyof SettingValues)[] = [
    "timeZone",
    "responsePeriod",
    "periodRules",
    "verificationPeriod",
    "staleAfter",
  ];
  return dating.some((name) => name in changed);
}

function requireTimeZone({ at }: RegisterContext, { timeZone }: Partial<SettingValues>): void {
  if (timeZone === undefined) return;
  if (isTimeZone(timeZone, at)) return;
  throw new DomainError("invalidInput", "there is no such time zone", [
    { name: "changes.timeZone", value: timeZone, detail: "write a name such as Europe/Brussels" },
  ]);
}
