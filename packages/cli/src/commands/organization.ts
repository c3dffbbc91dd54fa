import {
  type Day,
  type Id,
  type LocalizedText,
  type Organization,
  type OrganizationChange,
  OrganizationChangeType,
  OrganizationLevel,
  textIn,
} from "@heed/core";
import { type Command, Option } from "commander";
import pc from "picocolors";
import { textOption } from "../options/act-options.ts";
import { day, type Format, formatOption, languageOption, limitOption, repeatable } from "../options/options.ts";
import { warnIfEmpty } from "../present/filter-text.ts";
import { codesOf, organizationsById } from "../present/organizations-by-id.ts";
import { table } from "../present/table.ts";
import { plural, words } from "../present/words.ts";
import { type Tracker, theOrganization, withTracker } from "../process/tracker.ts";
import { write, writeJson } from "../process/write.ts";
import { onRegister, type RegisterOptions } from "./act-on-register.ts";

export function addOrganization(program: Command): void {
  const organization = program.command("organization").description("The bodies that issue, receive or contribute");
  organization
    .command("list")
    .description("Organizations in order of their codes")
    .addOption(limitOption())
    .addOption(formatOption())
    .addOption(languageOption())
    .action(async (options: { limit?: number; format: Format; lang?: string }, command: Command) => {
      await withTracker(command, async (tracker) => {
        const { items, total = 0 } = await tracker.reads.organizations(
          {},
          {
            withTotal: true,
            ...(options.limit === undefined ? {} : { limit: options.limit }),
          },
        );
        if (options.format === "json") await writeJson({ total, items });
        else {
          const coordinators = await coordinatorsOf(tracker, items);
          await write(`${plural(total, "organization")}\n\n${listText(items, coordinators, options.lang)}`);
        }
        await warnIfEmpty(tracker, total, options.format);
      });
    });
  organization
    .command("show <name>")
    .description("One organization, with its predecessors and successors")
    .addOption(formatOption())
    .addOption(languageOption())
    .action(async (name: string, options: { format: Format; lang?: string }, command: Command) => {
      await withTracker(command, async (tracker) => {
        const id = await theOrganization(tracker, "organization", name);
        const found = await tracker.reads.organization(id);
        const changes = await tracker.reads.organizationChanges(id);
        if (options.format === "json") return writeJson({ ...found, total: changes.length, items: changes });
        if (found === undefined) return;
        const coordinators = await coordinatorsOf(tracker, [found]);
        const named = changes.flatMap(({ originals, results }) => [
          ...originals,
          ...results.map(({ organization }) => organization),
        ]);
        await write(showText(found, coordinators, changes, await codesOf(tracker.reads, named), options.lang));
      });
    });
  addAdd(organization);
  addChange(organization);
}

type AddOptions = RegisterOptions & {
  code: string;
  name: Record<string, string>;
  also?: string[];
  level?: OrganizationLevel;
  coordinator?: string;
  founded?: Day;
};

function addAdd(organization: Command): void {
  onRegister<AddOptions>(
    organization,
    "addOrganization",
    (command) =>
      command
        .requiredOption("--code <code>", "a short permanent code for links and commands, such as just")
        .addOption(textOption("--name <text>", "its name").makeOptionMandatory())
        .addOption(repeatable("--also <name>", "a former name, or a spelling under which sources name it"))
        .addOption(new Option("--level <level>", "its level").choices(OrganizationLevel.options))
        .option("--coordinator <name>", "who answers for it where it is a collective one, such as a government (R40)")
        .addOption(new Option("--founded <day>", "when it was founded").argParser(day)),
    async (tracker, { code, name, also, level, coordinator, founded }) => ({
      input: {
        ...{ code, name, level },
        otherNames: also?.map((each) => ({ name: each })),
        coordinator: coordinator && (await theOrganization(tracker, "--coordinator", coordinator)),
        foundingDate: founded,
      },
    }),
  );
}

type ChangeOptions = RegisterOptions & {
  type: OrganizationChangeType;
  on?: Day;
  original?: string[];
  result?: string[];
  legalBasis?: string;
  replaces?: string;
};

function addChange(organization: Command): void {
  onRegister<ChangeOptions>(
    organization,
    "changeOrganizations",
    (command) =>
      command
        .addOption(
          new Option("--type <type>", "what happened").choices(OrganizationChangeType.options).makeOptionMandatory(),
        )
        .addOption(new Option("--on <day>", "the day of it; without it, it is only planned").argParser(day))
        .addOption(repeatable("--original <name>", "the organization before the change"))
        .addOption(
          repeatable(
            "--result <name[:theme,theme]>",
            "the organization after the change, with the themes that go to it",
          ),
        )
        .option("--legal-basis <text>", "the act or agreement")
        .option("--replaces <id>", "the change that this one replaces, such as a planned one"),
    async (tracker, { type, on, original = [], result = [], legalBasis, replaces }) => ({
      input: {
        type,
        on,
        originals: await Promise.all(original.map((name) => theOrganization(tracker, "--original", name))),
        results: await Promise.all(result.map((given) => resultOf(tracker, given))),
        legalBasis,
        replaces,
      },
    }),
    async ({ id, body }, tracker) => `Recorded ${id}.${await waitingText(tracker, body as OrganizationChange)}\n`,
  );
}

async function resultOf(tracker: Tracker, given: string): Promise<OrganizationChange["results"][number]> {
  const [name = "", themes = ""] = given.split(/:(?=[^:]*$)/);
  const list = themes.split(",").map((theme) => theme.trim());
  return {
    organization: await theOrganization(tracker, "--result", name),
    themes: list.filter((theme) => theme !== ""),
  };
}

async function waitingText({ reads, reader, today }: Tracker, { on, originals }: OrganizationChange): Promise<string> {
  const asOf = on === undefined || on < today ? today : on;
  const { total } = await reads.recommendations(
    reader,
    { asOf, undecided: true, responsible: originals },
    { limit: 0, withTotal: true },
  );
  if (!total) return "";
  return ` ${plural(total, "recommendation waits", "recommendations wait")} for a decision: heed recommendation list --undecided`;
}

/** The coordinators that organizations name (R40), by id. */
function coordinatorsOf({ reads }: Tracker, items: readonly Organization[]) {
  return organizationsById(
    reads,
    items.flatMap(({ coordinator }) => coordinator ?? []),
  );
}

function listText(
  items: readonly Organization[],
  coordinators: ReadonlyMap<Id, Organization>,
  lang: string | undefined,
): string {
  return table(
    [
      { head: "Code", of: ({ code }) => code },
      { head: "Name", wide: true, of: ({ name }) => textIn(name, lang) },
      { head: "Level", of: ({ level }) => words(level) },
      ...(coordinators.size > 0
        ? [
            {
              head: "Coordinator",
              of: ({ coordinator = "" }: Organization) => coordinators.get(coordinator)?.code ?? "",
            },
          ]
        : []),
      { head: "Founded", of: ({ foundingDate }) => foundingDate ?? "" },
      { head: "Dissolved", of: ({ dissolutionDate }) => dissolutionDate ?? "" },
      { head: "Also", wide: true, below: true, of: ({ otherNames }) => otherNames.map(({ name }) => name).join("; ") },
    ],
    items,
  );
}

function showText(
  { code, name, otherNames, level, coordinator = "", foundingDate, dissolutionDate }: Organization,
  coordinators: ReadonlyMap<Id, Organization>,
  changes: readonly OrganizationChange[],
  codeOf: (id: Id) => string,
  lang: string | undefined,
): string {
  const answers = coordinators.get(coordinator);
  const lines = [
    `${pc.bold(code)}  ${textIn(name, lang)}`,
    namesText(name),
    ...otherNames.map(
      ({ name: other, from, until }) =>
        `also: ${other}${from ? `, from ${from}` : ""}${until ? `, until ${until}` : ""}`,
    ),
    `${words(level)}${foundingDate ? `, founded ${foundingDate}` : ""}${dissolutionDate ? `, dissolved ${dissolutionDate}` : ""}`,
    ...(answers ? [`coordinated by ${textIn(answers.name, lang)} (${answers.code}), which answers for it`] : []),
  ];
  for (const { id, type, on, originals, results, legalBasis } of changes)
    lines.push(
      "",
      `${on ?? "planned"}  ${words(type)}: ${originals.map(codeOf).join(", ")}${results.length > 0 ? ` into ${results.map(({ organization, themes }) => codeOf(organization) + (themes.length > 0 ? ` (${themes.join(", ")})` : "")).join(", ")}` : ""} [${id}]`,
      ...(legalBasis ? [`    ${legalBasis}`] : []),
    );
  return `${lines.join("\n")}\n`;
}

function namesText(name: LocalizedText): string {
  return Object.entries(name)
    .map(([language, text]) => `${language}: ${text}`)
    .join("; ");
}
