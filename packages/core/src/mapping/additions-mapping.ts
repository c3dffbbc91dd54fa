import { z } from "zod";
import { EntryMapping } from "./entry-mapping.ts";
import { ListValue, problem, Value } from "./value.ts";

/** How rows add entries to recommendations that are known already; they create nothing else. */
export const AdditionsMapping = z
  .strictObject({
    source: z.string().min(1).optional().describe("The name of the mapping that brought the recommendations in."),
    issuingBody: Value.optional().describe("Whose recommendations they are; needed unless source is given."),
    reference: Value.optional().describe("The recommendation's reference; needed unless followUp is given."),
    followUp: Value.optional().describe("The follow-up's own id, as an export gives it, instead of all other keys."),
    report: Value.optional().describe("The report's reference, where a reference stands in several reports."),
    addressees: ListValue.optional().describe(
      "Whose follow-ups are meant: the addressee as printed, or who answers for it. Left out or blank, the only one.",
    ),
    unknown: z
      .enum(["refuse", "warn"])
      .default("refuse")
      .describe("What happens to a row whose reference is not known."),
    several: z
      .enum(["refuse", "warn", "each"])
      .default("refuse")
      .describe("What happens to a row that could mean several follow-ups."),
    entries: z.array(EntryMapping).min(1),
  })
  .superRefine(({ source, issuingBody, reference, followUp, report, addressees }, context) => {
    if ((reference === undefined) === (followUp === undefined))
      return problem(context, "needs reference, or followUp where the file has Heed's own ids");
    if (followUp !== undefined) {
      if ([source, issuingBody, report, addressees].some((each) => each !== undefined))
        problem(context, "has followUp, which tells all that source, issuingBody, report and addressees could");
      return;
    }
    if (source === undefined && issuingBody === undefined)
      problem(context, "needs source or issuingBody: without one a reference could be anybody's");
  });
export type AdditionsMapping = z.infer<typeof AdditionsMapping>;
