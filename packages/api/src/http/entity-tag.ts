import { createHash } from "node:crypto";
import type { Reader } from "@heed/core";

/**
 * A strong entity tag (decision 20): a digest of what is shown, its media type and the kind of reader. What may be compared by
 * If-Match stands before it: the visible version alone.
 */
export function entityTag(body: string, mediaType: string, reader: Reader, version: number | undefined): string {
  const digest = createHash("sha256").update(`${mediaType}\n${reader.role}\n${body}`).digest("hex").slice(0, 32);
  return `"${version === undefined ? "" : `${version}.`}${digest}"`;
}

/** Whether If-None-Match names the tag; a weak one counts too (RFC 9110, 13.1.2). */
export function isKnown(header: string | undefined, tag: string): boolean {
  if (header === undefined) return false;
  return header.split(",").some((each) => each.trim().replace(/^W\//, "") === tag || each.trim() === "*");
}

/** The version that If-Match names: the part of our tag before the dot (decision 20). */
export function versionIn(header: string | undefined): number | undefined {
  const version = /^"(\d{1,15})(?:\.[0-9a-f]+)?"$/.exec(header?.trim() ?? "")?.[1];
  return version === undefined ? undefined : Number(version);
}
