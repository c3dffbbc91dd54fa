// Writes one document and ends: the service answers meanwhile, the memory of a long document ends with it, and a fault of the
// native part ends no more than this.
import { isRefusal } from "@heed/core/domain-error";
import { type DocumentNews, type DocumentOrder, writers } from "./document-order.ts";
import { endWithParent } from "./end-with-parent.ts";

endWithParent();
process.once("message", async (order: DocumentOrder) => {
  const told = await newsOf(order);
  process.send?.(told, () => process.disconnect());
});

async function newsOf({ document, format, template }: DocumentOrder): Promise<DocumentNews> {
  try {
    return { bytes: await writers[format](document, template) };
  } catch (error) {
    if (isRefusal(error)) return { refused: error.message };
    return { fault: error instanceof Error ? error.message : String(error) };
  }
}
