import type { RefDataList } from "@heed/core/ref-data/labels";
import type { MessageKey } from "../../language/message.ts";

/** How a property of an act's input is shown in a form. What it is, and whether it is needed, says the act's schema. */
export type Field = {
  name: string;
  label: MessageKey;
  hint?: MessageKey;
  /** The labels of its choices. */
  list?: RefDataList;
  /** What there is to choose from on a follow-up. */
  offered?: "requests" | "changes" | "successors" | "promises" | "claims" | "moves" | "answers";
  /** A text of one line. */
  line?: true;
  /** Only for who records it on behalf of the addressee. */
  onBehalf?: true;
  /** What an act refuses without, though its schema has it optional: it, or one of two. */
  asked?: "always" | "oneOfTwo";
  /** What to write instead, where the act refuses what was written by a rule of its own. */
  rule?: MessageKey;
};
