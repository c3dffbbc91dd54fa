import { z } from "zod";
import type { Edge } from "../find-circles.ts";
import { Id, Instant, Source } from "../source.ts";
import { ReadableName, ReadableText } from "../text/bounded-text.ts";
import { Day } from "../time/day.ts";

export const LinkType = z
  .enum(["repeats", "sharpens", "supersedes", "splitFrom", "mergedInto", "relatesTo", "echoes"])
  .meta({ id: "LinkType" });
export type LinkType = z.infer<typeof LinkType>;

/** How two recommendations are related: `from` repeats, sharpens, supersedes … `to`. */
export const Link = z
  .strictObject({
    id: Id,
    type: LinkType,
    from: Id,
    to: Id.optional().describe("Absent when it echoes an external recommendation."),
    echoes: ReadableName.optional().describe("The external recommendation, such as a paragraph of a treaty body."),
    on: Day.describe("The day from which it counts: mostly that of the newer report's publication."),
    reason: ReadableText.optional(),
    recordedAt: Instant,
    withdrawnAt: Instant.optional().describe(
      "From this moment on it is known to be a mistake, and counts on no day; before it, it was taken for true (knownAt).",
    ),
    withdrawalReason: ReadableText.optional(),
    source: Source.optional(),
  })
  .check((context) => {
    const { type, from, to, echoes } = context.value;
    const refuse = (name: string, message: string) =>
      context.issues.push({ code: "custom", message, path: [name], input: context.value });
    if (type === "echoes" && echoes === undefined)
      refuse("echoes", "a link of the type echoes names the external recommendation that it echoes");
    if (type !== "echoes" && to === undefined)
      refuse("to", `a link of the type ${type} names the recommendation to which it leads`);
    if (from === to) refuse("to", "a recommendation has no link to itself");
  })
  .meta({ id: "Link", description: "A link between two recommendations." });
export type Link = z.infer<typeof Link>;

/** Whether a link counts: one that was made by mistake is kept, and says nothing. */
export function isInForce({ withdrawnAt }: Pick<Link, "withdrawnAt">): boolean {
  return withdrawnAt === undefined;
}

/**
 * Links that replace the older recommendation: the newer one is followed, and the older one closes for the same
 * addressees (R50).
 */
export const replacingLinks: readonly LinkType[] = ["repeats", "sharpens", "supersedes"];

/** Links that ask the same again: the age counts from the first asking (R15). */
export const repeatingLinks: readonly LinkType[] = ["repeats", "sharpens"];

/** From the newer recommendation to the older one; undefined for links without such an order. */
export function newerToOlder({ type, from, to }: Pick<Link, "type" | "from" | "to">): Edge | undefined {
  if (to === undefined || type === "relatesTo" || type === "echoes") return undefined;
  return type === "mergedInto" ? { from: to, to: from } : { from, to };
}
