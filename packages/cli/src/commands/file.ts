import { DomainError, readerAs } from "@heed/core";
import type { ReaderRole } from "@heed/core/access/right";
import { cleanFiles, filePlaceOf } from "@heed/store";
import { type Command, Option } from "commander";
import { organizationsOf } from "../named/the-organization.ts";
import { type Format, formatOption, repeatable } from "../options/options.ts";
import { plural } from "../present/words.ts";
import { filesAtOf, withTracker } from "../process/tracker.ts";
import { write, writeJson } from "../process/write.ts";
import { writePieces } from "../process/write-pieces.ts";
import { filesOf } from "../process/writing.ts";

type GetOptions = { to?: string; role: ReaderRole; for?: string[] };

export function addFile(program: Command): void {
  const file = program.command("file").description("The files of evidence");
  file
    .command("get <digest>")
    .description("Write the bytes of a file, by its digest or the beginning of it as follow-up show tells it")
    .option("--to <file>", "the file (default: standard output)")
    .addOption(
      new Option("--role <role>", "the role of the reader: only some see confidential evidence")
        .choices(["public", "respondent", "editor", "assessor"])
        .default("public"),
    )
    .addOption(repeatable("--for <organization>", "the organization of a respondent"))
    .action(async (named: string, options: GetOptions, command: Command) => {
      await withTracker(command, async (tracker) => {
        const { reads, today } = tracker;
        const files = await filesOf(tracker);
        const organizations = (await organizationsOf(tracker, "--for", options.for)) ?? [];
        const reader = { ...readerAs(options.role, organizations), today };
        const beginning = named.toLowerCase().replace(/^sha256:/, "");
        const seen = [];
        for (const digest of await files.digestsBeginning(beginning))
          seen.push(...[await reads.file(reader, digest, today)].filter((each) => each !== undefined));
        const [only, other] = seen;
        if (only === undefined || other !== undefined) throw notOne(named, seen);
        const bytes = await files.open(only.digest);
        if (bytes === undefined)
          throw new DomainError("notFound", `the file ${only.name} is named, and its bytes are not kept here`);
        await writePieces(options.to, bytes, { forOwner: options.role !== "public" });
      });
    });
  file
    .command("clean")
    .description("Remove files that neither an entry nor a draft names, a day after they were brought")
    .addOption(formatOption())
    .action(async ({ format }: { format: Format }, command: Command) => {
      await withTracker(
        command,
        async ({ database }) => {
          const place = filePlaceOf(database, await filesAtOf(command));
          const cleaned = await cleanFiles(database, place, new Date().toISOString());
          if (format === "json") return writeJson(cleaned);
          const { files, uploads, leftovers } = cleaned;
          await write(
            `Removed ${plural(files, "file")} of ${plural(uploads, "upload")}, and ${plural(leftovers, "part")} of files that did not arrive.\n`,
          );
        },
        "write",
      );
    });
}

function notOne(named: string, seen: readonly { digest: string; name: string }[]): DomainError {
  if (seen.length === 0)
    return new DomainError("notFound", `no evidence that you may see names a file whose digest begins with ${named}`);
  const all = seen.map(({ digest, name }) => `${digest} (${name})`).join(", ");
  return new DomainError("ambiguousReference", `several files begin with ${named}: ${all}`);
}
