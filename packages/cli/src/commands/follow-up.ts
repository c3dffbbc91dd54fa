import { type Day, DomainError, dateText, explain, type Role, textIn } from "@heed/core";
import type { ReaderRole } from "@heed/core/access/reader";
import { withAmendedBy } from "@heed/core/follow-up/entries/amended-by";
import type { FollowUpDetail } from "@heed/core/read-models/follow-up-detail";
import { dayOf, type Settings } from "@heed/core/settings/settings";
import { type Command, Option } from "commander";
import pc from "picocolors";
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
import { successionText } from "../present/responsible.ts";
import { inOrder, type Replaced, timelineText } from "../present/timeline.ts";
import { coloured, dayText, levelsText, plural, words } from "../present/words.ts";
import { hanging } from "../process/terminal.ts";
import { knownAtOf, type Tracker, withTracker } from "../process/tracker.ts";
import { write, writeJson } from "../process/write.ts";

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
  program
    .command("follow-up")
    .description("What one addressee owes for one recommendation")
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
        const reader = { role: options.role, organizations, today: tracker.today };
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
        reasons: standing.reasons.map((reason) => ({ ...reason, text: explain(reason) })),
        owed: standing.owed.map((item) => ({
          ...item,
          reasons: item.reasons.map((reason) => ({ ...reason, text: explain(reason) })),
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
  const lines = [
    `${pc.bold(recommendation.reference)}${recommendation.title ? `  ${textIn(recommendation.title, lang, report.authenticLanguages)}` : ""}`,
    `Report ${report.reference}${report.publishedOn ? `, published ${dateText(report.publishedOn, report.publishedOnPrecision)}` : ""}; addressed to ${followUp.nameAtIssue ?? textIn(addressee.name, lang)}${roleText(followUp.role, standing?.role ?? followUp.role)}`,
  ];
  for (const each of openSuccessions) lines.push(successionText(each, followUp.id, lang));
  if (responsible.id !== addressee.id && standing?.responsible.state === "answers")
    lines.push(
      `On ${asOf} ${textIn(responsible.name, lang)} is responsible for it, since ${standing?.responsible.since}`,
    );
  if (coordinator !== undefined)
    lines.push(
      `${textIn(coordinator.name, lang)} answers for it as the coordinator of ${textIn(responsible.name, lang)}`,
    );
  if (standing !== undefined && standing.asked.times > 1)
    lines.push(`${askedTimesText(standing.asked)}${standing.asked.longOutstanding ? ", long outstanding" : ""}`);
  if (standing === undefined) return `${[...lines, "", `On ${asOf} it is not yet published.`].join("\n")}\n`;
  lines.push(
    "",
    `On ${dayText(asOf, knownAt)}`,
    `  Position      ${words(standing.position)}`,
    hanging("  Level         ", `${levelsText(standing).join(" | ")}${flags(standing)}`),
    `  Lifecycle     ${words(standing.lifecycle)}${standing.closureReason ? `: ${words(standing.closureReason)}` : ""}${standing.reopenedCount > 0 ? `, reopened ${standing.reopenedCount}×` : ""}`,
    `  Timeliness    ${coloured(standing.timeliness, words(standing.timeliness))}${standing.verificationTimeliness ? `; verification ${coloured(standing.verificationTimeliness, words(standing.verificationTimeliness))}` : ""}`,
    ...standing.reasons.map((reason) => pc.dim(hanging("      · ", explain(reason)))),
  );
  for (const item of standing.owed) {
    const late = item.daysOverdue > 0 ? coloured(item.timeliness, `, ${item.daysOverdue} days overdue`) : "";
    const original =
      item.originalDue !== undefined && item.originalDue !== item.due
        ? `; ${againstOriginal(item.daysOverdueOriginal)} the original date (${dateText(item.originalDue, item.originalDuePrecision)})`
        : "";
    lines.push(
      "",
      `  Owed: ${words(item.kind)}${item.due ? ` by ${dateText(item.due, item.duePrecision)}` : ", without a date"}${late}${original}`,
      ...item.reasons.map((reason) => pc.dim(hanging("      · ", explain(reason)))),
    );
  }
  lines.push(...timelineText(entries, asOf, replaced, nameOf, (at) => dayOf(settings, at)));
  if (followUp.source?.illustrative)
    lines.push("", pc.dim("Its content is illustrative: it was invented to show how things look."));
  return `${lines.join("\n")}\n`;
}

function againstOriginal(daysOverdue: number): string {
  return daysOverdue > 0 ? `${plural(daysOverdue, "day")} overdue against` : "not overdue against";
}

function flags(standing: NonNullable<FollowUpDetail["standing"]>): string {
  const { divergent, unverified, stalled, regressed, conflicting, contradicted, singleReader } = standing;
  const named = {
    divergent,
    unverified,
    stalled,
    regressed,
    "findings in conflict": conflicting,
    contradicted,
    "closed by a single reader": singleReader,
  };
  const all = Object.entries(named).flatMap(([name, is]) => (is ? [name] : []));
  return all.length === 0 ? "" : ` (${all.join(", ")})`;
}

/** The role on the day, with the printed one where it was changed since. */
function roleText(printed: Role, now: Role): string {
  if (now !== printed) return ` (${words(now)}; printed: ${words(printed)})`;
  return now === "lead" ? "" : ` (${words(now)})`;
}
