import { textIn } from "@heed/core";
import type { Command } from "commander";
import { type Format, formatOption, languageOption, limitOption } from "../options.ts";
import { table } from "../present/table.ts";
import { words } from "../present/words.ts";
import { write, writeJson } from "../present/write.ts";
import { withTracker } from "../tracker.ts";

export function addOrganization(program: Command): void {
  program
    .command("organization")
    .description("The bodies that issue, receive or contribute")
    .command("list")
    .description("Organizations in order of their codes")
    .addOption(limitOption())
    .addOption(formatOption())
    .addOption(languageOption())
    .action(async (options: { limit?: number; format: Format; lang?: string }, command: Command) => {
      await withTracker(command, async ({ reads }) => {
        const { items, total = 0 } = await reads.organizations({
          withTotal: true,
          ...(options.limit === undefined ? {} : { limit: options.limit }),
        });
        if (options.format === "json") return writeJson({ total, items });
        await write(
          `${total} organizations\n\n${table(
            [
              { head: "Code", of: ({ code }) => code },
              { head: "Name", wide: true, of: ({ name }) => textIn(name, options.lang) },
              { head: "Level", of: ({ level }) => words(level) },
              { head: "Founded", of: ({ foundingDate }) => foundingDate ?? "" },
              { head: "Dissolved", of: ({ dissolutionDate }) => dissolutionDate ?? "" },
              { head: "Also", wide: true, of: ({ otherNames }) => otherNames.map(({ name }) => name).join("; ") },
            ],
            items,
          )}`,
        );
      });
    });
}
