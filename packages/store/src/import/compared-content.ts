import { plainValue } from "@heed/core/text/plain-text";
import { contentDigest } from "../tables/content-digest.ts";

/**
 * The digest of a content in plain form, so that another line end or another composition of an accent makes no
 * difference; and, where that differs, the digest of the content as given, which the first versions of Heed compared.
 */
export function digests(content: object): [plain: string, given: string | null] {
  const plain = contentDigest(plainValue(content));
  const given = contentDigest(content);
  return [plain, given === plain ? null : given];
}

/** The digest of what an entry says, without its place: a later file that says the same is recognized by it. */
export function saidDigest(entry: object): string {
  return contentDigest(plainValue({ ...entry, source: undefined }));
}

/** The digests by which earlier versions of Heed recognized a row, as one text; null when they are the present one. */
export function formerDigestsText(present: string, former: readonly (string | null)[]): string | null {
  return [...new Set(former)].filter((each) => each !== null && each !== present).join("") || null;
}

export function formerDigests(text: string | null): string[] {
  return text?.match(/.{64}/g) ?? [];
}
