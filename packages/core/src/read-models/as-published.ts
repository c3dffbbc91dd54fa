import { withoutConfidential } from "../follow-up/entries/without-confidential.ts";
import type { FollowUpDetail } from "./follow-up-detail.ts";

/** A follow-up as a document for publication tells it: as everybody may read it, whoever asks for the document (R59, R60). */
export function asPublished(detail: FollowUpDetail): FollowUpDetail {
  const { entries } = detail.case;
  return { ...detail, case: { ...detail.case, entries: withoutConfidential(entries).visible } };
}
