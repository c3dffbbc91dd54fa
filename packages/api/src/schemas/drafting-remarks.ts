import { Day, LocalizedText } from "@heed/core";
import { DraftingRemark as CoreDraftingRemark } from "@heed/core/read-models/drafting-remark";
import { SimilarRecommendation as CoreSimilarRecommendation } from "@heed/core/read-models/similar-recommendation";
import { z } from "zod";
import { Href, listOf, OrganizationRef, ReportRef } from "../contract/common.ts";
import { linked } from "../contract/linked.ts";

const SimilarRecommendation = linked(CoreSimilarRecommendation, { href: Href, report: ReportRef });

const DraftingRemark = linked(CoreDraftingRemark, {
  organizations: z.array(OrganizationRef).readonly().optional(),
  similar: z.array(SimilarRecommendation).readonly().optional(),
  text: LocalizedText.describe("The same as a sentence."),
});

export const DraftingRemarkList = listOf("DraftingRemarkList", DraftingRemark, { asOf: Day });
