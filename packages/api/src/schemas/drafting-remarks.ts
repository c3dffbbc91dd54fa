import { Day, LocalizedText } from "@heed/core";
import { RemarkedRecommendation as CoreRemarkedRecommendation } from "@heed/core/drafting/proposed/remarked";
import { remarkText } from "@heed/core/drafting/remark-words";
import {
  DraftingRemark as CoreDraftingRemark,
  type DraftingRemark as Remark,
} from "@heed/core/read-models/drafting-remark";
import { SimilarRecommendation as CoreSimilarRecommendation } from "@heed/core/read-models/similar-recommendation";
import { z } from "zod";
import { Href, listOf, OrganizationRef, ReportRef } from "../contract/common.ts";
import { linked } from "../contract/linked.ts";
import { organizationRef, recommendationRef, reportRef } from "./present.ts";

const SimilarRecommendation = linked(CoreSimilarRecommendation, { href: Href, report: ReportRef });

const DraftingRemark = linked(CoreDraftingRemark, {
  organizations: z.array(OrganizationRef).readonly().optional(),
  similar: z.array(SimilarRecommendation).readonly().optional(),
  text: LocalizedText.describe("The same as a sentence."),
});

export const DraftingRemarkList = listOf("DraftingRemarkList", DraftingRemark, { asOf: Day });

export const RemarkedRecommendation = linked(CoreRemarkedRecommendation, {
  remarks: z.array(DraftingRemark).readonly(),
});

export function draftingRemark(remark: Remark) {
  const { organizations, similar, ...others } = remark;
  return {
    ...others,
    text: remarkText(remark),
    ...(organizations && { organizations: organizations.map(organizationRef) }),
    ...(similar && {
      similar: similar.map(({ report, similarity, ...each }) => ({
        ...recommendationRef(each),
        report: reportRef(report),
        similarity,
      })),
    }),
  };
}
