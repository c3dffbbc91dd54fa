import {
  ageingBucket,
  ageingBuckets,
  type Day,
  explain,
  type OverdueAnswer,
  type OverdueItem,
  OverdueKind,
  type StaleItem,
  textIn,
} from "@heed/core";
import { type Command, Option } from "commander";
import pc from "picocolors";
import { exitCodes } from "../exit-codes.ts";
import {
  asOfOption,
  count,
  type Format,
  formatOption,
  knownAtOption,
  languageOption,
  limitOption,
  repeatable,
} from "../options.ts";
import { csv } from "../present/csv.ts";
import { type Column, table } from "../present/table.ts";
import { coloured, plural, words } from "../present/words.ts";
import { write, writeJson } from "../present/write.ts";
import type { Exit } from "../program.ts";
import { knownAtOf, organizationsOf, reportsOf, withTracker } from "../tracker.ts";

const groupings = ["kind", "responsible", "addressee", "report", "ageing"] as const;
type Grouping = (typeof groupings)[number];

type Options = {
  asOf?: Day;
  knownAt?: string;
  kind?: OverdueKind[];
  responsible?: string[];
  addressee?: string[];
  report?: string[];
  theme?: string[];
  minDays?: number;
  dueSoon?: boolean;
  against: "current" | "original";
  groupBy?: Grouping;
  limit?: number;
  format: Format;
  explain?: boolean;
  exitCode?: boolean;
  lang?: string;
};

/** `heed overdue`: the command that this exists for. */
export function addOverdue(program: Command, exit: Exit): void {
  program
    .command("overdue")
    .description("What is late on a day, at whom, by how much, and why")
    .addOption(asOfOption())
    .addOption(knownAtOption())
    .addOption(repeatable("--kind <kind>", "what is owed", OverdueKind.options))
    .addOption(repeatable("--responsible <name>", "who answers for it on that day, by id, code or name"))
    .addOption(repeatable("--addressee <name>", "the addressee as printed"))
    .addOption(repeatable("--report <reference>", "the report"))
    .addOption(repeatable("--theme <theme>", "the theme"))
    .addOption(new Option("--min-days <n>", "at least so many days late").argParser(count))
    .option("--due-soon", "instead of what is late, what is due within the next 30 days")
    .addOption(
      new Option("--against <date>", "count from the current or the original due date")
        .choices(["current", "original"])
        .default("current"),
    )
    .addOption(new Option("--group-by <what>", "a heading for each").choices(groupings))
    .addOption(limitOption())
    .addOption(formatOption(["table", "json", "csv"]))
    .option("--explain", "tell the reasons")
    .option("--exit-code", "exit with 1 when something is listed, for cron")
    .addOption(languageOption())
    .action(async (options: Options, command: Command) => {
      await withTracker(command, async (tracker) => {
        const { reads, reader } = tracker;
        const asOf = options.asOf ?? tracker.today;
        const filter = {
          asOf,
          ...knownAtOf(tracker, options.knownAt),
          ...given("responsible", await organizationsOf(tracker, "--responsible", options.responsible)),
          ...given("addressee", await organizationsOf(tracker, "--addressee", options.addressee)),
          ...given("report", await reportsOf(tracker, options.report)),
          ...given("theme", options.theme),
          ...given("minDaysOverdue", options.minDays),
        };
        const answer = await reads.overdue(
          reader,
          { ...filter, ...given("kind", options.kind), ...given("dueSoon", options.dueSoon), against: options.against },
          given("limit", options.limit),
        );
        // Stale ones are in neither the total nor the exit code (decision 35).
        const stale =
          options.kind === undefined && !options.dueSoon
            ? await reads.stale(reader, filter, { ...given("limit", options.limit), withTotal: true })
            : { items: [], total: 0 };
        await show(answer, { items: stale.items, total: stale.total ?? 0 }, options);
        if (options.exitCode && answer.total > 0) exit(exitCodes.overdue);
      });
    });
}

function given<Key extends string, Value>(key: Key, value: Value | undefined) {
  return value === undefined ? {} : ({ [key]: value } as { [K in Key]: Value });
}

type Stale = { items: readonly StaleItem[]; total: number };

async function show(answer: OverdueAnswer, stale: Stale, options: Options): Promise<void> {
  if (options.format === "json") return writeJson(overdueJson(answer, stale, options));
  if (options.format === "csv") return write(overdueCsv(answer, options.lang));
  await write(overdueText(answer, stale, options));
}

/** The exact answer for a pipe. */
function overdueJson(answer: OverdueAnswer, stale: Stale, { lang, groupBy }: Options) {
  return {
    asOf: answer.asOf,
    total: answer.total,
    totalsByKind: answer.totalsByKind,
    totalsByAge: answer.totalsByAge,
    ...(groupBy && {
      groups: grouped(answer.items, groupBy, lang).map(({ group, items }) => ({ group, total: items.length })),
    }),
    items: answer.items.map((item) => ({
      recommendation: named(item.recommendation, lang),
      report: item.report,
      addressee: { id: item.addressee.id, code: item.addressee.code, name: textIn(item.addressee.name, lang) },
      responsible: { id: item.responsible.id, code: item.responsible.code, name: textIn(item.responsible.name, lang) },
      followUp: item.followUp,
      kind: item.kind,
      ...(item.commitment && { commitment: item.commitment }),
      due: item.due,
      originalDue: item.originalDue,
      moves: item.moves,
      missedYears: item.missedYears,
      daysOverdue: item.daysOverdue,
      daysOverdueOriginal: item.daysOverdueOriginal,
      daysWithIssuer: item.daysWithIssuer,
      timeliness: item.timeliness,
      position: item.position,
      reported: item.reported,
      assessed: item.assessed,
      lifecycle: item.lifecycle,
      reasons: item.reasons.map((reason) => ({ ...reason, text: explain(reason) })),
    })),
    stale: {
      total: stale.total,
      items: stale.items.map(({ recommendation, report, addressee, responsible, followUp, staleFrom }) => ({
        recommendation: named(recommendation, lang),
        report,
        addressee: { id: addressee.id, code: addressee.code, name: textIn(addressee.name, lang) },
        responsible: { id: responsible.id, code: responsible.code, name: textIn(responsible.name, lang) },
        followUp,
        staleFrom,
      })),
    },
  };
}

function named(recommendation: OverdueItem["recommendation"], lang: string | undefined) {
  const { id, reference, title } = recommendation;
  return { id, reference, ...(title && { title: textIn(title, lang) }) };
}

function overdueCsv({ items }: OverdueAnswer, lang: string | undefined): string {
  return csv(
    [
      "recommendation",
      "report",
      "addressee",
      "responsible",
      "kind",
      "due",
      "originalDue",
      "daysOverdue",
      "daysOverdueOriginal",
      "position",
      "reported",
      "assessed",
      "followUp",
    ],
    items.map((item) => [
      item.recommendation.reference,
      item.report.reference,
      textIn(item.addressee.name, lang),
      textIn(item.responsible.name, lang),
      item.kind,
      item.due,
      item.originalDue,
      item.daysOverdue,
      item.daysOverdueOriginal,
      item.position,
      item.reported,
      item.assessed,
      item.followUp,
    ]),
  );
}

function columnsOf({ lang, dueSoon, against }: Options): Column<OverdueItem>[] {
  const late = (item: OverdueItem) => (against === "original" ? item.daysOverdueOriginal : item.daysOverdue);
  return [
    ...(dueSoon
      ? []
      : [
          {
            head: "Days late",
            align: "right" as const,
            of: (item: OverdueItem) => coloured(item.timeliness, String(late(item))),
          },
        ]),
    { head: "Due", of: (item) => item.due + (item.moves > 0 ? ` (was ${item.originalDue})` : "") },
    { head: "Owed", of: (item) => words(item.kind) },
    { head: "By", wide: true, of: (item) => owedBy(item, lang) },
    {
      head: "Recommendation",
      wide: true,
      of: ({ recommendation: { reference, title }, commitment }) =>
        `${pc.bold(reference)}${title || commitment ? ` ${commitment?.description ?? (title && textIn(title, lang))}` : ""}`,
    },
    { head: "Position", of: (item) => words(item.position) },
    { head: "Reported | assessed", of: (item) => `${words(item.reported)} | ${words(item.assessed)}` },
  ];
}

function owedBy({ addressee, responsible, kind }: OverdueItem, lang: string | undefined): string {
  const name = textIn(responsible.name, lang);
  if (kind === "verification" || addressee.id === responsible.id) return name;
  return `${name} (printed: ${textIn(addressee.name, lang)})`;
}

function overdueText(answer: OverdueAnswer, stale: Stale, options: Options): string {
  const { asOf, total, items } = answer;
  const what = options.dueSoon ? "due soon" : "overdue";
  const lines = [
    total === 0
      ? `Nothing is ${what} on ${asOf}.\n`
      : `${pc.bold(plural(total, `thing is ${what}`, `things are ${what}`))} on ${asOf}: ${totalsText(answer)}.\n`,
  ];
  for (const { group, items: some } of grouped(items, options.groupBy, options.lang)) {
    if (group !== undefined) lines.push(`\n${pc.bold(group)}: ${some.length}\n`);
    else if (some.length > 0) lines.push("\n");
    lines.push(options.explain ? explained(some, options) : some.length > 0 ? table(columnsOf(options), some) : "");
  }
  if (items.length < total)
    lines.push(`\n${plural(total - items.length, "more is", "more are")} not shown (--limit).\n`);
  if (total > 0 && !options.dueSoon) lines.push(ageingText(answer));
  if (stale.total > 0) lines.push(staleText(stale, options.lang));
  return lines.join("");
}

function totalsText({ totalsByKind }: OverdueAnswer): string {
  return OverdueKind.options
    .filter((kind) => totalsByKind[kind] > 0)
    .map((kind) => `${kind} ${totalsByKind[kind]}`)
    .join(", ");
}

function ageingText({ totalsByAge }: OverdueAnswer): string {
  const counts = ageingBuckets.map((bucket) => `${bucket === "over365" ? "over 365" : bucket}: ${totalsByAge[bucket]}`);
  return `\nBy age in days: ${counts.join(", ")}.\n`;
}

function explained(items: readonly OverdueItem[], options: Options): string {
  const columns = columnsOf(options);
  const rows = table(columns, items).split("\n");
  return rows
    .flatMap((line, index) => [
      line,
      ...(items[index - 1]?.reasons.map((reason) => pc.dim(`      · ${explain(reason)}`)) ?? []),
    ])
    .join("\n");
}

function staleText({ items, total }: Stale, lang: string | undefined): string {
  return `\n${pc.bold(`Stale: ${total}`)} without a deadline, on which nothing was said for long (in no total above)\n${table(
    [
      { head: "Stale since", of: ({ staleFrom }) => staleFrom },
      { head: "By", wide: true, of: ({ responsible }) => textIn(responsible.name, lang) },
      {
        head: "Recommendation",
        wide: true,
        of: ({ recommendation: { reference, title } }) =>
          `${pc.bold(reference)}${title ? ` ${textIn(title, lang)}` : ""}`,
      },
    ],
    items,
  )}`;
}

function grouped(
  items: readonly OverdueItem[],
  groupBy: Grouping | undefined,
  lang: string | undefined,
): { group: string | undefined; items: OverdueItem[] }[] {
  if (groupBy === undefined) return [{ group: undefined, items: [...items] }];
  const of: Record<Grouping, (item: OverdueItem) => string> = {
    kind: ({ kind }) => kind,
    responsible: ({ responsible }) => textIn(responsible.name, lang),
    addressee: ({ addressee }) => textIn(addressee.name, lang),
    report: ({ report }) => report.reference,
    ageing: ({ daysOverdue }) => ageingBucket(daysOverdue) ?? "not late",
  };
  const groups = new Map<string, OverdueItem[]>();
  for (const item of items) {
    const group = of[groupBy](item);
    const known = groups.get(group);
    if (known) known.push(item);
    else groups.set(group, [item]);
  }
  return [...groups].map(([group, some]) => ({ group, items: some })).sort((a, b) => b.items.length - a.items.length);
}
