import { type Day, DomainError, type ReportingCycle } from "@heed/core";
import type { CycleDetail } from "@heed/core/read-models/cycle-detail";
import type { SnapshotItem } from "@heed/core/read-models/snapshot-item";
import type { UnassessedItem } from "@heed/core/read-models/unassessed-item";
import { bodyOption } from "@heed/core/register/register-command";
import { dayOf, type Settings } from "@heed/core/settings/settings";
import { cycleColumns, cycleRows } from "@heed/core/tables/cycle-columns";
import { snapshotColumns } from "@heed/core/tables/snapshot-columns";
import { unassessedColumns } from "@heed/core/tables/stale-and-unassessed-columns";
import type { Command } from "commander";
import { type Say, sayIn } from "../messages/say.ts";
import { theCycle } from "../named/the-cycle.ts";
import { requireLanguageFits } from "../options/fits-format.ts";
import {
  asOfOption,
  type Format,
  knownAtOption,
  languageOption,
  limitOption,
  listFormatOption,
} from "../options/options.ts";
import { warnIfEmpty } from "../present/filter-text.ts";
import { followUpJson } from "../present/follow-up-json.ts";
import { moreText } from "../present/obligation-columns.ts";
import { codesOf, nameAndCode } from "../present/organization-names.ts";
import { responsibleText } from "../present/responsible.ts";
import { table } from "../present/table.ts";
import { bothLevels, dayText, lifecycleText } from "../present/words.ts";
import { shortId } from "../process/short-id.ts";
import { knownAtOf, type Tracker, withTracker } from "../process/tracker.ts";
import { write, writeJson } from "../process/write.ts";
import { isTable, writeTable } from "../process/write-table.ts";

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
    .addOption(listFormatOption())
    .addOption(languageOption())
    .action(async (options: { format: Format; lang?: string }, command: Command) => {
      requireLanguageFits(options);
      await withTracker(command, async (tracker) => {
        const { items, total = 0 } = await tracker.reads.reportingCycles({ withTotal: true });
        const say = sayIn(options.lang);
        await warnIfEmpty(tracker, total, options);
        if (isTable(options.format))
          return writeTable(options.format, cycleColumns, cycleRows(tracker.reads), options.lang);
        if (options.format === "json") return writeJson({ total, items });
        const codeOf = await codesOf(
          tracker.reads,
          items.map(({ issuingBody }) => issuingBody),
        );
        await write(
          `${say.cycle.count(total)}\n\n${table(
            [
              { head: say.heads.year, of: ({ year }) => String(year) },
              { head: say.heads.by, of: ({ issuingBody }) => codeOf(issuingBody) },
              { head: say.heads.opens, of: ({ opensOn }) => opensOn },
              { head: say.heads.updatesDue, of: ({ updatesDueOn }) => updatesDueOn },
              { head: say.heads.assessmentsDue, of: ({ assessmentsDueOn }) => assessmentsDueOn },
              { head: say.heads.published, of: ({ publishedOn }) => publishedOn ?? "" },
              { head: say.heads.closed, of: ({ closedOn }) => closedOn ?? "" },
            ],
            items,
          )}`,
        );
      });
    });
  named(cycle, "show", "One cycle; once it is closed, how each follow-up stood, whatever was recorded later")
    .addOption(limitOption())
    .addOption(listFormatOption())
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
          if (isTable(options.format)) return writeTable(options.format, snapshotColumns, [items], options.lang);
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
    .addOption(listFormatOption())
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
        if (isTable(options.format)) return writeTable(options.format, unassessedColumns, [items], options.lang);
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
        const say = sayIn(options.lang);
        const found = `${say.cycle.selectedAndUnassessed(total, say.on(dayText(say, asOf, options.knownAt)))}\n`;
        await write(total === 0 ? found : `${found}\n${unassessedText(items, options.lang)}`);
        await write(moreText(total - items.length, say));
      });
    });
}

function unassessedText(items: readonly UnassessedItem[], lang: string | undefined): string {
  const { heads } = sayIn(lang);
  return table(
    [
      { head: heads.recommendation, of: ({ recommendation }) => recommendation.reference },
      { head: heads.by, wide: true, of: (item) => responsibleText(item, lang) },
      { head: heads.due, of: ({ due }) => due },
      {
        head: heads.daysOverdue,
        align: "right",
        of: ({ daysOverdue }) => (daysOverdue > 0 ? String(daysOverdue) : ""),
      },
      { head: heads.followUp, of: ({ followUp }) => shortId(followUp) },
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
  const say = sayIn(lang);
  const { about, published, closed, selected: chosen, selectedBy, erratum } = say.cycle;
  const head = `${about(year, names.issuingBody, opensOn, updatesDueOn, assessmentsDueOn)}${publishedOn ? published(publishedOn) : ""}${closedOn ? closed(closedOn) : ""}\n`;
  const selected = selections.map(({ on, reason, ...named }) => {
    const what = Object.entries(named)
      .map(([kind, values]) => `${selectedBy[kind]} ${values.map((each) => names.of(kind, each)).join(", ")}`)
      .join("; ");
    return `${chosen(on, what, reason)}\n`;
  });
  const told = errata.map(
    ({ recordedAt, actor, followUp, text }) =>
      `${erratum(dayOf(settings, recordedAt), actor, followUp && names.of("followUps", followUp), text)}\n`,
  );
  if (closedOn === undefined) return `${head}${selected.join("")}`;
  if (!hasSnapshot) return `${head}${selected.join("")}${told.join("")}\n${say.cycle.noSnapshot}\n`;
  return `${head}${selected.join("")}${told.join("")}\n${say.cycle.asOf(followUps, closedOn)}\n\n${snapshotTable(items, say, lang)}`;
}

function snapshotTable(items: readonly SnapshotItem[], say: Say, lang: string | undefined): string {
  return table(
    [
      { head: say.heads.recommendation, of: ({ reference }) => reference },
      { head: say.heads.by, wide: true, of: (item) => responsibleText(item, lang) },
      { head: say.heads.position, of: ({ position }) => say.label("position", position) },
      { head: say.heads.levels, of: (item) => bothLevels(say, item) },
      { head: say.heads.lifecycle, of: (item) => lifecycleText(say, item) },
      { head: say.heads.timeliness, of: ({ timeliness }) => say.label("timeliness", timeliness) },
      { head: say.heads.update, of: ({ update }) => updateText(say, update) },
    ],
    items,
  );
}

/** The label explains itself after a colon. */
function updateText(say: Say, update: SnapshotItem["update"]): string {
  return say.label("cycleUpdate", update).split(/\s?:/)[0] ?? update;
}
