import { FollowUp as CoreFollowUp, Day } from "@heed/core";
import { FollowUpDetail as CoreFollowUpDetail } from "@heed/core/read-models/follow-up-detail";
import { FollowUpSummary as CoreFollowUpSummary } from "@heed/core/read-models/follow-up-summary";
import { OpenSuccession as CoreOpenSuccession } from "@heed/core/read-models/open-succession";
import { z } from "zod";
import { allowedActs } from "../contract/allowed-acts.ts";
import { Href, listOf, OrganizationRef, RecommendationRef, ReportRef } from "../contract/common.ts";
import { linked } from "../contract/linked.ts";
import { ShownEntry } from "./shown-entry.ts";
import { Standing } from "./standing.ts";

const OpenSuccession = linked(CoreOpenSuccession, {
  organization: OrganizationRef,
  candidates: z.array(OrganizationRef).readonly(),
});

const organizations = {
  addressee: OrganizationRef,
  responsible: OrganizationRef,
  openSuccessions: z.array(OpenSuccession).readonly().optional(),
  coordinator: OrganizationRef.optional(),
};

export const FollowUpSummary = linked(CoreFollowUpSummary, { href: Href, ...organizations });
export const FollowUpList = listOf("FollowUpList", FollowUpSummary, { asOf: Day });

export const FollowUpDetail = linked(CoreFollowUpDetail, {
  ...CoreFollowUp.shape,
  href: Href,
  recommendation: RecommendationRef,
  report: ReportRef,
  ...organizations,
  standing: Standing.optional(),
  entries: z.array(ShownEntry).readonly(),
  ...allowedActs,
})
  .omit({ case: true })
  .meta(CoreFollowUpDetail.meta() ?? {});
