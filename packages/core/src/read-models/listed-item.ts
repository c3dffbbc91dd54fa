import type { CollectedItem } from "../collected-item/collected-item.ts";
import type { LocalizedText } from "../localized-text.ts";

/** An item as a list has it, with the name and the code of its body. */
export type ListedItem = CollectedItem & { issuingBodyName: LocalizedText; issuingBodyCode: string };
