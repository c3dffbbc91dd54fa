import { DomainError } from "@heed/core";
import { Digest } from "@heed/core/digest";
import type { EvidenceFiles } from "../acting/evidence-files.ts";
import type { Service } from "./service.ts";

/** The bytes of evidence at a service, which takes whole digests. */
export function remoteFiles(service: Service): EvidenceFiles {
  return {
    async digestsBeginning(text) {
      if (Digest.safeParse(text).success) return [text];
      throw new DomainError(
        "invalidInput",
        "a service finds a file by its whole digest, of 64 signs: heed follow-up show --format json tells it",
      );
    },
    open: (digest) => service.open(`/files/${encodeURIComponent(digest)}/content`),
  };
}
