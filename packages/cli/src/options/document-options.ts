import { languages } from "@heed/core/wording/reader-language";
import type { DocumentFormat } from "@heed/documents";
import { type Command, Option } from "commander";

const formats: readonly DocumentFormat[] = ["html", "md", "pdf", "docx", "json"];

/** How a document is written: its language, its format, and where it goes. */
export function withDocumentOptions(command: Command): Command {
  return command
    .addOption(new Option("--lang <code>", "the language").choices(languages).default("en"))
    .addOption(new Option("--format <format>", "the format").choices(formats).default("md"))
    .option("--template <file>", "a Word file with {{content}}, which takes the document")
    .option("--to <file>", "the file (default: standard output)");
}
