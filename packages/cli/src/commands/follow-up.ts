import { type Day, DomainError, type Role, readerAs, textIn } from "@heed/core";
import type { ReaderRole } from "@heed/core/access/right";
import { withAmendedBy } from "@heed/core/follow-up/entries/amended-by";
import type { FollowUpDetail } from "@heed/core/read-models/follow-up-detail";
import { dayOf, type Settings } from "@heed/core/settings/settings";
import { type Command, Option } from "commander";
import pc from "picocolors";
import { type Say, sayIn } from "../messages/say.ts";
import { theFollowUp } from "../named/the-follow-up.ts";
import { organizationsOf, requireOwnOrganization } from "../named/the-organization.ts";
import { requireLanguageFits } from "../options/fits-format.ts";
import {
  asOfOption,
  type Format,
  formatOption,
  knownAtOption,
  languageOption,
  repeatable,
} from "../options/options.ts";
import { askedTimesText } from "../present/asked-times.ts";
import type { NameOf } from "../present/entry.ts";
import { entryNames } from "../present/entry-names.ts";
import { reasonsText } from "../present/obligation-columns.ts";
import { successionText } from "../present/responsible.ts";
import { inOrder, type Replaced, timelineText } from "../present/timeline.ts";
import { titleText } from "../present/title-text.ts";
import { coloured, dayText, levelsText, lifecycleText, timelinessText } from "../present/words.ts";
import { hanging } from "../process/terminal.ts";
import { knownAtOf, type Tracker, withTracker } from "../process/tracker.ts";
import { write, writeJson } from "../process/write.ts";
import { addFollowUpList } from "./follow-up-list.ts";

type Options = {
  addressee?: string[];
  report?: string[];
  asOf?: Day;
  knownAt?: string;
  role: ReaderRole;
  for?: string[];
  format: Format;
  lang?: string;
};

export function addFollowUp(program: Command): void {
  const followUp = program.command("follow-up").description("What one addressee owes for one recommendation");
  addFollowUpList(followUp);
  followUp
    .command("show <reference>")
    .description(
      "The whole timeline of a follow-up, with what both sides said, by the recommendation's reference or its own id",
    )
    .addOption(repeatable("--addressee <name>", "the addressee, where there are several"))
    .addOption(repeatable("--report <reference>", "the report, where several have the reference"))
    .addOption(asOfOption())
    .addOption(knownAtOption())
    .addOption(
      new Option(
        "--role <role>",
        "the role of the reader: only the issuing body and the responsible organization see confidential evidence",
      )
        .choices(["public", "respondent", "editor", "assessor"])
        .default("public"),
    )
    .addOption(repeatable("--for <organization>", "the organization of a respondent"))
    .addOption(formatOption())
    .addOption(languageOption())
    .action(async (reference: string, options: Options, command: Command) => {
      requireLanguageFits(options);
      await withTracker(command, async (tracker) => {
        requireOwnOrganization(options.role, "--for", options.for);
        const asOf = options.asOf ?? tracker.today;
        const { knownAt } = knownAtOf(tracker, options.knownAt);
        const { id } = await theFollowUp(tracker, reference, options, asOf);
        const organizations = (await organizationsOf(tracker, "--for", options.for)) ?? [];
        const reader = { ...readerAs(options.role, organizations), today: tracker.today };
        const detail = await tracker.reads.followUp(reader, id, asOf, knownAt);
        if (detail === undefined) throw new DomainError("notFound", `there is no follow-up ${id}`);
        const replaced = await replacementOf(tracker, detail, asOf);
        if (options.format === "json") return writeJson(detailJson(detail, asOf, replaced));
        await write(
          detailText(
            detail,
            asOf,
            replaced,
            await entryNames(tracker.reads, detail.case.entries, options.lang),
            tracker.settings,
            options,
          ),
        );
      });
    });
}

/** The link to a newer recommendation that closed it (R50); undefined where none did. */
async function replacementOf(
  { reads, reader }: Tracker,
  { standing, recommendation: { id } }: FollowUpDetail,
  asOf: Day,
): Promise<Replaced | undefined> {
  const reason = standing?.reasons.find(({ code }) => code === "replaced");
  const on = reason?.dates?.closed;
  if (reason === undefined || on === undefined) return undefined;
  const detail = await reads.recommendation(reader, id, asOf);
  const link = detail?.links.find((each) => each.id === reason.facts?.link);
  return link && { on, link: link.id, type: link.type, by: link.from, ...(link.reason && { reason: link.reason }) };
}

function detailJson({ case: followUpCase, ...rest }: FollowUpDetail, asOf: Day, replaced: Replaced | undefined) {
  const { standing, recommendation, report, addressee, responsible, coordinator, openSuccessions, version } = rest;
  const { reason: textOf } = sayIn(undefined);
  return {
    asOf,
    followUp: followUpCase.followUp,
    version,
    recommendation,
    report,
    addressee,
    responsible,
    ...(coordinator && { coordinator }),
    ...(replaced && { replaced }),
    ...(openSuccessions && { openSuccessions }),
    ...(standing && {
      standing: {
        ...standing,
        reasons: standing.reasons.map((reason) => ({ ...reason, text: textOf(reason) })),
        owed: standing.owed.map((item) => ({
          ...item,
          reasons: item.reasons.map((reason) => ({ ...reason, text: textOf(reason) })),
        })),
      },
    }),
    total: followUpCase.entries.length,
    items: inOrder(withAmendedBy(followUpCase.entries)),
  };
}

function detailText(
  detail: FollowUpDetail,
  asOf: Day,
  replaced: Replaced | undefined,
  nameOf: NameOf,
  settings: Settings,
  { lang, knownAt }: Pick<Options, "lang" | "knownAt">,
): string {
  const { recommendation, report, addressee, responsible, coordinator, openSuccessions = [], standing } = detail;
  const { followUp, entries } = detail.case;
  const say = sayIn(lang);
  const published = report.publishedOn
    ? say.followUp.published(say.date(report.publishedOn, report.publishedOnPrecision))
    : "";
  const addressed = `${followUp.nameAtIssue ?? textIn(addressee.name, lang)}${roleText(say, followUp.role, standing?.role ?? followUp.role)}`;
  const lines = [
    `${pc.bold(recommendation.reference)}${titleText(recommendation, report, lang) && `  ${titleText(recommendation, report, lang)}`}`,
    say.followUp.report(report.reference, published, addressed),
  ];
  for (const each of openSuccessions) lines.push(successionText(each, followUp.id, lang));
  const { state, since } = standing?.responsible ?? {};
  if (responsible.id !== addressee.id && state === "answers" && since !== undefined)
    lines.push(say.followUp.responsibleSince(asOf, textIn(responsible.name, lang), since));
  if (coordinator !== undefined)
    lines.push(say.followUp.coordinator(textIn(coordinator.name, lang), textIn(responsible.name, lang)));
  if (standing !== undefined && standing.asked.times > 1)
    lines.push(
      `${askedTimesText(standing.asked, say)}${standing.asked.longOutstanding ? `, ${say.asked.longOutstanding}` : ""}`,
    );
  if (standing === undefined) return `${[...lines, "", say.followUp.notYetPublished(asOf)].join("\n")}\n`;
  lines.push("", say.onAtTheBeginning(dayText(say, asOf, knownAt)), ...answersText(standing, say));
  for (const item of standing.owed) lines.push("", owedLine(item, say), ...reasonsText(item, say));
  lines.push(...timelineText(entries, asOf, replaced, nameOf, (at) => dayOf(settings, at), say));
  if (followUp.source?.illustrative) lines.push("", pc.dim(say.illustrative));
  return `${lines.join("\n")}\n`;
}

type Standing = NonNullable<FollowUpDetail["standing"]>;

/** The four answers, each on its line, and why. */
function answersText(standing: Standing, say: Say): string[] {
  const { position, reopenedCount, timeliness, verificationTimeliness } = standing;
  const verification =
    verificationTimeliness === undefined ? "" : say.followUp.verification(timelinessText(say, verificationTimeliness));
  const answers: [string, string][] = [
    [say.heads.position, say.label("position", position)],
    [say.heads.level, `${levelsText(say, standing).join(" | ")}${flags(standing, say)}`],
    [
      say.heads.lifecycle,
      `${lifecycleText(say, standing)}${reopenedCount > 0 ? say.followUp.reopened(reopenedCount) : ""}`,
    ],
    [say.heads.timeliness, `${timelinessText(say, timeliness)}${verification}`],
  ];
  const width = Math.max(...answers.map(([head]) => head.length), 12) + 2;
  return [
    ...answers.map(([head, answer]) => hanging(`  ${head.padEnd(width)}`, answer)),
    ...reasonsText(standing, say),
  ];
}

function owedLine(item: Standing["owed"][number], say: Say): string {
  const { kind, due, duePrecision, originalDue, originalDuePrecision, daysOverdue, daysOverdueOriginal } = item;
  const told = say.followUp.owed(
    say.label("overdueKind", kind),
    due ? say.followUp.by(say.date(due, duePrecision)) : say.followUp.withoutDate,
  );
  const late = daysOverdue > 0 ? coloured(item.timeliness, say.followUp.daysOverdue(daysOverdue)) : "";
  if (originalDue === undefined || originalDue === due) return `  ${told}${late}`;
  const original = say.date(originalDue, originalDuePrecision);
  return `  ${told}${late}${
    daysOverdueOriginal > 0
      ? say.followUp.overdueAgainst(daysOverdueOriginal, original)
      : say.followUp.notOverdueAgainst(original)
  }`;
}

function flags(standing: Standing, say: Say): string {
  const names = Object.keys(say.followUp.flags) as (keyof Say["followUp"]["flags"])[];
  const told = names.filter((name) => standing[name]).map((name) => say.followUp.flags[name]);
  return told.length === 0 ? "" : ` (${told.join(", ")})`;
}

/** The role on the day, with the printed one where it was changed since. */
function roleText(say: Say, printed: Role, now: Role): string {
  const role = say.label("role", now);
  if (now !== printed) return ` (${role}; ${say.printed(say.label("role", printed))})`;
  return now === "lead" ? "" : ` (${role})`;
}
