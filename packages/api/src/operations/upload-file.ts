import { z } from "zod";
import { hrefOf } from "../contract/base-path.ts";
import type { SentFile } from "../contract/files.ts";
import { operation } from "../contract/operation.ts";
import { FileDetail, fileDetail } from "../schemas/file.ts";

export const uploadFile = operation({
  id: "uploadFile",
  method: "post",
  path: "/files",
  tag: "files",
  summary: "A file, so that the evidence of an act can name it; one that nothing names is removed after a day",
  description:
    "The body is the file itself: PDF, DOCX, XLSX, ODT, PNG, JPEG, TXT or EML, by its content as by its name. Its name is given by `name` or by Content-Disposition.",
  query: z.object({ name: z.string().max(2_000).optional().describe("The name of the file, without a folder.") }),
  takesFile: true,
  creates: true,
  secured: true,
  output: FileDetail,
  async handle({ files }, _, sent) {
    const file = await files.upload(sent as SentFile);
    return { body: fileDetail(file), location: hrefOf("files", file.id) };
  },
});
