import { z } from "zod";
import { Digest } from "../../digest.ts";
import { Id } from "../../source.ts";
import { ReadableName } from "../../text/bounded-text.ts";
import { WebAddress } from "../../text/web-address.ts";
import { EvidenceFile } from "./evidence-file.ts";

const said = {
  kind: z.enum(["document", "law", "statistic", "judgment", "file", "interview"]),
  title: ReadableName,
  url: WebAddress.optional(),
  seenDigest: Digest.optional().describe("SHA-256 of what the address showed when it was read."),
  item: Id.optional().describe("The collected item that it is."),
  section: Id.optional().describe("The section of a report that it is."),
};
const confidential = z.boolean().default(false);

export const Evidence = z
  .strictObject({ ...said, file: EvidenceFile.optional(), confidential })
  .check(seenAtAddress)
  .meta({ id: "Evidence", description: "The evidence for an entry." });
export type Evidence = z.infer<typeof Evidence>;

const most = 500;
export const evidenceList = z.array(Evidence).max(most);

/** As an act gives it: a file that was brought before is named by its id. */
export const NewEvidenceItem = z
  .strictObject({
    ...said,
    file: Id.optional().describe("The id of a file that you brought before."),
    confidential,
  })
  .check(seenAtAddress)
  .meta({ id: "NewEvidenceItem", description: "Evidence, as an act gives it." });
export type NewEvidenceItem = z.infer<typeof NewEvidenceItem>;

export const newEvidenceList = z.array(NewEvidenceItem).max(most);

/** As a correction gives it: a file that the entry has stays as it is told there. */
export const changedEvidenceList = z
  .array(
    z
      .strictObject({
        ...said,
        file: z
          .union([Id, EvidenceFile])
          .optional()
          .describe("The id of a file that you brought before, or a file that the entry has."),
        confidential,
      })
      .check(seenAtAddress)
      .meta({ id: "ChangedEvidenceItem", description: "Evidence, as a correction gives it." }),
  )
  .max(most);

function seenAtAddress({
  value,
  issues,
}: z.core.ParsePayload<{ url?: string | undefined; seenDigest?: string | undefined }>) {
  if (value.seenDigest === undefined || value.url !== undefined) return;
  issues.push({
    code: "custom",
    path: ["seenDigest"],
    input: value.seenDigest,
    message: "needs the address (url) where it was seen",
  });
}
