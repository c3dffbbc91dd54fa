import { DomainError } from "@heed/core";
import type { EvidenceFile } from "@heed/core/follow-up/entries/evidence-file";
import { evidenceTypeOf } from "./evidence-type.ts";
import { scanFile, scannerAddress } from "./virus-scanner.ts";

export type Inspect = (path: string, name: string, told?: string) => Promise<EvidenceFile["mediaType"]>;

/**
 * How files that come in are inspected: their type, whether it is what was told, and what a virus scanner says where there is
 * one. Errors: invalidInput for the address of the scanner; then those of evidenceTypeOf() and scanFile().
 */
export function inspectionWith(scanner: string | undefined): Inspect {
  const address = scanner === undefined ? undefined : scannerAddress(scanner);
  return async (path, name, told) => {
    const mediaType = await evidenceTypeOf(path, name);
    if (told !== undefined && told !== mediaType)
      throw new DomainError("invalidInput", "the file is not taken as evidence", [
        { name: "Content-Type", value: told, detail: `by its content it is ${mediaType}` },
      ]);
    if (address !== undefined) await scanFile(path, name, address);
    return mediaType;
  };
}
