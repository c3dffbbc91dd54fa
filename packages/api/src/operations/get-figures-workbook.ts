import { Year } from "@heed/core";
import { ShortText } from "@heed/core/text/bounded-text";
import { readerLanguage } from "@heed/core/wording/reader-language";
import { z } from "zod";
import { theOrganization } from "../contract/named.ts";
import type { Operation } from "../contract/operation.ts";
import { lang } from "../contract/parameters.ts";
import { downloadOf } from "../documents/document-download.ts";
import { figuresFile } from "../workbooks/figures.ts";

const query = z.object({
  issuingBody: ShortText.min(1).describe("The body that collects the numbers, by id, code or name."),
  deliveredBy: ShortText.min(1).describe("Who fills it in, as the series name it."),
  year: Year.describe("The year of the numbers."),
  lang,
});

export const getFiguresWorkbook: Operation = {
  id: "getFiguresWorkbook",
  method: "get",
  path: "/documents/figuresWorkbook",
  tag: "collected",
  summary: "The numbers of a year, as a workbook to be filled in by who delivers them",
  description:
    "An Excel workbook with a sheet for each series that `deliveredBy` fills in, and what the same body delivered for the year before. For who keeps the record of the body. It comes in again by `POST /broughtFigures`.",
  secured: true,
  query,
  output: z.string(),
  async download(context, { issuingBody, deliveredBy, year }: z.output<typeof query>) {
    const asked = { issuingBody: await theOrganization(context, "issuingBody", issuingBody), deliveredBy, year };
    return downloadOf(await figuresFile(context, asked, readerLanguage(context.language)));
  },
};
