import { createHash } from "node:crypto";
import { plainText } from "@heed/core";

/** SHA-256 of a row's cells, in hexadecimal: the same for cells that are the same text, however they are written. */
export function rowDigest(cells: readonly string[]): string {
  return createHash("sha256")
    .update(JSON.stringify(cells.map(plainText)))
    .digest("hex");
}
