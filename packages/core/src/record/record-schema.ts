import { z } from "zod";
import { RecordFile } from "./record.ts";

/** The format of a record file as JSON Schema (draft 2020-12). It says the shape; docs/record-file.md tells what the rules ask besides. */
export function recordSchemaOf(base: string) {
  return {
    ...z.toJSONSchema(RecordFile, { io: "input", unrepresentable: "any" }),
    $id: `${base}/exchange/recordSchema`,
    title: "A record file of Heed",
  };
}
