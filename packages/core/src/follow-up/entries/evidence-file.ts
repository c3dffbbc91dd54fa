import { z } from "zod";
import { Digest } from "../../digest.ts";
import { FileName } from "../../text/file-name.ts";

/** What a file of evidence may be, by the ending of its name; other endings of the same type stand in its row. */
export const evidenceFileTypes = {
  pdf: { mediaType: "application/pdf", endings: ["pdf"] },
  docx: {
    mediaType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    endings: ["docx"],
  },
  xlsx: { mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", endings: ["xlsx"] },
  odt: { mediaType: "application/vnd.oasis.opendocument.text", endings: ["odt"] },
  png: { mediaType: "image/png", endings: ["png"] },
  jpeg: { mediaType: "image/jpeg", endings: ["jpg", "jpeg"] },
  txt: { mediaType: "text/plain", endings: ["txt"] },
  eml: { mediaType: "message/rfc822", endings: ["eml"] },
} as const;
export type EvidenceFileType = keyof typeof evidenceFileTypes;

export const EvidenceMediaType = z.enum(Object.values(evidenceFileTypes).map(({ mediaType }) => mediaType));

/** A file, known by its digest: the same bytes are kept once. */
export const EvidenceFile = z
  .strictObject({
    digest: Digest.describe("SHA-256 of its bytes, by which it is downloaded."),
    name: FileName,
    mediaType: EvidenceMediaType.describe("By its content."),
    size: z.int().min(1).describe("In bytes."),
  })
  .meta({ id: "EvidenceFile", description: "A file of evidence." });
export type EvidenceFile = z.infer<typeof EvidenceFile>;

/** The type that the ending of a name promises; undefined where it is none of these. */
export function typeOfName(name: string): EvidenceFileType | undefined {
  const ending = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? "";
  return (Object.keys(evidenceFileTypes) as EvidenceFileType[]).find((type) =>
    (evidenceFileTypes[type].endings as readonly string[]).includes(ending),
  );
}
