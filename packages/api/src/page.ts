import type { Page } from "@heed/core";
import { basePath } from "./base-path.ts";

/** The body of a list: `self` and `next` are the request's own address, with the cursor. */
export function pageBody<Item>(
  path: string,
  query: Record<string, unknown>,
  page: Page<Item>,
  present: (item: Item) => object,
): { self: string; items: object[]; pageSize?: number; total?: number; next?: string } {
  const { pageSize } = query;
  return {
    self: address(path, query),
    items: page.items.map(present),
    ...(typeof pageSize === "number" && { pageSize }),
    ...(page.total === undefined ? {} : { total: page.total }),
    ...(page.next === undefined ? {} : { next: address(path, { ...query, after: page.next }) }),
  };
}

function address(path: string, query: Record<string, unknown>): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined || value === false) continue;
    for (const each of Array.isArray(value) ? value : [value]) search.append(name, String(each));
  }
  const text = search.toString();
  return `${basePath}${path}${text === "" ? "" : `?${text}`}`;
}
