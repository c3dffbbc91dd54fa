import type { Link, OrganizationChange, SettingChange } from "@heed/core";
import type { LevelOverride } from "@heed/core/recommendation-standing/level-override";
import type { RegisterKind } from "@heed/core/register/register-kinds";
import type { RegisterResult, RegisterResultOf } from "@heed/core/register/register-result";
import type { Tracker } from "../process/tracker.ts";
import { settingsText } from "./settings-text.ts";
import { plural, words } from "./words.ts";

/** The line of what an act on the register made or changed, by what that is; it begins with what was done. */
export async function recordedText(result: RegisterResult, done = "Recorded", tracker: Tracker): Promise<string> {
  const textOf = texts[result.kind] as Text<RegisterResult> | undefined;
  const text = await (textOf ?? plainText)(result, tracker);
  return result.kind === "organizationChange" ? `${done} ${text}\n` : `${done}: ${text}\n`;
}

type Text<Result> = (result: Result, tracker: Tracker) => string | Promise<string>;

const texts: { readonly [Kind in RegisterKind]?: Text<RegisterResultOf<Kind>> } = {
  report: ({ body, id, version }) => `report ${body.reference} [${id}]${versionText(version)}`,
  link: ({ body }) => linkText(body),
  levelOverride: ({ body }) => overrideText(body),
  organizationChange: async ({ id, body }, tracker) => `${id}.${await waitingText(tracker, body)}`,
  setting: ({ body }) => settingText(body),
};

function plainText({ kind, id, version }: RegisterResult): string {
  return `${words(kind)} ${id}${versionText(version)}`;
}

function versionText(version: number | undefined): string {
  return version === undefined ? "" : ` (version ${version})`;
}

function linkText({ id, type, from, to, echoes, on }: Link): string {
  return `${from} ${words(type)} ${to ?? echoes} from ${on} [${id}]`;
}

function overrideText({ id, level, withdraws, on }: LevelOverride): string {
  return level === undefined ? `${withdraws} is taken back from ${on} [${id}]` : `${words(level)} from ${on} [${id}]`;
}

function settingText({ from, changes }: SettingChange): string {
  return `from ${from}, ${settingsText(changes, ", ")}`;
}

/** What waits for a decision because of a change. */
async function waitingText({ reads, reader, today }: Tracker, { on, originals }: OrganizationChange): Promise<string> {
  const asOf = on === undefined || on < today ? today : on;
  const { total } = await reads.recommendations(
    reader,
    { asOf, undecided: true, responsible: originals },
    { limit: 0, withTotal: true },
  );
  if (!total) return "";
  return ` ${plural(total, "recommendation waits", "recommendations wait")} for a decision: heed recommendation list --undecided${asOf === today ? "" : ` --as-of ${asOf}`}`;
}
