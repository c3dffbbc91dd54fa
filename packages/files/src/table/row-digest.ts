import { createHash } from "node:crypto";
import { plainText } from "@heed/core/text/plain-text";

/**
 * SHA-256 of a row's cells, in hexadecimal. Cells with the same text give the same digest, whatever the form of their
 * characters.
 */
export function rowDigest(cells: readonly string[]): string {
  return createHash("sha256")
    .update(JSON.stringify(cells.map(plainText)))
    .digest("hex");
}
