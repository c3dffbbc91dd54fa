import { openAsBlob } from "node:fs";
import { basename } from "node:path";
import type { ActionRole } from "@heed/core/acting/action-rule";
import { ItemKindName } from "@heed/core/collected-item/item-kinds";
import { withoutAbsent } from "@heed/core/without-absent";
import { type Command, Option } from "commander";
import { actingAs } from "../acting/acting-as.ts";
import { sayIn } from "../messages/say.ts";
import { organizationsOf, theOrganization } from "../named/the-organization.ts";
import { languageOption, repeatable } from "../options/options.ts";
import { requireNoOther, serverOf, withTracker } from "../process/tracker.ts";
import { write, writeError } from "../process/write.ts";
import { requireFile } from "./item-workbook.ts";

type Options = {
  kind?: ItemKindName;
  mapping?: string;
  by?: string;
  acceptCorrections?: boolean;
  dryRun?: boolean;
  as?: string;
  role: ActionRole;
  for?: string[];
  lang?: string;
};
type Taken = {
  dryRun: boolean;
  added: number;
  corrected: number;
  unchanged: number;
  warnings?: readonly { row?: number; name?: string; detail: string }[] | undefined;
};

export function addItemImport(item: Command): void {
  item
    .command("import <file>")
    .description(
      "Take in a table (CSV or .xlsx) of what was collected, all or nothing; what is wrong is told by row and column",
    )
    .addOption(new Option("--kind <kind>", "what the rows are").choices(ItemKindName.options))
    .option("--mapping <file>", "how the table tells it (default: columns named as those that heed item list writes)")
    .option("--by <name>", "the body that collects what is in a row without one")
    .option("--accept-corrections", "a row that says otherwise than the record is a correction")
    .option("--dry-run", "tell what would be taken in, and take nothing")
    .option("--as <name>", "who acts (default: the system's user)")
    .addOption(new Option("--role <role>", "in which role").choices(["editor"]).default("editor"))
    .addOption(repeatable("--for <organization>", "the bodies for which an editor edits (default: all)"))
    .addOption(languageOption())
    .action(async (file: string, options: Options, command: Command) => {
      await requireFile(file);
      const done = await (serverOf(command) === undefined ? importHere : importThere)(file, options, command);
      for (const { row, name, detail } of done.warnings ?? [])
        await writeError(`heed: ${[file, row && `row ${row}`, name].filter(Boolean).join(", ")}: ${detail}\n`);
      await write(`${sayIn(options.lang).item.taken(done)}\n`);
    });
}

async function importHere(file: string, options: Options, command: Command): Promise<Taken> {
  const { kind, by, acceptCorrections, dryRun } = options;
  const { readItemMapping, readItemTable } = await import("@heed/files");
  const { takeItems } = await import("@heed/store");
  const mapping = options.mapping === undefined ? undefined : await readItemMapping(options.mapping);
  const table = await readItemTable(file, basename(file), mapping);
  return withTracker(
    command,
    async (tracker) => {
      const issuingBody = by === undefined ? undefined : await theOrganization(tracker, "--by", by);
      const organizations = (await organizationsOf(tracker, "--for", options.for)) ?? [];
      const acting = { ...actingAs(options, organizations), settings: tracker.settings };
      const asked = { kind, mapping, issuingBody, acceptCorrections, dryRun };
      return takeItems(tracker.database, table, asked, acting);
    },
    "write",
  );
}

async function importThere(file: string, options: Options, command: Command): Promise<Taken> {
  requireNoOther(command);
  const { kind, by, acceptCorrections, dryRun } = options;
  const { readYamlAsItIs } = await import("@heed/files");
  const { serviceAt } = await import("../remote/service.ts");
  const service = serviceAt(serverOf(command) ?? "", process.env.HEED_TOKEN);
  const mapping = options.mapping === undefined ? undefined : JSON.stringify(await readYamlAsItIs(options.mapping));
  const yes = (asked: boolean | undefined) => (asked ? "true" : undefined);
  return service.send("post", "/broughtCollectedItems", {
    query: withoutAbsent({
      ...{ name: basename(file), kind, issuingBody: by, mapping },
      ...{ acceptCorrections: yes(acceptCorrections), dryRun: yes(dryRun) },
    }) as Record<string, string>,
    file: await openAsBlob(file),
  });
}
