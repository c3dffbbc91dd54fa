import type { Page, Paging } from "./paging.ts";

const rowsPerPage = 500;

/** All items of a list, page by page, so that a list of any length needs the memory of one. */
export async function* allPages<Item>(read: (paging: Paging) => Promise<Page<Item>>): AsyncGenerator<readonly Item[]> {
  let after: string | undefined;
  do {
    const page: Page<Item> = await read({ limit: rowsPerPage, ...(after !== undefined && { after }) });
    yield page.items;
    after = page.next;
  } while (after !== undefined);
}

/** The whole list in one read, where every page would be derived anew: what was known at a moment. */
export async function* atOnce<Item>(read: (paging: Paging) => Promise<Page<Item>>): AsyncGenerator<readonly Item[]> {
  yield (await read({})).items;
}
