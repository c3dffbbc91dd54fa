import {
  DomainError,
  dateText,
  type Id,
  type Organization,
  type Period,
  PeriodStart,
  type Report,
  textIn,
} from "@heed/core";
import { didYouMeanName } from "@heed/core/naming/named-filter";
import type { RecommendationSummary } from "@heed/core/read-models/recommendation-summary";
import type { ReportDetail } from "@heed/core/read-models/report-detail";
import type { RegisterResult } from "@heed/core/register/register-result";
import type { FormerReport } from "@heed/core/report/former-report";
import { type Command, InvalidArgumentError, Option } from "commander";
import pc from "picocolors";
import { changeOption, textOption } from "../options/act-options.ts";
import {
  type Day,
  day,
  draftsOption,
  type Format,
  formatOption,
  languageOption,
  limitOption,
  year,
} from "../options/options.ts";
import { warnIfEmpty } from "../present/filter-text.ts";
import { table } from "../present/table.ts";
import { plural, words } from "../present/words.ts";
import { seeingDrafts, type Tracker, theOrganization, withTracker } from "../process/tracker.ts";
import { write, writeJson } from "../process/write.ts";
import { onRegister, type RegisterOptions } from "./act-on-register.ts";

export function addReport(program: Command): void {
  const report = program.command("report").description("The published documents that carry recommendations");
  addList(report);
  addShow(report);
  addDraft(report);
  onRegister<RegisterOptions & { change?: object; by?: string }>(
    report,
    "changeReport",
    (command) =>
      command
        .addOption(changeOption('{"title":{"nl":"Jaarverslag"}}').makeOptionMandatory(false))
        .option("--by <name>", "the issuing body, where it was recorded under another one"),
    async (tracker, { change, by }, [reference = ""]) => ({
      thing: await theReport(tracker, reference),
      input: { ...change, ...(by !== undefined && { issuingBody: await theOrganization(tracker, "--by", by) }) },
    }),
    resultLine("Changed"),
  );
  onRegister<RegisterOptions & { on?: Day; toGovernment?: Day; toParliament?: Day; toField?: Day }>(
    report,
    "publish",
    (command) =>
      command
        .addOption(new Option("--on <day>", "the day of publication (default: today)").argParser(day))
        .addOption(new Option("--to-government <day>", "the day of transmission to the government").argParser(day))
        .addOption(new Option("--to-parliament <day>", "the day of transmission to parliament").argParser(day))
        .addOption(new Option("--to-field <day>", "the day of transmission to the field").argParser(day)),
    async (tracker, { on, toGovernment, toParliament, toField }, [reference = ""]) => ({
      thing: await theReport(tracker, reference),
      input: {
        publishedOn: on,
        transmittedToGovernmentOn: toGovernment,
        transmittedToParliamentOn: toParliament,
        transmittedToFieldOn: toField,
      },
    }),
    resultLine("Published"),
  );
  onRegister(
    report,
    "discard",
    (command) => command,
    async (tracker, _, [reference = ""]) => ({ thing: await theReport(tracker, reference) }),
    resultLine("Discarded"),
  );
}

function resultLine(what: string): (done: RegisterResult) => string {
  return ({ body, version }) => {
    const { reference, id } = body as Report;
    return `${what}: report ${reference} [${id}]${version === undefined ? "" : ` (version ${version})`}\n`;
  };
}

/** The report with an id or reference, if the reader may see it. Errors: notFound; ambiguousReference. */
export async function theReport({ reads, reader }: Tracker, reference: string): Promise<Id> {
  const ids = await reads.reportsNamed(reader, reference);
  const [only] = ids;
  if (only === undefined)
    throw new DomainError(
      "notFound",
      `no report has the id or reference ${reference}${(await didYouMeanName(reads, reader, "report", reference)) || "; list them with: heed report list"}`,
    );
  if (ids.length === 1 || ids.includes(reference)) return ids.includes(reference) ? reference : only;
  throw new DomainError("ambiguousReference", `several reports have the reference ${reference}; name one by its id`, [
    { name: "reference", value: reference, detail: `one of ${ids.join(", ")}` },
  ]);
}

function addList(report: Command): void {
  report
    .command("list")
    .description("Reports, the newest reporting year first")
    .addOption(draftsOption())
    .addOption(limitOption())
    .addOption(formatOption())
    .addOption(languageOption())
    .action(async (options: { drafts?: boolean; limit?: number; format: Format; lang?: string }, command: Command) => {
      await withTracker(command, async (local) => {
        const tracker = seeingDrafts(local, options.drafts);
        const { reads, reader } = tracker;
        const { items, total = 0 } = await reads.reports(reader, {
          withTotal: true,
          ...(options.limit === undefined ? {} : { limit: options.limit }),
        });
        if (options.format === "json") await writeJson({ total, items });
        else await write(`${plural(total, "report")}\n\n${listText(items, options.lang)}`);
        await warnIfEmpty(tracker, total, options.format);
      });
    });
}

function listText(items: readonly Awaited<ReturnType<Tracker["reads"]["reports"]>>["items"][number][], lang?: string) {
  return table(
    [
      { head: "Reference", of: ({ reference }) => reference },
      { head: "About", of: ({ reportingYear }) => String(reportingYear) },
      {
        head: "Published",
        of: (report) => (report.status === "draft" ? "draft" : publishedText(report)),
      },
      { head: "By", wide: true, of: ({ issuingBodyName }) => textIn(issuingBodyName, lang) },
      { head: "Title", wide: true, of: ({ title }) => (title ? textIn(title, lang) : "") },
    ],
    items,
  );
}

function addShow(report: Command): void {
  report
    .command("show <reference>")
    .description("One report, with its recommendations and addressees, and its contents before each correction")
    .addOption(draftsOption())
    .addOption(formatOption())
    .addOption(languageOption())
    .action(
      async (reference: string, options: { drafts?: boolean; format: Format; lang?: string }, command: Command) => {
        await withTracker(command, async (local) => {
          const tracker = seeingDrafts(local, options.drafts);
          const { reads, reader, today: asOf } = tracker;
          const id = await theReport(tracker, reference);
          const detail = await reads.report(reader, id);
          if (detail === undefined) throw new DomainError("notFound", `there is no report ${reference}`);
          const { items, total = 0 } = await reads.recommendations(reader, { asOf, report: [id] }, { withTotal: true });
          if (options.format === "json") return writeJson({ ...detail, total, items });
          const issuingBody = await reads.organization(detail.report.issuingBody);
          await write(showText(detail, issuingBody, items, options.lang));
        });
      },
    );
}

function publishedText({ publishedOn, publishedOnPrecision, publishedOnAbsent = "" }: Report): string {
  return publishedOn === undefined ? publishedOnAbsent : dateText(publishedOn, publishedOnPrecision);
}

function publishedLine(report: Report): string {
  const text = publishedText(report);
  return report.publishedOn === undefined ? `Published on an unknown day${text && ` (${text})`}` : `Published ${text}`;
}

function showText(
  { report, version, formerVersions }: ReportDetail,
  issuingBody: Organization | undefined,
  recommendations: readonly RecommendationSummary[],
  lang: string | undefined,
): string {
  return [
    `${pc.bold(report.reference)}${report.title ? `  ${textIn(report.title, lang)}` : ""}\n`,
    `${report.status === "draft" ? "Draft" : publishedLine(report)}, about ${report.reportingYear}, version ${version}\n`,
    ...(issuingBody ? [`By ${textIn(issuingBody.name, lang)}\n`] : []),
    ...transmissionLines(report),
    `\n${plural(recommendations.length, "recommendation")}\n`,
    ...recommendations.map(
      ({ reference, title, followUps }) =>
        `  ${reference}${title ? `  ${textIn(title, lang)}` : ""}: ${followUps.map(({ addressee, role }) => `${textIn(addressee.name, lang)}${role === "lead" ? "" : ` (${words(role)})`}`).join("; ") || "nobody"}\n`,
    ),
    ...formerVersions.map((former) => formerText(former)),
  ].join("");
}

function transmissionLines(report: Report): string[] {
  const days: [string, Day | undefined][] = [
    ["government", report.transmittedToGovernmentOn],
    ["parliament", report.transmittedToParliamentOn],
    ["the field", report.transmittedToFieldOn],
  ];
  return days.flatMap(([whom, on]) => (on === undefined ? [] : [`Transmitted to ${whom} ${on}\n`]));
}

function formerText({ report, replacedAt, replacedBy }: FormerReport): string {
  const { id: _, ...said } = report;
  return `\n${pc.bold("Before a correction")}, until ${replacedAt} (${replacedBy})\n${JSON.stringify(said)}\n`;
}

type DraftOptions = RegisterOptions & {
  reference: string;
  year: number;
  by: string;
  title?: Record<string, string>;
  responsePeriod?: Period | "none";
  responseFrom?: PeriodStart;
  verification: boolean;
};

function addDraft(report: Command): void {
  onRegister<DraftOptions>(
    report,
    "draftReport",
    (command) =>
      command
        .requiredOption("--reference <reference>", "its reference")
        .addOption(new Option("--year <year>", "the year evaluated").argParser(year).makeOptionMandatory())
        .requiredOption("--by <name>", "the issuing body")
        .addOption(textOption("--title <text>", "its title"))
        .addOption(
          new Option(
            "--response-period <period>",
            'how long addressees have to answer, such as "2 months", or none',
          ).argParser(period),
        )
        .addOption(
          new Option("--response-from <event>", "the event from which that period runs").choices(PeriodStart.options),
        )
        .option("--no-verification", "its issuing body verifies no claims, and owes no verification"),
    async (tracker, { reference, year, by, title, responsePeriod, responseFrom, verification }) => ({
      input: {
        reference,
        reportingYear: year,
        issuingBody: await theOrganization(tracker, "--by", by),
        title,
        responsePeriod:
          typeof responsePeriod === "object" && responseFrom
            ? { ...responsePeriod, from: responseFrom }
            : responsePeriod,
        verificationPeriod: verification ? undefined : "none",
      },
    }),
    resultLine("Drafted"),
  );
}

function period(given: string): Period | "none" {
  if (given === "none") return given;
  const [, amount, unit] = /^(\d+) (day|week|month|year)s?$/.exec(given.trim()) ?? [];
  if (amount === undefined || unit === undefined)
    throw new InvalidArgumentError('Write it such as "2 months" or "56 days", or none.');
  return { amount: Number(amount), unit: `${unit}s` as Period["unit"] };
}
