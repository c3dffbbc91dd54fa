import { z } from "zod";
import { ReadableName } from "../../text/bounded-text.ts";
import { WebAddress } from "../../text/web-address.ts";

export const Evidence = z
  .strictObject({
    kind: z.enum(["document", "law", "statistic", "judgment", "file", "interview"]),
    title: ReadableName,
    url: WebAddress.optional(),
    confidential: z.boolean().default(false),
  })
  .meta({ id: "Evidence", description: "The evidence for an entry." });
export type Evidence = z.infer<typeof Evidence>;

export const evidenceList = z.array(Evidence).max(500);
