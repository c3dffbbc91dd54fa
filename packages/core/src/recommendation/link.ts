import { z } from "zod";
import type { Edge } from "../find-circles.ts";
import { Id, Instant, Source } from "../source.ts";
import { ReadableName, ReadableText } from "../text/bounded-text.ts";
import { Day, Year } from "../time/day.ts";

export const LinkType = z
  .enum(["repeats", "sharpens", "supersedes", "splitFrom", "mergedInto", "relatesTo", "echoes", "restsOn"])
  .meta({ id: "LinkType" });
export type LinkType = z.infer<typeof LinkType>;

/** Where in a section or in a collected item stands what a recommendation rests on. */
export const groundShape = {
  item: Id.optional().describe("The collected item on which it rests."),
  section: Id.optional().describe("The section of a report on which it rests."),
  year: Year.optional().describe("The year of a series whose numbers it rests on."),
  place: ReadableName.optional().describe("Where in it, such as a paragraph or a row of a table."),
};

/** How two recommendations are related: `from` repeats, sharpens, supersedes … `to`; or on what a recommendation rests. */
export const Link = z
  .strictObject({
    id: Id,
    type: LinkType,
    from: Id,
    to: Id.optional().describe("Absent when it echoes an external recommendation or rests on something."),
    echoes: ReadableName.optional().describe("The external recommendation, such as a paragraph of a treaty body."),
    ...groundShape,
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
    const { type, from, to, echoes, item, section, year, place } = context.value;
    const refuse = (name: string, message: string) =>
      context.issues.push({ code: "custom", message, path: [name], input: context.value });
    if (type === "echoes" && echoes === undefined)
      refuse("echoes", "a link of the type echoes names the external recommendation that it echoes");
    if (type === "restsOn") {
      if (to !== undefined || echoes !== undefined)
        refuse(to === undefined ? "echoes" : "to", "what rests on something names no other recommendation");
      if ((item === undefined) === (section === undefined))
        refuse("item", "name either a collected item or a section of a report, on which it rests");
      if (year !== undefined && item === undefined) refuse("year", "a section has no years");
      return;
    }
    for (const [name, told] of Object.entries({ item, section, year, place }))
      if (told !== undefined) refuse(name, "only a link of the type restsOn has it");
    if (type !== "echoes" && to === undefined)
      refuse("to", `a link of the type ${type} names the recommendation to which it leads`);
    if (from === to) refuse("to", "a recommendation has no link to itself");
  })
  .meta({ id: "Link", description: "A link between two recommendations, or to what a recommendation rests on." });
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

/** Whether it tells on what a recommendation rests, and not how it stands to another one. */
export function isGround({ type }: Pick<Link, "type">): boolean {
  return type === "restsOn";
}

/** From the newer recommendation to the older one; undefined for links without such an order. */
export function newerToOlder({ type, from, to }: Pick<Link, "type" | "from" | "to">): Edge | undefined {
  if (to === undefined || type === "relatesTo" || type === "echoes") return undefined;
  return type === "mergedInto" ? { from: to, to: from } : { from, to };
}
