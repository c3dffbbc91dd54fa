import { z } from "zod";
import { Id, Instant, Source } from "../source.ts";
import { ReadableName, ReadableText } from "../text/bounded-text.ts";
import { Day } from "../time/day.ts";

export const OrganizationChangeType = z
  .enum(["created", "renamed", "merged", "absorbed", "split", "dissolved", "competenceTransferred"])
  .meta({ id: "OrganizationChangeType" });
export type OrganizationChangeType = z.infer<typeof OrganizationChangeType>;

/**
 * An event that turns organizations into others (org:ChangeEvent). It can be planned before it has a date (R44).
 */
export const OrganizationChange = z
  .strictObject({
    id: Id,
    type: OrganizationChangeType,
    on: Day.optional().describe("The day of the change, inclusive; absent while it is only planned."),
    originals: z.array(Id).max(500).default([]).describe("The organizations before the change."),
    results: z
      .array(
        z.strictObject({
          organization: Id,
          themes: z.array(ReadableName).max(500).default([]).describe("The themes that go to this one."),
        }),
      )
      .max(500)
      .default([])
      .describe("The organizations after the change."),
    legalBasis: ReadableText.optional(),
    replaces: Id.optional().describe("The change that this one replaces, such as a planned one that now has its day."),
    recordedAt: Instant,
    source: Source.optional(),
  })
  .check((context) => {
    for (const problem of problemsOf(context.value))
      context.issues.push({ code: "custom", message: problem, input: context.value });
  })
  .meta({ id: "OrganizationChange", description: "An event that turns organizations into others." });
export type OrganizationChange = z.infer<typeof OrganizationChange>;

type Shape = {
  type: OrganizationChangeType;
  originals: readonly Id[];
  results: readonly { organization: Id; themes: readonly string[] }[];
};

/** What is wrong with the originals and results of a change, in general and for its type. */
function problemsOf(change: Shape): string[] {
  const originals = new Set(change.originals);
  const results = new Set(change.results.map(({ organization }) => organization));
  const becomesItself = [...results].filter((each) => originals.has(each));
  return [
    ...becomesItself.map((each) => `an organization does not become itself: ${each} is an original and a result`),
    ...(originals.size < change.originals.length ? ["an original is named twice"] : []),
    ...(results.size < change.results.length ? ["a result is named twice"] : []),
    ...problemsOfType(change),
  ];
}

function problemsOfType({ type, originals, results }: Shape): string[] {
  const needs = (condition: boolean, problem: string) => (condition ? [] : [problem]);
  switch (type) {
    case "created":
      return needs(
        originals.length === 0 && results.length === 1,
        "a creation has one result, and no original: what comes out of another is renamed, merged, absorbed or split",
      );
    case "renamed":
      return needs(originals.length === 1 && results.length === 1, "a rename has one original and one result");
    case "merged":
      return needs(originals.length >= 2 && results.length === 1, "a merger has several originals and one result");
    case "absorbed":
      return needs(originals.length >= 1 && results.length === 1, "an absorption has originals and one result");
    case "split":
      return needs(originals.length === 1 && results.length >= 2, "a split has one original and several results");
    case "dissolved":
      return needs(originals.length === 1 && results.length === 0, "a dissolution has one original and no result");
    case "competenceTransferred":
      return [
        ...needs(
          originals.length === 1 && results.length >= 1,
          "a transfer of competence has one original and results",
        ),
        ...needs(
          results.every(({ themes }) => themes.length > 0),
          "a transfer of competence names the themes that move",
        ),
      ];
  }
}
