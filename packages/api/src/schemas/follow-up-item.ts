import { Day } from "@heed/core";
import { ListedFollowUp as CoreListedFollowUp } from "@heed/core/read-models/listed-follow-up";
import { StaleItem as CoreStaleItem } from "@heed/core/read-models/stale-item";
import { UnassessedItem as CoreUnassessedItem } from "@heed/core/read-models/unassessed-item";
import { z } from "zod";
import { FollowUpRef, Href, listOf, OrganizationRef, RecommendationRef, ReportRef } from "../contract/common.ts";
import { linked } from "../contract/linked.ts";

/** What every item of a list about follow-ups links to. */
export const followUpLinks = {
  followUp: FollowUpRef,
  recommendation: RecommendationRef,
  report: ReportRef,
  addressee: OrganizationRef,
  responsible: OrganizationRef,
};

export const StaleList = listOf("StaleList", linked(CoreStaleItem, followUpLinks), { asOf: Day });

/** In a list of its own, a follow-up has its own link. */
const { followUp: id, ...listed } = CoreListedFollowUp.shape;
const { followUp: _, ...listedLinks } = followUpLinks;
const ListedFollowUp = linked(z.strictObject({ id, ...listed }).meta(CoreListedFollowUp.meta() ?? {}), {
  ...listedLinks,
  href: Href,
});
export const ListedFollowUpList = listOf("ListedFollowUpList", ListedFollowUp, { asOf: Day });

export const UnassessedList = listOf("UnassessedList", linked(CoreUnassessedItem, followUpLinks), { asOf: Day });
