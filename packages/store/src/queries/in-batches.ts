import type { Page, Paging } from "@heed/core/read-models/paging";

/** Few enough that they can be released before the next ones are read. */
const itemsPerRead = 250;

/** A whole list in order, page by page: each page is read after the one before was taken, so memory is bounded. */
export async function* inBatches<Item>(
  read: (paging: Paging) => Promise<Page<Item>>,
  limit = itemsPerRead,
): AsyncIterable<readonly Item[]> {
  let after: string | undefined;
  do {
    const { items, next } = await read({ limit, ...(after !== undefined && { after }) });
    yield items;
    after = next;
  } while (after !== undefined);
}
