import { Id, Instant } from "@heed/core";
import { EvidenceFile } from "@heed/core/follow-up/entries/evidence-file";
import type { UploadedFile } from "@heed/store";
import { z } from "zod";
import { hrefOf } from "../contract/base-path.ts";
import { Href } from "../contract/common.ts";

export const FileDetail = z
  .strictObject({
    href: Href,
    id: Id.optional().describe("By which the evidence of an act names it; of a file that you or a colleague brought."),
    ...EvidenceFile.shape,
    uploadedAt: Instant.optional(),
  })
  .meta({ id: "FileDetail", description: "A file of evidence. Its bytes are at its address with /content." });

export function fileDetail(file: EvidenceFile | UploadedFile): z.input<typeof FileDetail> {
  return { href: hrefOf("files", "id" in file ? file.id : file.digest), ...file };
}
