import { replyDocument } from "@heed/core/reply-document/reply-document";
import { ShortText } from "@heed/core/text/bounded-text";
import { readerLanguage } from "@heed/core/wording/reader-language";
import { z } from "zod";
import { filterNamed, theOrganization } from "../contract/named.ts";
import type { Operation } from "../contract/operation.ts";
import { asOf, documentFormat, lang, reportNames } from "../contract/parameters.ts";
import { documentDownload } from "../documents/document-download.ts";

const query = z.object({
  organization: ShortText.min(1).describe("Who replies, by id, code or name."),
  report: reportNames.describe("Only those of these reports, also what is closed; all that is open when absent."),
  ...{ asOf, format: documentFormat, lang },
});

export const getReply: Operation = {
  id: "getReply",
  method: "get",
  path: "/documents/reply",
  tag: "reports",
  summary: "What an organization answered and did, under each recommendation for which it answers",
  description:
    "Its position, promises and updates, with the evidence that they name. The entity tag is the SHA-256 of the bytes. Two documents are written at one time; others wait, and get a 503 after ten seconds.",
  query,
  output: z.string(),
  async download(context, { organization, report, asOf: day, format }: z.output<typeof query>) {
    const { reads, reader, today, language } = context;
    const written = readerLanguage(language);
    const { report: reports } = await filterNamed(context, { report });
    const asked = {
      organization: await theOrganization(context, "organization", organization),
      reports,
      asOf: day ?? today,
    };
    return documentDownload(`reply-${written}`, format, context, () => replyDocument(reads, reader, asked, written));
  },
};
