import { z } from "zod";
import { Id, Instant } from "../source.ts";
import { LongText, ReadableName } from "../text/bounded-text.ts";
import { FileName } from "../text/file-name.ts";
import { Day } from "../time/day.ts";

/**
 * What a file that comes in is read as: a record in Heed's own format, a table with a mapping, or a workbook of what an organization
 * owes that somebody filled in.
 */
export const importKinds = ["record", "table", "workbook"] as const;
export type ImportKind = (typeof importKinds)[number];

/** What is asked of an import, before its file comes. */
export const NewImport = z
  .strictObject({
    kind: z
      .enum(importKinds)
      .describe("A file of Heed's own format, a table with a mapping, or a workbook of answers."),
    mapping: z
      .strictObject({
        name: FileName.describe("The name of its file, which the record keeps."),
        text: LongText.min(1).describe("The mapping itself, in YAML."),
      })
      .optional()
      .describe("How the columns of a table become reports, recommendations, addressees and answers."),
    facts: z
      .array(z.strictObject({ name: ReadableName, value: ReadableName }))
      .max(100)
      .default([])
      .describe("Facts that are not in the file, by their names in the mapping."),
    editionDay: Day.optional().describe(
      "The day of this edition of its source, where the mapping does not find it in the file's name.",
    ),
    dryRun: z.boolean().default(false).describe("Tell what would happen, and change nothing."),
    skipInvalid: z
      .boolean()
      .default(false)
      .describe("Leave rejected rows out; without it one rejected row rejects the whole file."),
    acceptCorrections: z
      .boolean()
      .default(false)
      .describe("Accept changed facts about known things, as a new version or a correction; the old one is kept."),
    reuseReferences: z
      .boolean()
      .default(false)
      .describe("A new recommendation may take a reference that another one of its report had before a correction."),
  })
  .meta({ id: "NewImport", description: "An import that is asked for; its file comes next." });
export type NewImport = z.output<typeof NewImport>;

/** One place in a file, and what is wrong there: core's Issue. */
export const ImportIssue = z
  .strictObject({
    file: z.string().optional(),
    sheet: z.string().optional().describe("Of a workbook."),
    row: z.int().optional().describe("Of the file (the header is row 1); in a workbook of its sheet."),
    line: z.int().optional().describe("On which the row starts, where it is another number."),
    name: z.string().optional().describe("The column, key or parameter."),
    value: z.string().optional(),
    detail: z.string(),
  })
  .meta({ id: "ImportIssue", description: "A place in a file, and what is to be said of it." });

const Told = z.strictObject({
  detail: z.string(),
  rows: z.int(),
  examples: z.array(ImportIssue).readonly(),
});

/** What an import did, or would do: core's ImportResult. */
export const ImportedCounts = z
  .strictObject({
    dryRun: z.boolean(),
    rows: z.int(),
    created: z.strictObject({
      organizations: z.int(),
      reports: z.int(),
      recommendations: z.int(),
      followUps: z.int(),
      entries: z.int(),
    }),
    drafts: z.int().optional().describe("Drafts of acts that a workbook of answers became; absent for other files."),
    unchanged: z.int().describe("Recommendations that were there with the same content."),
    corrected: z.int().describe("Recommendations with a new version."),
    correctedReports: z.int(),
    correctedEntries: z.int(),
    skipped: z
      .array(z.strictObject({ why: z.string(), rows: z.int(), examples: z.array(ImportIssue).readonly() }))
      .readonly(),
    withoutAddressee: z.int().describe("Recommendations without an addressee: nobody owes anything there."),
    rejected: z.array(ImportIssue).readonly().describe("The first 1,000 faults of rejected rows."),
    rejectedRows: z.int(),
    warnings: z.array(Told).readonly(),
  })
  .meta({ id: "ImportResult", description: "What an import did, or would do." });

export const importStates = ["awaitingFile", "running", "done", "refused", "failed", "interrupted"] as const;

/** A file that somebody has the service import, and what became of it. */
export const ImportJob = z.strictObject({
  id: Id,
  by: z.string().describe("Who asked for it."),
  state: z
    .enum(importStates)
    .describe(
      "`refused`: the file has faults, which `problem` tells. `failed`: the service could not do it now. `interrupted`: the service ended meanwhile. In all three nothing of it is in the record.",
    ),
  file: z.string().optional().describe("The name of the file, once it is here."),
  asked: NewImport.omit({ mapping: true }).extend({
    mapping: z.string().optional().describe("The name of the mapping."),
  }),
  createdAt: Instant,
  startedAt: Instant.optional(),
  endedAt: Instant.optional(),
  progress: z
    .strictObject({
      phase: z.enum(["waiting", "reading", "folding", "deriving"]),
      done: z.int().describe("Rows that were read, or follow-ups that were derived."),
      total: z.int().optional().describe("Of how many, where that is known."),
    })
    .optional()
    .describe("While it runs. It waits while another import of this service runs."),
  result: ImportedCounts.optional().describe("Once it is done."),
  problem: z
    .strictObject({
      code: z.string().describe("The kind of fault, by the names of the domain's errors."),
      detail: z.string(),
      issues: z.array(ImportIssue).readonly().describe("The places, at most 1,000."),
      rejectedRows: z.int().optional(),
    })
    .optional()
    .describe("Why it was not done."),
});
export type ImportJob = z.output<typeof ImportJob>;

/** What became of an import. */
export type ImportOutcome =
  | { state: "done"; result: NonNullable<ImportJob["result"]> }
  | { state: "refused" | "failed"; problem: NonNullable<ImportJob["problem"]> };
