import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { type Day, DomainError } from "@heed/core";
import type { DocumentLanguage } from "@heed/core/document/document";
import { chapterAsked } from "@heed/core/follow-up-chapter/chapter-asked";
import { chapterNamed } from "@heed/core/follow-up-chapter/chapter-named";
import { chapterDocument } from "@heed/core/follow-up-chapter/chapter-section";
import { readChapter } from "@heed/core/follow-up-chapter/read-chapter";
import { summaryDocument } from "@heed/core/follow-up-chapter/summary/summary-document";
import { languages } from "@heed/core/wording/reader-language";
import type { DocumentFormat } from "@heed/documents";
import { type Command, Option } from "commander";
import { organizationsOf } from "../named/the-organization.ts";
import { asOfOption } from "../options/options.ts";
import { writeCompleteFile } from "../process/complete-file.ts";
import { withTracker } from "../process/tracker.ts";
import { writeError, writeExact } from "../process/write.ts";

type Options = {
  by?: string;
  asOf?: Day;
  lang: DocumentLanguage;
  format: DocumentFormat;
  to?: string;
  template?: string;
  onePage?: true;
};

const formats: readonly DocumentFormat[] = ["html", "md", "pdf", "docx"];

export function addReportWrite(report: Command): void {
  report
    .command("write <report>")
    .description(
      "The follow-up chapter of a body's report, written from the record: by the report's reference, or its year",
    )
    .option("--by <name>", "the issuing body, by id, code or name, where several have a report on that year")
    .addOption(asOfOption())
    .addOption(new Option("--lang <code>", "the language").choices(languages).default("en"))
    .addOption(new Option("--format <format>", "the format").choices(formats).default("md"))
    .option("--one-page", "the same on one page, in plain language")
    .option("--template <file>", "a Word file with {{content}}, which takes the document")
    .option("--to <file>", "the file (default: standard output)")
    .action((named: string, options: Options, command: Command) =>
      withTracker(command, async (tracker) => {
        const { by, asOf, lang, format, to, template, onePage } = options;
        const { reads, reader, today } = tracker;
        const bodies = await organizationsOf(tracker, "--by", by === undefined ? undefined : [by]);
        const { issuingBody, year } = await chapterNamed(reads, reader, named, bodies);
        const asked = await chapterAsked(reads, issuingBody, year, { today, asOf });
        const documentOf = onePage ? summaryDocument : chapterDocument;
        const document = documentOf(await readChapter(reads, reader, asked, lang), lang);
        const { writeDocument } = await import("@heed/documents");
        const bytes = await writeDocument(
          document,
          format,
          template === undefined ? template : await bytesOf(template),
        );
        if (to === undefined) return writeExact(bytes);
        await writeCompleteFile(to, once(bytes));
        writeError(`${to}: SHA-256 ${createHash("sha256").update(bytes).digest("hex")}\n`);
      }),
    );
}

function bytesOf(path: string): Promise<Uint8Array> {
  return readFile(path).catch((error: Error) => {
    throw new DomainError("unreadableFile", `${path} cannot be read: ${error.message}`);
  });
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
