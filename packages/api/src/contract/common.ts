import { Organization as CoreOrganization, Reason as CoreReason, ReportingCycle as Cycle, Id } from "@heed/core";
import { OrganizationDetail as CoreOrganizationDetail } from "@heed/core/read-models/organization-detail";
import { OrganizationRef as CoreOrganizationRef } from "@heed/core/read-models/organization-ref";
import { RecommendationRef as CoreRecommendationRef } from "@heed/core/read-models/recommendation-ref";
import { ReportRef as CoreReportRef } from "@heed/core/read-models/report-ref";
import { z } from "zod";
import { Href, linked } from "./linked.ts";

export { Href };

export const OrganizationRef = linked(CoreOrganizationRef);
export const RecommendationRef = linked(CoreRecommendationRef);
export const ReportRef = linked(CoreReportRef);

export const FollowUpRef = z
  .strictObject({ id: Id, href: Href })
  .meta({ id: "FollowUpRef", description: "A link to a follow-up." });

export const Reason = linked(CoreReason, {
  href: Href.describe("The rule itself, in words."),
  text: z.string().describe("The same as one sentence, in the language that is asked for; else in English."),
});

export const Organization = linked(CoreOrganization).meta({
  id: "OrganizationItem",
  description: "A body that issues, receives or contributes.",
});
export const OrganizationDetail = linked(CoreOrganizationDetail);

export const ReportingCycle = z
  .strictObject({ ...Cycle.shape, href: Href.optional() })
  .meta({ id: "ReportingCycleItem" });

/** What every list has besides its items. */
export function listOf<Item extends z.ZodType, More extends z.ZodRawShape = Record<never, never>>(
  id: string,
  item: Item,
  more = {} as More,
) {
  return z
    .strictObject({
      self: Href,
      items: z.array(item).readonly(),
      page: z.int().optional().describe("Its number, where it was asked for by number."),
      pageSize: z.int().optional(),
      total: z.int().optional().describe("All that match, where it was asked for."),
      next: Href.optional().describe("The next page; absent on the last."),
      prev: Href.optional().describe("The page before, where it was asked for by number."),
    })
    .extend(more)
    .meta({ id });
}

export const Problem = z
  .strictObject({
    type: z.string().describe("An URN of the kind of problem."),
    title: z.string(),
    status: z.int(),
    detail: z.string().optional(),
    instance: z.string().optional(),
    issues: z
      .array(
        z.strictObject({
          type: z.string(),
          in: z.enum(["query", "path", "header", "body"]).optional(),
          name: z.string().optional(),
          value: z.string().optional(),
          detail: z.string(),
        }),
      )
      .optional(),
  })
  .meta({ id: "Problem", description: "What went wrong (RFC 9457), with Belgif's types." });

export const Health = z.strictObject({ status: z.enum(["UP", "DOWN"]) }).meta({ id: "Health" });
