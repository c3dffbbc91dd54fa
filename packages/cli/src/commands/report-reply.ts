import type { Day } from "@heed/core";
import type { DocumentLanguage } from "@heed/core/document/document";
import { replyDocument } from "@heed/core/reply-document/reply-document";
import type { Command } from "commander";
import { reportsOf } from "../named/filter.ts";
import { theOrganization } from "../named/the-organization.ts";
import { withDocumentOptions } from "../options/document-options.ts";
import { asOfOption, repeatable } from "../options/options.ts";
import { withTracker } from "../process/tracker.ts";
import { type Written, writtenDocument } from "./written-document.ts";

type Options = Written & { organization: string; report?: string[]; asOf?: Day; lang: DocumentLanguage };

export function addReportReply(report: Command): void {
  withDocumentOptions(
    report
      .command("reply")
      .description("What an organization answered and did, under each recommendation for which it answers")
      .requiredOption("--organization <name>", "the organization, by id, code or name")
      .addOption(repeatable("--report <reference>", "the report, also with what is closed (default: all that is open)"))
      .addOption(asOfOption()),
  ).action(({ organization, report: named, asOf, lang, ...written }: Options, command: Command) =>
    withTracker(command, async (tracker) => {
      const { reads, reader, today } = tracker;
      const asked = {
        organization: await theOrganization(tracker, "--organization", organization),
        reports: await reportsOf(tracker, named),
        asOf: asOf ?? today,
      };
      await writtenDocument(await replyDocument(reads, reader, asked, lang), written);
    }),
  );
}
