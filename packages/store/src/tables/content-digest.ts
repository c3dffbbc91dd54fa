import { createHash } from "node:crypto";
import { canonical } from "@heed/core/canonical";

/** SHA-256 as 64 hexadecimal digits. */
export function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

/** The digest of a content: the same for the same values, whatever the order of the keys. */
export function contentDigest(value: unknown): string {
  return sha256(canonical(value));
}
