import { type Day, DomainError, type ReportingCycle } from "@heed/core";
import type { CycleDetail } from "@heed/core/read-models/cycle-detail";
import type { SnapshotItem } from "@heed/core/read-models/snapshot-item";
import type { UnassessedItem } from "@heed/core/read-models/unassessed-item";
import { bodyOption } from "@heed/core/register/register-command";
import { dayOf, type Settings } from "@heed/core/settings/settings";
import type { Command } from "commander";
import { theCycle } from "../named/the-cycle.ts";
import { requireLanguageFits } from "../options/fits-format.ts";
import {
  asOfOption,
  type Format,
  formatOption,
  knownAtOption,
  languageOption,
  limitOption,
} from "../options/options.ts";
import { warnIfEmpty } from "../present/filter-text.ts";
import { followUpJson } from "../present/follow-up-json.ts";
import { codesOf, nameAndCode } from "../present/organization-names.ts";
import { responsibleText } from "../present/responsible.ts";
import { table } from "../present/table.ts";
import { dayText, plural, words } from "../present/words.ts";
import { shortId } from "../process/short-id.ts";
import { knownAtOf, type Tracker, withTracker } from "../process/tracker.ts";
import { write, writeJson } from "../process/write.ts";

export function addCycle(program: Command): void {
  const cycle = program.command("cycle").description("The reporting cycles of the issuing bodies");
  addReads(cycle);
  addUnassessed(cycle);
}

function named(cycle: Command, verb: string, about: string): Command {
  return cycle
    .command(`${verb} <year>`)
    .description(about)
    .option(...bodyOption.among);
}

function addReads(cycle: Command): void {
  cycle
    .command("list")
    .description("Reporting cycles in the order of their years")
    .addOption(formatOption())
    .action(async (options: { format: Format }, command: Command) => {
      await withTracker(command, async (tracker) => {
        const { items, total = 0 } = await tracker.reads.reportingCycles({ withTotal: true });
        await warnIfEmpty(tracker, total, options.format);
        if (options.format === "json") return writeJson({ total, items });
        const codeOf = await codesOf(
          tracker.reads,
          items.map(({ issuingBody }) => issuingBody),
        );
        await write(
          `${plural(total, "cycle")}\n\n${table(
            [
              { head: "Year", of: ({ year }) => String(year) },
              { head: "By", of: ({ issuingBody }) => codeOf(issuingBody) },
              { head: "Opens", of: ({ opensOn }) => opensOn },
              { head: "Updates due", of: ({ updatesDueOn }) => updatesDueOn },
              { head: "Assessments due", of: ({ assessmentsDueOn }) => assessmentsDueOn },
              { head: "Published", of: ({ publishedOn }) => publishedOn ?? "" },
              { head: "Closed", of: ({ closedOn }) => closedOn ?? "" },
            ],
            items,
          )}`,
        );
      });
    });
  named(cycle, "show", "One cycle; once it is closed, how each follow-up stood, whatever was recorded later")
    .addOption(limitOption())
    .addOption(formatOption())
    .addOption(languageOption())
    .action(
      async (
        name: string,
        options: { by?: string; limit?: number; format: Format; lang?: string },
        command: Command,
      ) => {
        requireLanguageFits(options);
        await withTracker(command, async (tracker) => {
          const id = await theCycle(tracker, name, options.by);
          const detail = await tracker.reads.reportingCycle(id);
          if (detail === undefined) throw new DomainError("notFound", `there is no reporting cycle ${name}`);
          const limit = options.limit === undefined ? {} : { limit: options.limit };
          const { items, total = 0 } = await tracker.reads.snapshot(id, { withTotal: true, ...limit });
          if (options.format === "json") return writeJson({ ...detail, total, items });
          await write(
            showText(detail, await namesIn(tracker, detail.cycle, options.lang), items, tracker.settings, options.lang),
          );
        });
      },
    );
}

function addUnassessed(cycle: Command): void {
  type Options = { by?: string; asOf?: Day; knownAt?: string; limit?: number; format: Format; lang?: string };
  named(cycle, "unassessed", "What a cycle selected for assessment, and the issuing body has not assessed on a day")
    .addOption(asOfOption())
    .addOption(knownAtOption())
    .addOption(limitOption())
    .addOption(formatOption())
    .addOption(languageOption())
    .action(async (name: string, options: Options, command: Command) => {
      await withTracker(command, async (tracker) => {
        const asOf = options.asOf ?? tracker.today;
        const { items, total = 0 } = await tracker.reads.unassessed(
          tracker.reader,
          await theCycle(tracker, name, options.by),
          { asOf, ...knownAtOf(tracker, options.knownAt) },
          { withTotal: true, ...(options.limit === undefined ? {} : { limit: options.limit }) },
        );
        if (options.format === "json")
          return writeJson({
            asOf,
            total,
            items: items.map((item) => ({
              ...followUpJson(item, options.lang),
              due: item.due,
              daysOverdue: item.daysOverdue,
            })),
          });
        const found = `${plural(total, "follow-up")} selected and not assessed on ${dayText(asOf, options.knownAt)}\n`;
        await write(total === 0 ? found : `${found}\n${unassessedText(items, options.lang)}`);
        if (items.length < total)
          await write(`\n${plural(total - items.length, "more is", "more are")} not shown (--limit).\n`);
      });
    });
}

function unassessedText(items: readonly UnassessedItem[], lang: string | undefined): string {
  return table(
    [
      { head: "Recommendation", of: ({ recommendation }) => recommendation.reference },
      { head: "By", wide: true, of: (item) => responsibleText(item, lang) },
      { head: "Due", of: ({ due }) => due },
      { head: "Days overdue", align: "right", of: ({ daysOverdue }) => (daysOverdue > 0 ? String(daysOverdue) : "") },
      { head: "Follow-up", of: ({ followUp }) => shortId(followUp) },
    ],
    items,
  );
}

type NamesIn = { issuingBody: string; of: (kind: string, id: string) => string };

/** The names of what a cycle names by id. */
async function namesIn(
  { reads, reader, today }: Tracker,
  cycle: ReportingCycle,
  lang: string | undefined,
): Promise<NamesIn> {
  const { issuingBody, selections = [], errata = [] } = cycle;
  const organizations = await reads.organizationsById([
    issuingBody,
    ...selections.flatMap(({ addressees = [] }) => addressees),
  ]);
  const names = new Map([...organizations.values()].map(({ id, code }) => [`addressees ${id}`, code]));
  for (const id of new Set(selections.flatMap(({ reports = [] }) => reports))) {
    const found = await reads.report(reader, id);
    if (found !== undefined) names.set(`reports ${id}`, found.report.reference);
  }
  const followUps = [
    ...selections.flatMap(({ followUps: some = [] }) => some),
    ...errata.flatMap(({ followUp }) => followUp ?? []),
  ];
  for (const id of new Set(followUps)) {
    const found = await reads.followUp(reader, id, today);
    if (found !== undefined)
      names.set(`followUps ${id}`, `${found.recommendation.reference}, ${nameAndCode(found.addressee, lang)}`);
  }
  const by = organizations.get(issuingBody);
  return {
    issuingBody: by === undefined ? issuingBody : nameAndCode(by, lang),
    of: (kind, id) => names.get(`${kind} ${id}`) ?? id,
  };
}

function showText(
  { cycle, hasSnapshot, followUps }: CycleDetail,
  names: NamesIn,
  items: readonly SnapshotItem[],
  settings: Settings,
  lang: string | undefined,
): string {
  const { year, opensOn, updatesDueOn, assessmentsDueOn, publishedOn, closedOn, errata = [], selections = [] } = cycle;
  const head = `Cycle about ${year} of ${names.issuingBody}: opens ${opensOn}, updates due ${updatesDueOn}, assessments due ${assessmentsDueOn}${publishedOn ? `, published ${publishedOn}` : ""}${closedOn ? `, closed ${closedOn}` : ""}\n`;
  const selected = selections.map(
    ({ on, reason, ...named }) =>
      `Selected on ${on} for assessment: ${Object.entries(named)
        .map(([kind, values]) => `${words(kind)} ${values.map((each) => names.of(kind, each)).join(", ")}`)
        .join("; ")} (${reason})\n`,
  );
  const told = errata.map(
    ({ recordedAt, actor, followUp, text }) =>
      `Erratum of ${dayOf(settings, recordedAt)} (${actor})${followUp ? ` on ${names.of("followUps", followUp)}` : ""}: ${text}\n`,
  );
  if (closedOn === undefined) return `${head}${selected.join("")}`;
  if (!hasSnapshot)
    return `${head}${selected.join("")}${told.join("")}\nIt has no snapshot: it came closed from a file, and the file had none.\n`;
  return `${head}${selected.join("")}${told.join("")}\n${plural(followUps, "follow-up")} as of ${closedOn}\n\n${table(
    [
      { head: "Recommendation", of: ({ reference }) => reference },
      { head: "By", wide: true, of: (item) => responsibleText(item, lang) },
      { head: "Position", of: ({ position }) => words(position) },
      { head: "Reported | assessed", of: ({ reported, assessed }) => `${words(reported)} | ${words(assessed)}` },
      {
        head: "Lifecycle",
        of: ({ lifecycle, closureReason }) => `${words(lifecycle)}${closureReason ? `: ${words(closureReason)}` : ""}`,
      },
      { head: "Timeliness", of: ({ timeliness }) => words(timeliness) },
      { head: "Update", of: ({ update }) => words(update) },
    ],
    items,
  )}`;
}
