import type { LocalizedText } from "../localized-text.ts";
import type { Id } from "../source.ts";

/** A recommendation that is only proposed, as far as remarks on it are asked for. */
export type ProposalAsked = {
  text: LocalizedText;
  /** It has a deadline of its own. */
  isTimed: boolean;
  /** Somebody is named who should act, known to the record or not. */
  isAddressed: boolean;
  /** The addressees that the record knows. */
  addressees: readonly Id[];
  /** Those of the report that it would belong to. */
  authenticLanguages: readonly string[];
};
