import { createHash } from "node:crypto";

/** JSON with sorted keys and without absent values: the same text for the same content. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_, each: unknown) => {
    if (each === null || typeof each !== "object" || Array.isArray(each)) return each;
    return Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}

/** SHA-256 as 64 hexadecimal digits. */
export function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

/** The digest of a content: the same for the same values, in whatever order its keys stand. */
export function contentDigest(value: unknown): string {
  return sha256(canonicalJson(value));
}
