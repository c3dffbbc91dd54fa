import type { ItemKindName } from "../collected-item/item-kinds.ts";
import type { Id } from "../source.ts";
import type { Day } from "../time/day.ts";

export type CollectedItemFilter = {
  kind?: readonly ItemKindName[];
  /** Who collects it. */
  issuingBody?: readonly Id[];
  /** As written, or by its key: its own only among what one body collects. */
  reference?: readonly string[];
  year?: readonly number[];
  theme?: readonly string[];
  /** Words that each begin a word of it. */
  q?: string;
  /** Whether it is confidential or withdrawn: not seen by everybody. */
  hidden?: boolean;
  /** What is about a person and was to be kept until before this day at the latest: somebody erases it. */
  toEraseOn?: Day;
};
