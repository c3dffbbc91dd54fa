import { z } from "zod";
import { LocalizedText } from "../localized-text.ts";
import { Id, Source } from "../source.ts";
import { ReadableName } from "../text/bounded-text.ts";
import { lookAlikeText } from "../text/look-alike.ts";
import { lowerCaseText, searchableText } from "../text/searchable-text.ts";
import { Day } from "../time/day.ts";
import type { Precision } from "../time/due-date.ts";
import { firstDayOf } from "../time/shown-date.ts";

export const OrganizationLevel = z
  .enum(["federal", "community", "region", "local", "judiciary", "police", "civilSociety", "international", "other"])
  .meta({ id: "OrganizationLevel" });
export type OrganizationLevel = z.infer<typeof OrganizationLevel>;

/** A body that issues, receives or contributes (W3C ORG, Popolo). It needs no account. */
export const Organization = z
  .strictObject({
    id: Id,
    code: z
      .string()
      .max(64)
      .regex(/^[a-z0-9][a-z0-9-]*$/, "has only small letters, digits and hyphens, and begins with no hyphen")
      .describe("A short permanent code for links and commands."),
    name: LocalizedText,
    otherNames: z
      .array(z.strictObject({ name: ReadableName, from: Day.optional(), until: Day.optional() }))
      .max(500)
      .default([])
      .describe("Former names and spellings under which sources name it."),
    level: OrganizationLevel.default("other"),
    coordinator: Id.optional().describe(
      "The organization that answers for a collective one, such as a government (R40).",
    ),
    foundingDate: Day.optional(),
    dissolutionDate: Day.optional(),
    source: Source.optional(),
  })
  .meta({ id: "Organization", description: "A body that issues, receives or contributes to recommendations." });
export type Organization = z.infer<typeof Organization>;

/** Whether an organization existed on a day. The day of dissolution is the first day without it. */
export function existsOn(
  { foundingDate, dissolutionDate }: Pick<Organization, "foundingDate" | "dissolutionDate">,
  day: Day,
): boolean {
  return (
    (foundingDate === undefined || foundingDate <= day) && (dissolutionDate === undefined || day < dissolutionDate)
  );
}

/**
 * That an organization did not exist on a day, with the day of its beginning or its end; undefined where it did, or may have on a
 * day of the period that is known.
 */
export function absence(organization: Organization, on: Day, precision?: Precision): string | undefined {
  const { foundingDate = on, dissolutionDate } = organization;
  const wasThere = foundingDate <= on && (dissolutionDate === undefined || firstDayOf(on, precision) < dissolutionDate);
  return wasThere ? undefined : notThereOn(organization, on);
}

/**
 * The form in which names count as the same: without differences of case, spaces, dashes and apostrophes. Accents
 * count, because they make another name.
 */
export function nameKey(name: string): string {
  return inOneLine(lowerCaseText(name));
}

/**
 * The form in which names are near each other, as in a search: without the accents of Latin, Greek and Cyrillic
 * letters.
 */
export function searchableName(name: string): string {
  return inOneLine(searchableText(name));
}

/** The form in which names look the same, also where a letter of another script stands in place of a Latin one. */
export function lookAlikeName(name: string): string {
  return inOneLine(lookAlikeText(name));
}

function inOneLine(text: string): string {
  return text
    .replace(/[\p{Pd}\u2212]/gu, "-")
    .replace(/\s+/g, " ")
    .trim();
}

/** Why an organization did not exist on a day on which it did not. */
export function notThereOn({ foundingDate, dissolutionDate }: Organization, on: Day): string {
  return foundingDate !== undefined && foundingDate > on
    ? `it was founded on ${foundingDate}`
    : `it was dissolved on ${dissolutionDate}`;
}
