import { inLargerPieces, recordContextOf, recordText } from "@heed/files";
import { z } from "zod";
import { basePath } from "../contract/base-path.ts";
import type { Operation } from "../contract/operation.ts";

export const exportRecord: Operation = {
  id: "exportRecord",
  method: "get",
  path: "/exports/record",
  tag: "imports",
  summary: "The whole record in Heed's own format, as you see it",
  description:
    "Written while it is read, at one moment of the record. An answer that ends before its last brace was cut off. Two are written at one time; others wait, and get a 503 after ten seconds.",
  output: z
    .strictObject({ heed: z.string().describe("`record/1`, and then the lists of the format.") })
    .meta({ id: "RecordExport", description: "A record file (docs/record-file.md)." }),
  stream: ({ record, reader, today }) => ({
    name: `record-${today}.json`,
    pieces: inLargerPieces(recordText(record(), reader)),
  }),
};

export const exportLinkedRecord: Operation = {
  ...exportRecord,
  id: "exportLinkedRecord",
  path: "/exports/linkedRecord",
  summary: "The same as linked data (JSON-LD): with what its names mean in the words of ORG, PROV and Dublin Core",
  stream: ({ record, reader, today }) => ({
    name: `record-${today}.jsonld`,
    pieces: inLargerPieces(recordText(record(), reader, recordContextOf(basePath))),
  }),
};
