import type { LocalizedText } from "../../localized-text.ts";
import type { DraftingRemark } from "../../read-models/drafting-remark.ts";
import { hasTime, textRemarks } from "../text-remarks.ts";
import type { ProposedRecommendation } from "./proposed-recommendation.ts";

/** What the words of a proposed recommendation leave to be looked at; what the record knows is asked once it is in a draft. */
export function proposalRemarks(proposed: ProposedRecommendation): readonly DraftingRemark[] {
  const { text, addressees, implementationDue } = proposed;
  return [
    ...(addressees.length === 0 ? [{ code: "noAddressee" } as const] : []),
    ...wordRemarks(text, implementationDue !== undefined),
  ];
}

/** The same of words alone. `isTimed`: there is a deadline of its own. */
export function wordRemarks(text: LocalizedText, isTimed: boolean): readonly DraftingRemark[] {
  return [...textRemarks(text), ...(isTimed || hasTime(text) ? [] : [{ code: "noTime" } as const])];
}
