import { type Id, type LocalizedText, type Organization, type OrganizationChange, textIn } from "@heed/core";
import { organizationColumns } from "@heed/core/tables/register-columns";
import type { Command } from "commander";
import pc from "picocolors";
import { sayIn } from "../messages/say.ts";
import { theOrganization } from "../named/the-organization.ts";
import { requireLanguageFits } from "../options/fits-format.ts";
import { type Format, formatOption, languageOption, limitOption, listFormatOption } from "../options/options.ts";
import { warnIfEmpty } from "../present/filter-text.ts";
import { organizationChangeText, thoseInChange } from "../present/organization-change-text.ts";
import { codesOf, nameAndCode } from "../present/organization-names.ts";
import { table } from "../present/table.ts";
import { shortId } from "../process/short-id.ts";
import { type Tracker, withTracker } from "../process/tracker.ts";
import { write, writeJson } from "../process/write.ts";
import { isTable, writeTable } from "../process/write-table.ts";

export function addOrganization(program: Command): void {
  const organization = program.command("organization").description("The bodies that issue, receive or contribute");
  organization
    .command("list")
    .description("Organizations in order of their codes")
    .addOption(limitOption())
    .addOption(listFormatOption())
    .addOption(languageOption())
    .action(async (options: { limit?: number; format: Format; lang?: string }, command: Command) => {
      requireLanguageFits(options);
      await withTracker(command, async (tracker) => {
        const { items, total = 0 } = await tracker.reads.organizations(
          {},
          {
            withTotal: true,
            ...(options.limit === undefined ? {} : { limit: options.limit }),
          },
        );
        if (isTable(options.format)) await writeTable(options.format, organizationColumns, [items], options.lang);
        else if (options.format === "json") await writeJson({ total, items });
        else {
          const coordinators = await coordinatorsOf(tracker, items);
          await write(
            `${sayIn(options.lang).organization.count(total)}\n\n${listText(items, coordinators, options.lang)}`,
          );
        }
        await warnIfEmpty(tracker, total, options);
      });
    });
  organization
    .command("show <name>")
    .description("One organization, with its predecessors and successors")
    .addOption(formatOption())
    .addOption(languageOption())
    .action(async (name: string, options: { format: Format; lang?: string }, command: Command) => {
      requireLanguageFits(options);
      await withTracker(command, async (tracker) => {
        const id = await theOrganization(tracker, "organization", name);
        const found = await tracker.reads.organization(id);
        const changes = await tracker.reads.organizationChanges(id);
        if (options.format === "json") return writeJson({ ...found, total: changes.length, items: changes });
        if (found === undefined) return;
        const coordinators = await coordinatorsOf(tracker, [found]);
        const codeOf = await codesOf(tracker.reads, changes.flatMap(thoseInChange));
        await write(showText(found, coordinators, changes, codeOf, options.lang));
      });
    });
}

/** The coordinators that organizations name (R40), by id. */
function coordinatorsOf({ reads }: Tracker, items: readonly Organization[]) {
  return reads.organizationsById(items.flatMap(({ coordinator }) => coordinator ?? []));
}

function listText(
  items: readonly Organization[],
  coordinators: ReadonlyMap<Id, Organization>,
  lang: string | undefined,
): string {
  const { heads, label } = sayIn(lang);
  return table(
    [
      { head: heads.code, of: ({ code }) => code },
      { head: heads.name, wide: true, of: ({ name }) => textIn(name, lang) },
      { head: heads.level, of: ({ level }) => label("organizationLevel", level) },
      ...(coordinators.size > 0
        ? [
            {
              head: heads.coordinator,
              of: ({ coordinator = "" }: Organization) => coordinators.get(coordinator)?.code ?? "",
            },
          ]
        : []),
      { head: heads.founded, of: ({ foundingDate }) => foundingDate ?? "" },
      { head: heads.dissolved, of: ({ dissolutionDate }) => dissolutionDate ?? "" },
      {
        head: heads.also,
        wide: true,
        below: true,
        of: ({ otherNames }) => otherNames.map(({ name }) => name).join("; "),
      },
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
  const say = sayIn(lang);
  const { also, from: since, until: to, founded, dissolved, coordinatedBy } = say.organization;
  const lines = [
    `${pc.bold(code)}  ${textIn(name, lang)}`,
    namesText(name),
    ...otherNames.map(
      ({ name: other, from, until }) => `${also(other)}${from ? since(from) : ""}${until ? to(until) : ""}`,
    ),
    `${say.label("organizationLevel", level)}${foundingDate ? founded(foundingDate) : ""}${dissolutionDate ? dissolved(dissolutionDate) : ""}`,
    ...(answers ? [coordinatedBy(nameAndCode(answers, lang))] : []),
  ];
  for (const change of changes)
    lines.push(
      "",
      `${organizationChangeText(change, codeOf, say)} [${shortId(change.id)}]`,
      ...(change.legalBasis ? [`    ${change.legalBasis}`] : []),
    );
  return `${lines.join("\n")}\n`;
}

function namesText(name: LocalizedText): string {
  return Object.entries(name)
    .map(([language, text]) => `${language}: ${text}`)
    .join("; ");
}
