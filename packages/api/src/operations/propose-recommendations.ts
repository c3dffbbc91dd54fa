import { DomainError, type Instant, type Person, type Report } from "@heed/core";
import { remarkedIn } from "@heed/core/drafting/proposed/remarked";
import { Language } from "@heed/core/localized-text";
import type { TrackerReads } from "@heed/core/read-models/tracker-store";
import { requireDraft } from "@heed/core/register/require-draft";
import { z } from "zod";
import type { SentFile } from "../contract/files.ts";
import { operation } from "../contract/operation.ts";
import { idParameter } from "../contract/parameters.ts";
import { noAccessToken, notFound } from "../contract/problem.ts";
import { draftingRemark, RemarkedRecommendation } from "../schemas/drafting-remarks.ts";

export const proposeRecommendations = operation({
  id: "proposeRecommendations",
  method: "post",
  path: "/reports/{id}/proposedRecommendations",
  tag: "register",
  summary: "The recommendations of a text or a file, to be looked through before they are added to a draft",
  description:
    "The body is the file itself: a Word file (.docx), a workbook (.xlsx), a CSV or a text (.txt), by the ending of its name, of at most 10 MB and 500 recommendations. Its name is given by `name` or by Content-Disposition. Each is told with its place in the file and with what to look at in it. Nothing is kept and nothing is added.",
  params: idParameter,
  query: z.object({
    name: z.string().max(2_000).optional().describe("The name of the file, without a folder."),
    language: Language.optional().describe(
      "The language of a text that does not name its own; the first authentic one of the report when absent.",
    ),
  }),
  takesFile: true,
  creates: true,
  secured: true,
  output: z
    .strictObject({
      items: z.array(RemarkedRecommendation).readonly(),
      others: z.int().describe("The paragraphs, or the rows of the tables that were read, of which none was made."),
    })
    .meta({ id: "ProposedRecommendations", description: "What was found in a text or a file, in its order." }),
  async handle({ reads, reader, person, at, today, files }, { id, language }, sent) {
    if (person === undefined) throw noAccessToken();
    const detail = await reads.report(reader, id);
    if (detail === undefined) throw notFound("report", id);
    const { report } = detail;
    await requireMayAdd(reads, person, report, at);
    const found = await files.propose(sent as SentFile, language ?? report.authenticLanguages[0] ?? "en");
    const items = await remarkedIn(reads, reader, found, { report, on: today });
    return {
      body: {
        items: items.map(({ remarks, ...item }) => ({ ...item, remarks: remarks.map(draftingRemark) })),
        others: found.others,
      },
    };
  },
});

/** Errors: missingPermission for who does not edit for its body; invalidStateTransition of one that is published. */
async function requireMayAdd(reads: TrackerReads, person: Person, report: Report, at: Instant): Promise<void> {
  const allowed = await reads.allowedActs(person, { on: "report", id: report.id }, at);
  if (allowed.includes("addRecommendation")) return;
  if (allowed.includes("changeReport")) requireDraft(report, "nothing is added to it any more");
  throw new DomainError("missingPermission", "only an editor has a file read, for a draft report of its own body");
}
