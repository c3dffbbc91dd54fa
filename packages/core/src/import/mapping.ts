import { z } from "zod";
import { AssuranceMethod, Evidence } from "../follow-up/entry.ts";
import { Role } from "../follow-up/follow-up.ts";
import { AssessedLevel, ClosureReason, Level, Position } from "../follow-up/levels.ts";
import { Language } from "../localized-text.ts";
import { OrganizationLevel } from "../organization/organization.ts";
import { ResponsePeriod } from "../report/report.ts";
import { Condition } from "./condition.ts";
import { DateValue, DueValue } from "./date-value.ts";
import { choice, ListValue, LocalizedValue, problem, Value } from "./value.ts";

const text = z.string().min(1);
const said = z.array(text).default([]).describe("Columns that are kept word for word, as what the source said.");

const entryShape = {
  when: Condition.optional().describe("The rows that have this entry; all when it is left out."),
  givenOn: DateValue.optional().describe("The day it reached the other side."),
  knownBy: DateValue.optional().describe("Where that day is not known: the day by which it had been given."),
  said,
};
const situationShape = {
  asOf: DateValue.optional().describe(
    "The day whose situation it describes; the day it was given when it is left out.",
  ),
  reportingYear: Value.optional().describe("The year of asOf when it is left out."),
  evidence: z.array(z.strictObject({ kind: Evidence.shape.kind, title: Value, url: Value.optional() })).default([]),
};

/** What is said on a follow-up. A row where its first value is blank has none. */
export const EntryMapping = z
  .discriminatedUnion("type", [
    z.strictObject({
      type: z.literal("response"),
      ...entryShape,
      position: choice(Position.options),
      reason: Value.optional(),
    }),
    z.strictObject({
      type: z.literal("commitment"),
      ...entryShape,
      description: Value,
      owner: Value.optional(),
      due: DueValue.optional(),
    }),
    z.strictObject({
      type: z.literal("progressUpdate"),
      ...entryShape,
      ...situationShape,
      level: choice(Level.options).optional(),
      narrative: Value.optional(),
      claim: z.boolean().default(false).describe("It says, with evidence, that all is done."),
    }),
    z.strictObject({
      type: z.literal("assessment"),
      ...entryShape,
      ...situationShape,
      level: choice(AssessedLevel.exclude(["notAssessed"]).options),
      rationale: Value.optional(),
      method: choice(AssuranceMethod.options).optional(),
      assessor: Value.optional(),
    }),
    z.strictObject({
      type: z.literal("closure"),
      ...entryShape,
      closureReason: choice(ClosureReason.options),
      reason: Value.optional(),
    }),
  ])
  .superRefine((entry, context) => {
    if (entry.givenOn === undefined && entry.knownBy === undefined)
      problem(context, "needs givenOn, or knownBy where the day is not known (decision 1)");
    if (entry.type === "progressUpdate" && entry.level === undefined && entry.narrative === undefined)
      problem(context, "needs a level or a narrative");
  });
export type EntryMapping = z.infer<typeof EntryMapping>;

const ResponsePeriodMapping = z.union([
  z.literal("none"),
  z.strictObject({
    amount: ResponsePeriod.shape.amount.optional(),
    unit: ResponsePeriod.shape.unit.optional(),
    rules: ResponsePeriod.shape.rules,
    from: ResponsePeriod.shape.from,
    until: DateValue.optional().describe("The day itself, where the source gives it instead of a period."),
  }),
]);

const ReportMapping = z.strictObject({
  reference: Value.optional().describe("As printed. Rows with the same one are one report, unless reports is perRow."),
  issuingBody: Value.describe("The organization that wrote it."),
  reportingYear: Value.optional().describe("The year evaluated; the year of publishedOn when it is left out."),
  title: LocalizedValue.optional(),
  publishedOn: DateValue.optional(),
  transmittedToGovernmentOn: DateValue.optional(),
  transmittedToParliamentOn: DateValue.optional(),
  transmittedToFieldOn: DateValue.optional(),
  responsePeriod: ResponsePeriodMapping.optional(),
  authenticLanguages: z.array(Language).default([]),
  documents: z.array(z.strictObject({ language: Language, url: Value })).default([]),
});

const RecommendationMapping = z.strictObject({
  reference: Value.optional().describe("As printed; a row without one is known by its content."),
  issuingBody: Value.optional().describe("Only where it is another than the report's."),
  title: LocalizedValue.optional(),
  text: LocalizedValue.optional(),
  textAbsent: text.optional().describe("Why there is no text, where there is none."),
  themes: ListValue.optional(),
  implementationDue: DueValue.optional(),
  said,
});

/** How the columns of a delimited file become reports, recommendations, addressees and entries. docs/mappings.md tells every key. */
export const Mapping = z
  .strictObject({
    heed: z.literal("mapping/1"),
    name: text.describe("The source's name: part of the key of everything that is imported with it."),
    about: text.optional(),
    language: Value.prefault("en").describe("The language of texts and names: a code, or the column that has it."),
    file: z
      .strictObject({
        format: z.literal("csv").default("csv"),
        encoding: text.optional(),
        delimiter: z.string().length(1, "must be one sign").optional(),
      })
      .prefault({}),
    reports: z.enum(["byReference", "perRow"]).default("byReference"),
    unknownOrganizations: z.enum(["create", "refuse"]).default("create"),
    levels: z
      .strictObject({ issuingBody: OrganizationLevel.default("other"), addressee: OrganizationLevel.default("other") })
      .prefault({}),
    skip: z.array(z.strictObject({ when: Condition, why: text })).default([]),
    checks: z
      .array(z.strictObject({ when: Condition, warn: text, column: text.optional().describe("The column to show.") }))
      .default([]),
    report: ReportMapping,
    recommendation: RecommendationMapping.prefault({}),
    addressees: z
      .array(
        z.strictObject({
          names: ListValue,
          role: choice(Role.options).prefault("lead"),
          said,
          entries: z.array(EntryMapping).default([]),
        }),
      )
      .default([]),
  })
  .superRefine(({ report, reports }, context) => {
    const period = report.responsePeriod;
    if (typeof period === "object") {
      const whole = period.amount !== undefined && period.unit !== undefined;
      const none = period.amount === undefined && period.unit === undefined;
      if (period.until === undefined ? !whole : !none)
        context.addIssue({
          code: "custom",
          path: ["report", "responsePeriod"],
          message: "needs either amount and unit, or until",
        });
    }
    if (report.reference === undefined && reports === "byReference")
      context.addIssue({
        code: "custom",
        path: ["report", "reference"],
        message: "is missing, and reports is byReference",
      });
  });
export type Mapping = z.infer<typeof Mapping>;
