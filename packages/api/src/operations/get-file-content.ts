import { z } from "zod";
import type { Operation } from "../contract/operation.ts";
import { idParameter } from "../contract/parameters.ts";
import { theFile } from "./get-file.ts";

export const getFileContent: Operation = {
  id: "getFileContent",
  method: "get",
  path: "/files/{id}/content",
  tag: "files",
  summary: "The bytes of a file, to be saved",
  params: idParameter,
  output: z.string(),
  async download(context, { id }: { id: string }) {
    const file = await theFile(context, id);
    return { file, open: (range) => context.files.open(file, range) };
  },
};
