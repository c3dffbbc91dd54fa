import { Day } from "@heed/core";
import { Brief as CoreBrief, BriefFollowUp as CoreBriefFollowUp } from "@heed/core/briefing/brief";
import { BriefQuestion, questionOf } from "@heed/core/briefing/brief-question";
import { mostBriefs, readBriefing } from "@heed/core/briefing/read-briefing";
import { briefText } from "@heed/core/briefing/wording/brief-text";
import { ShortText } from "@heed/core/text/bounded-text";
import { withoutAbsent } from "@heed/core/without-absent";
import { readerLanguage } from "@heed/core/wording/reader-language";
import { z } from "zod";
import { FollowUpRef, listOf, OrganizationRef, RecommendationRef, ReportRef } from "../contract/common.ts";
import { linked } from "../contract/linked.ts";
import { filterNamed } from "../contract/named.ts";
import { operation } from "../contract/operation.ts";
import { pageBody, pagingOf } from "../contract/page.ts";
import { asOf, organizationNames, paging, reportNames, several, themes } from "../contract/parameters.ts";
import { followUpRef, organizationRef, recommendationRef, reportRef } from "../schemas/present.ts";

const BriefFollowUp = linked(CoreBriefFollowUp, {
  followUp: FollowUpRef,
  addressee: OrganizationRef,
  responsible: OrganizationRef,
});

const Brief = linked(CoreBrief, {
  recommendation: RecommendationRef,
  report: ReportRef,
  issuingBody: OrganizationRef,
  followUps: z.array(BriefFollowUp).readonly(),
  sentences: z
    .array(z.string())
    .readonly()
    .describe("Who asked what of whom, what they say, and what was found and is overdue; in the requested language."),
  question: z.strictObject({ code: BriefQuestion, text: z.string() }).describe("It follows from the record."),
});

/** Which recommendations are told in short, and of which day. */
export const briefingQuery = {
  asOf,
  q: ShortText.optional().describe("Whole words of the reference, the title or the text."),
  reference: several(ShortText.min(1), "The reference"),
  responsible: organizationNames("Who answers for a follow-up on that day"),
  report: reportNames,
  theme: themes,
};

export const getBriefing = operation({
  id: "getBriefing",
  path: "/briefing",
  tag: "recommendations",
  summary: "A chosen set of recommendations in short, with a question about each",
  description: `For each: three sentences, the levels of each year by both sides, what is owed, and a question that follows from the record. At most ${mostBriefs} on a page.`,
  query: z.object({
    ...briefingQuery,
    ...paging,
    pageSize: z.int().min(1).max(mostBriefs).default(mostBriefs).describe("How many items a page has."),
  }),
  output: listOf("Briefing", Brief, { asOf: Day }),
  async handle(context, input) {
    const { q, reference, responsible, report, theme } = input;
    const day = input.asOf ?? context.today;
    const named = await filterNamed(context, { q, reference, responsible, report, theme });
    const page = await readBriefing(context.reads, context.reader, { asOf: day, ...named }, pagingOf(input));
    const language = readerLanguage(context.language);
    return {
      body: {
        ...pageBody("/briefing", { ...input, asOf: day }, page, (brief) => {
          const { sentences, question } = briefText(brief, language);
          return {
            ...withoutAbsent(brief),
            recommendation: recommendationRef(brief.recommendation),
            report: reportRef(brief.report),
            issuingBody: organizationRef(brief.issuingBody),
            followUps: brief.followUps.map((each) => ({
              ...each,
              followUp: followUpRef(each.followUp),
              addressee: organizationRef(each.addressee),
              responsible: organizationRef(each.responsible),
            })),
            sentences,
            question: { code: questionOf(brief).code, text: question },
          };
        }),
        asOf: day,
      },
    };
  },
});
