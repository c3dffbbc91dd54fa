import { type Id, type Link, type OrganizationChange, readerAs, type SettingChange } from "@heed/core";
import type { LevelOverride } from "@heed/core/recommendation-standing/level-override";
import type { RegisterKind } from "@heed/core/register/register-kinds";
import type { RegisterResult, RegisterResultOf } from "@heed/core/register/register-result";
import { sayIn } from "../messages/say.ts";
import { shortId } from "../process/short-id.ts";
import type { Tracker } from "../process/tracker.ts";
import { organizationChangeText, thoseInChange } from "./organization-change-text.ts";
import { codesOf, nameAndCode } from "./organization-names.ts";
import { settingsText } from "./settings-text.ts";
import { plural, words } from "./words.ts";

/** The line of what an act on the register made or changed, by what that is; it begins with what was done. */
export async function recordedText(result: RegisterResult, done = "Recorded", tracker: Tracker): Promise<string> {
  const textOf = texts[result.kind] as Text<RegisterResult> | undefined;
  const text = await (textOf ?? plainText)(result, tracker);
  return `${done}: ${text}\n`;
}

type Text<Result> = (result: Result, tracker: Tracker) => string | Promise<string>;

const texts: { readonly [Kind in RegisterKind]?: Text<RegisterResultOf<Kind>> } = {
  report: ({ body, version }) => `report ${body.reference}${versionText(version)}`,
  recommendation: async ({ body, version }, { reads }) => {
    const detail = await reads.report(editor, body.report);
    const of = detail === undefined ? "" : ` of report ${detail.report.reference}`;
    return `recommendation ${body.reference}${of}${versionText(version)}`;
  },
  reportingCycle: async ({ body, version }, { reads }) => {
    const by = await reads.organization(body.issuingBody);
    const of = by === undefined ? "" : ` of ${nameAndCode(by, undefined)}`;
    return `reporting cycle about ${body.year}${of}${versionText(version)}`;
  },
  organization: ({ body, version }) => `organization ${nameAndCode(body, undefined)}${versionText(version)}`,
  link: ({ body }, tracker) => linkText(body, tracker),
  levelOverride: ({ body }, tracker) => overrideText(body, tracker),
  organizationChange: async ({ id, body }, tracker) => {
    const codeOf = await codesOf(tracker.reads, thoseInChange(body));
    return `${organizationChangeText(body, codeOf, sayIn(undefined))} [${shortId(id)}]${await waitingText(tracker, body)}`;
  },
  collectedItem: ({ id, body, version }) =>
    `${words(body.kind)} ${body.reference} [${shortId(id)}]${versionText(version)}`,
  reportSection: ({ id, body, version }) => `section ${body.reference} [${shortId(id)}]${versionText(version)}`,
  setting: ({ body }) => settingText(body),
};

/** Who acts on the register reads drafts. */
const editor = readerAs("editor");

function plainText({ kind, id, version }: RegisterResult): string {
  return `${words(kind)} ${shortId(id)}${versionText(version)}`;
}

function versionText(version: number | undefined): string {
  return version === undefined ? "" : ` (version ${version})`;
}

async function linkText(link: Link, tracker: Tracker): Promise<string> {
  const { type, from, to, echoes, on } = link;
  const other = to === undefined ? (echoes ?? (await groundNamed(link, tracker))) : await referenceOf(to, tracker);
  return `${await referenceOf(from, tracker)} ${words(type)} ${other} from ${on}`;
}

/** JUD-2014-1, 2014, paragraph 4 */
async function groundNamed({ item, section, year, place }: Link, { reads }: Tracker): Promise<string> {
  const found =
    item === undefined
      ? (await reads.reportSection(editor, section ?? ""))?.section
      : (await reads.collectedItem(editor, item))?.item;
  return [found?.reference ?? shortId(item ?? section ?? ""), year, place].filter(Boolean).join(", ");
}

async function overrideText(
  { id, recommendation, level, withdraws = "", on }: LevelOverride,
  tracker: Tracker,
): Promise<string> {
  const reference = await referenceOf(recommendation, tracker);
  if (level === undefined) return `${reference}, ${shortId(withdraws)} is withdrawn from ${on} [${shortId(id)}]`;
  return `${reference}, ${words(level)} from ${on} [${shortId(id)}]`;
}

/** 2011-04 of report 2011 */
async function referenceOf(id: Id, { reads, today }: Tracker): Promise<string> {
  const [found] = await reads.recommendationsByReference(editor, id, today);
  return found === undefined ? shortId(id) : `${found.reference} of report ${found.report.reference}`;
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
