import {
  Organization as CoreOrganization,
  ReportingCycle as Cycle,
  Day,
  Id,
  Instant,
  LocalizedText,
  Precision,
} from "@heed/core";
import { z } from "zod";

export const Href = z.string().meta({ id: "Href", description: "A link within this API." });

export const OrganizationRef = z
  .strictObject({ id: Id, code: z.string(), name: LocalizedText, href: Href })
  .meta({ id: "OrganizationRef", description: "A link to an organization." });

export const RecommendationRef = z
  .strictObject({ id: Id, reference: z.string(), title: LocalizedText.optional(), href: Href })
  .meta({ id: "RecommendationRef", description: "A link to a recommendation." });

export const ReportRef = z
  .strictObject({
    id: Id,
    reference: z.string(),
    reportingYear: z.int(),
    publishedOn: Day.optional(),
    publishedOnPrecision: Precision.optional(),
    href: Href,
  })
  .meta({ id: "ReportRef", description: "A link to a report." });

export const FollowUpRef = z
  .strictObject({ id: Id, href: Href })
  .meta({ id: "FollowUpRef", description: "A link to a follow-up." });

export const Reason = z
  .strictObject({
    rule: z.string().describe("The number of the rule, such as D1 or R25."),
    href: Href.describe("The rule itself, in words."),
    code: z.string().describe("What the rule found."),
    text: z.string().describe("The same as one English sentence."),
    dates: z.record(z.string(), Day).optional(),
    entries: z.array(Id).optional().describe("The entries that it is based on."),
    facts: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  })
  .meta({ id: "Reason", description: "Why an answer is what it is." });

export const Organization = z
  .strictObject({ ...CoreOrganization.shape, href: Href })
  .meta({ id: "OrganizationDetail", description: "A body that issues, receives or contributes." });

export const ReportingCycle = z
  .strictObject({ ...Cycle.shape, href: Href.optional() })
  .meta({ id: "ReportingCycleItem" });

/** What every list has besides its items. */
export function listOf<Item extends z.ZodType>(id: string, item: Item, more: z.ZodRawShape = {}) {
  return z
    .strictObject({
      self: Href,
      items: z.array(item),
      page: z.int().optional().describe("Its number, where it was asked for by number."),
      pageSize: z.int().optional(),
      total: z.int().optional().describe("All that match, where it was asked for."),
      next: Href.optional().describe("The next page; absent on the last."),
      prev: Href.optional().describe("The page before, where it was asked for by number."),
      ...more,
    })
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
export { Instant };
