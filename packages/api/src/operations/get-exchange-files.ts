import { crosswalks } from "@heed/core/exchange/crosswalk";
import { recordSchemaOf } from "@heed/core/record/record-schema";
import { dataCatalogueOf, dataPackageOf, recordContextOf } from "@heed/files";
import { z } from "zod";
import { basePath } from "../contract/base-path.ts";
import type { Download } from "../contract/files.ts";
import type { Context, Operation } from "../contract/operation.ts";
import { downloadOf } from "../documents/document-download.ts";
import { publisherOf } from "./publisher.ts";

const inJson = "application/json";
const linkedData = "application/ld+json";

/** A file in a format of others, whose names are theirs: it is no answer in our own shapes. */
function exchangeFile(
  told: Pick<Operation, "id" | "path" | "summary" | "sameForAll">,
  download: (context: Context) => Promise<Download>,
): Operation {
  return {
    ...told,
    ...{ method: "get", tag: "imports", output: z.string(), download },
    description: "The entity tag is the SHA-256 of the bytes.",
  };
}

/** One that depends on nothing but the program: it is made when it is first asked for, and kept. */
function constantFile(
  told: Pick<Operation, "id" | "path" | "summary">,
  { name, mediaType }: { name: string; mediaType: string },
  contentOf: () => object,
): Operation {
  let made: Download | undefined;
  return exchangeFile({ ...told, sameForAll: true }, async () => {
    made ??= jsonDownload(name, mediaType, contentOf());
    return made;
  });
}

/** JSON as a file. */
export function jsonDownload(name: string, mediaType: string, content: object): Download {
  return downloadOf({ name, mediaType, bytes: Buffer.from(`${JSON.stringify(content, undefined, 2)}\n`) });
}

export const getDataCatalogue = exchangeFile(
  {
    id: "getDataCatalogue",
    path: "/exchange/dataCatalogue",
    summary: "What open data there is and where, as a catalogue in DCAT-AP (JSON-LD)",
  },
  async ({ reads, reader, terms }) => {
    const content = dataCatalogueOf({ base: basePath, publisher: await publisherOf(reads, reader), terms });
    return jsonDownload("catalogue.jsonld", linkedData, content);
  },
);

export const getDataPackage = constantFile(
  {
    id: "getDataPackage",
    path: "/exchange/dataPackage",
    summary: "The lists as CSV, and what each of their columns is, as a Data Package of Frictionless Standards",
  },
  { name: "datapackage.json", mediaType: inJson },
  () => dataPackageOf(basePath),
);

export const getRecordContext = constantFile(
  {
    id: "getRecordContext",
    path: "/exchange/recordContext",
    summary: "What the names of a record file mean as linked data, as a context of JSON-LD",
  },
  { name: "record-context.jsonld", mediaType: linkedData },
  () => ({ "@context": recordContextOf(basePath) }),
);

export const getRecordSchema = constantFile(
  {
    id: "getRecordSchema",
    path: "/exchange/recordSchema",
    summary: "The format of a record file, as JSON Schema",
  },
  { name: "record-schema.json", mediaType: inJson },
  () => recordSchemaOf(basePath),
);

export const getCrosswalks = constantFile(
  {
    id: "getCrosswalks",
    path: "/exchange/crosswalks",
    summary: "The words of other bodies beside ours, with what is lost on the way",
  },
  { name: "crosswalks.json", mediaType: inJson },
  () => crosswalks,
);
