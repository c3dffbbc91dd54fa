import type { ObligationItem } from "@heed/core/read-models/obligation-item";
import { sayIn } from "../messages/say.ts";
import { followUpJson } from "./follow-up-json.ts";

/** The items of an answer, in batches. */
export type Items<Item extends ObligationItem = ObligationItem> =
  | AsyncIterable<readonly Item[]>
  | Iterable<readonly Item[]>;

export function obligationJson({ reasons, ...item }: ObligationItem, lang: string | undefined) {
  const say = sayIn(lang);
  return {
    ...item,
    ...followUpJson(item, lang),
    reasons: reasons.map((reason) => ({ ...reason, text: say.reason(reason) })),
  };
}
