import type { Page, Paging } from "./paging.ts";

/** Few enough that they can be released before the next ones are read. */
const itemsPerRead = 250;

/** A whole list in order, page by page: each page is read after the one before was taken, so memory is bounded. */
export async function* allPages<Item>(
  read: (paging: Paging) => Promise<Page<Item>>,
  limit = itemsPerRead,
): AsyncGenerator<readonly Item[]> {
  let after: string | undefined;
  do {
    const page: Page<Item> = await read({ limit, ...(after !== undefined && { after }) });
    yield page.items;
    after = page.next;
  } while (after !== undefined);
}

/** All items of a list, in memory: for what is few by its nature, such as the sections of a report. */
export async function allItems<Item>(read: (paging: Paging) => Promise<Page<Item>>): Promise<Item[]> {
  const all: Item[] = [];
  for await (const items of allPages(read)) all.push(...items);
  return all;
}

/** A whole list; as it was known at a moment in one read, because every page would be derived anew. */
export function wholeList<Item>(
  read: (paging: Paging) => Promise<Page<Item>>,
  knownAt: string | undefined,
): AsyncGenerator<readonly Item[]> {
  return knownAt === undefined ? allPages(read) : atOnce(read);
}

async function* atOnce<Item>(read: (paging: Paging) => Promise<Page<Item>>): AsyncGenerator<readonly Item[]> {
  yield (await read({})).items;
}
