import { plainValue } from "@heed/core";
import { contentDigest } from "../audit/content-digest.ts";

/**
 * The digest of a content in its plain form, so that another line end or an accent that is composed otherwise is no other content;
 * and, where that differs, the digest of the content as given, which is what was compared in the first files.
 */
export function digests(content: object): [plain: string, given: string | null] {
  const plain = contentDigest(plainValue(content));
  const given = contentDigest(content);
  return [plain, given === plain ? null : given];
}

/** What an entry says, wherever it stands: by it a later file is seen to say the same. */
export function saidDigest(entry: object): string {
  return contentDigest(plainValue({ ...entry, source: undefined }));
}
