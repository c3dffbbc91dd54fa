import { z } from "zod";
import { CollectedItem } from "../collected-item/collected-item.ts";
import { Instant } from "../source.ts";

/** What an item said before a correction. */
export const FormerItem = z
  .strictObject({ ...CollectedItem.shape, replacedAt: Instant, replacedBy: z.string() })
  .meta({ id: "FormerCollectedItem", description: "What an item said before it was corrected or withdrawn." });
export type FormerItem = z.infer<typeof FormerItem>;

export const CollectedItemDetail = z
  .strictObject({
    item: CollectedItem,
    version: z.int().describe("The number of acts on it; a write names the version that it read."),
    formerVersions: z
      .array(FormerItem)
      .readonly()
      .describe("The oldest first; only for who keeps the body's record, because a former version may name somebody."),
  })
  .meta({ id: "CollectedItemDetail", description: "Something that a body collects." });
export type CollectedItemDetail = z.infer<typeof CollectedItemDetail>;
