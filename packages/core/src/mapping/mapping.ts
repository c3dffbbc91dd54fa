import { z } from "zod";
import { Role } from "../follow-up/follow-up.ts";
import { Language } from "../localized-text.ts";
import { nameKey, OrganizationLevel } from "../organization/organization.ts";
import { ResponsePeriod } from "../report/report.ts";
import { columnName } from "../text/plain-text.ts";
import { AdditionsMapping } from "./additions-mapping.ts";
import { Condition } from "./condition.ts";
import { DateValue, DueValue } from "./date-value.ts";
import { EditionMapping } from "./edition-mapping.ts";
import { EntryMapping } from "./entry-mapping.ts";
import { FileMapping } from "./file-mapping.ts";
import { PartsMapping } from "./parts-mapping.ts";
import { choice, ListValue, LocalizedValue, Value } from "./value.ts";

const text = z.string().min(1);
const said = z
  .array(text.transform(columnName))
  .default([])
  .describe("Columns that are kept word for word, as what the source said.");

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

/** The report that a row belongs to. */
export const ReportMapping = z.strictObject({
  reference: Value.optional().describe("As printed. Rows with the same one are one report, unless reports is perRow."),
  issuingBody: Value.describe("The organization that wrote it."),
  reportingYear: Value.optional().describe("The year evaluated; the year of publishedOn when it is left out or blank."),
  title: LocalizedValue.optional(),
  publishedOn: DateValue.optional(),
  transmittedToGovernmentOn: DateValue.optional(),
  transmittedToParliamentOn: DateValue.optional(),
  transmittedToFieldOn: DateValue.optional(),
  responsePeriod: ResponsePeriodMapping.optional(),
  verificationPeriod: z
    .literal("none")
    .optional()
    .describe("none: the source knows no verification of claims, and none is owed."),
  authenticLanguages: z.array(Language).default([]),
  documents: z.array(z.strictObject({ language: Language, url: Value })).default([]),
});
export type ReportMapping = z.infer<typeof ReportMapping>;

/** The recommendation in a row. */
export const RecommendationMapping = z.strictObject({
  reference: Value.optional().describe("As printed; a row without one is recognized by its content."),
  issuingBody: Value.optional().describe("Only where it is another than the report's."),
  title: LocalizedValue.optional(),
  text: LocalizedValue.optional(),
  textAbsent: text.optional().describe("Why there is no text, where there is none."),
  themes: ListValue.optional(),
  implementationDue: DueValue.optional(),
  parts: PartsMapping.optional().describe("How it falls into parts, which have its addressees and their entries."),
  joinBy: Value.optional().describe(
    "Rows with the same text here are one recommendation, for instance in two languages.",
  ),
  said,
});
export type RecommendationMapping = z.infer<typeof RecommendationMapping>;

/**
 * How the columns of a file become reports, recommendations, addressees and entries. docs/mappings.md explains every
 * key.
 */
export const Mapping = z
  .strictObject({
    heed: z.literal("mapping/1"),
    name: text.describe("The source's name: part of the key of everything that is imported with it."),
    about: text.optional(),
    language: Value.prefault("en").describe("The language of texts and names: a code, or the column that has it."),
    file: FileMapping.prefault({}),
    reports: z.enum(["byReference", "perRow"]).default("byReference"),
    editions: z
      .enum(["whole", "part"])
      .default("whole")
      .describe(
        "Whether each file has everything of its source: only then are recommendations that a file lacks reported as missing.",
      ),
    edition: EditionMapping.optional().describe("Where the day of each edition is found."),
    unknownOrganizations: z.enum(["create", "refuse"]).default("create"),
    aliases: z
      .record(text, text)
      .default({})
      .describe("Other names that the source uses for an organization, and its proper name."),
    entriesBeforeReport: z
      .enum(["refuse", "warn"])
      .default("refuse")
      .describe("What happens to a row with an entry, or a due date, from before the report."),
    levels: z
      .strictObject({ issuingBody: OrganizationLevel.default("other"), addressee: OrganizationLevel.default("other") })
      .prefault({}),
    skip: z.array(z.strictObject({ when: Condition, why: text })).default([]),
    checks: z
      .array(
        z.strictObject({
          when: Condition,
          warn: text,
          column: text.transform(columnName).optional().describe("The column to show."),
        }),
      )
      .default([]),
    onto: AdditionsMapping.optional().describe("Rows that say something of what is known already, instead of report."),
    report: ReportMapping.optional(),
    recommendation: RecommendationMapping.optional(),
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
  .superRefine((mapping, context) => {
    const wrong = (path: (string | number)[], message: string) => context.addIssue({ code: "custom", path, message });
    const { report, reports, onto, aliases } = mapping;
    const known = new Map(Object.entries(aliases).map(([alias, name]) => [nameKey(alias), name]));
    for (const [alias, name] of Object.entries(aliases))
      if (known.has(nameKey(name))) wrong(["aliases", alias], `leads to ${name}, which is an alias itself`);
    if (mapping.edition === undefined)
      for (const { path, entries } of entriesOf(mapping))
        entries.forEach(({ givenOn, knownBy }, place) => {
          if (givenOn === undefined && knownBy === undefined)
            wrong([...path, place], "needs givenOn, or knownBy where the day is not known (D14)");
        });
    if (onto !== undefined) {
      for (const key of ["report", "recommendation"] as const)
        if (mapping[key] !== undefined)
          wrong([key], "creates something new, but onto says that everything is known already");
      if (mapping.addressees.length > 0) wrong(["addressees"], "belongs below onto, with its entries");
      return;
    }
    if (mapping.addressees.some(({ entries }) => entries.some(({ id }) => id !== undefined)))
      wrong(["addressees"], "has entries with an id, which is for entries that are known: below onto");
    if (report === undefined) return wrong(["report"], "is missing");
    const period = report.responsePeriod;
    if (typeof period === "object") {
      const whole = period.amount !== undefined && period.unit !== undefined;
      const none = period.amount === undefined && period.unit === undefined;
      if (period.until === undefined ? !whole : !none)
        wrong(["report", "responsePeriod"], "needs either amount and unit, or until");
    }
    if (mapping.recommendation?.parts !== undefined && mapping.recommendation.joinBy !== undefined)
      wrong(["recommendation", "joinBy"], "joins rows, and parts divide one: a mapping has one of them");
    if (report.reference === undefined && reports === "byReference")
      wrong(["report", "reference"], "is missing, and reports is byReference");
  });
export type Mapping = z.infer<typeof Mapping>;

type WithEntries = { addressees: readonly { entries: readonly EntryMapping[] }[]; onto?: AdditionsMapping | undefined };

/** All parts of a mapping that can give entries. */
function entriesOf({ addressees, onto }: WithEntries) {
  return [
    ...addressees.map(({ entries }, place) => ({ path: ["addressees", place, "entries"], entries })),
    ...(onto === undefined ? [] : [{ path: ["onto", "entries"], entries: onto.entries }]),
  ];
}
