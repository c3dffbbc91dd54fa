import type { LocalizedText } from "../../localized-text.ts";
import type { DraftingRemark } from "../../read-models/drafting-remark.ts";
import { hasTime, textRemarks } from "../text-remarks.ts";

/**
 * What the words of a proposed recommendation leave to be looked at; what the record knows is asked once it is in a draft. `isTimed`: there
 * is a deadline of its own.
 */
export function wordRemarks(text: LocalizedText, isTimed: boolean): readonly DraftingRemark[] {
  return [...textRemarks(text), ...(isTimed || hasTime(text) ? [] : [{ code: "noTime" } as const])];
}
