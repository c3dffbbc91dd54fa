import { Digest } from "@heed/core/digest";
import { type Context, operation } from "../contract/operation.ts";
import { idParameter } from "../contract/parameters.ts";
import { notFound } from "../contract/problem.ts";
import { FileDetail, fileDetail } from "../schemas/file.ts";

export const getFile = operation({
  id: "getFile",
  path: "/files/{id}",
  tag: "files",
  summary: "What a file is, by the digest that evidence tells, or by the id of one that you or a colleague brought",
  params: idParameter,
  output: FileDetail,
  async handle(context, { id }) {
    return { body: fileDetail(await theFile(context, id)) };
  },
});

/** Errors: a 404, also for a file of which the reader sees no evidence. */
export async function theFile({ reads, reader, today, files, person }: Context, id: string) {
  if (Digest.safeParse(id).success) {
    const seen = await reads.file(reader, id, today);
    if (seen !== undefined) return seen;
  } else if (person !== undefined) return files.uploaded(id);
  throw notFound("file", id);
}
