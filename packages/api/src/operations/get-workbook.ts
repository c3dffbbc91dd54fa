import { readerLanguage } from "@heed/core/wording/reader-language";
import { z } from "zod";
import type { Operation } from "../contract/operation.ts";
import { idParameter, lang } from "../contract/parameters.ts";
import { noAccessToken } from "../contract/problem.ts";
import { downloadOf } from "../documents/document-download.ts";
import { organizationWorkbook } from "../workbooks/organization-workbook.ts";

export const getWorkbook: Operation = {
  id: "getWorkbook",
  method: "get",
  path: "/organizations/{id}/workbook",
  tag: "drafts",
  summary: "What an organization owes, as a workbook to be filled in",
  description:
    "An Excel workbook with drop-down lists, its earlier answers, and what is asked. For who answers for the organization, and an editor. It comes in again by `POST /imports` of the kind `workbook`, as drafts.",
  secured: true,
  params: idParameter,
  query: z.object({ lang }),
  output: z.string(),
  async download({ reads, reader, person, today, language }, { id: organization }: { id: string }) {
    if (person === undefined) throw noAccessToken();
    const asked = { reads, reader, person, organization, today, language: readerLanguage(language) };
    return downloadOf(await organizationWorkbook(asked));
  },
};
