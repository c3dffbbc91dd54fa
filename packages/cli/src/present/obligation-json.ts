import { explain } from "@heed/core";
import type { ObligationItem } from "@heed/core/read-models/obligation-item";
import { obligationHead, obligationRow } from "@heed/core/read-models/obligation-table";
import { csvParts } from "@heed/files";
import { writeCsv } from "../process/write.ts";
import { followUpJson } from "./follow-up-json.ts";

/** The items of an answer, in batches. */
export type Items<Item extends ObligationItem = ObligationItem> =
  | AsyncIterable<readonly Item[]>
  | Iterable<readonly Item[]>;

export function obligationJson({ reasons, ...item }: ObligationItem, lang: string | undefined) {
  return {
    ...item,
    ...followUpJson(item, lang),
    reasons: reasons.map((reason) => ({ ...reason, text: explain(reason) })),
  };
}

export async function writeObligationCsv(items: Items, lang?: string): Promise<void> {
  for await (const part of csvParts(obligationHead, items, (item) => obligationRow(item, lang))) await writeCsv(part);
}
