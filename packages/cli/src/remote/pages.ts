import { DomainError, type Id } from "@heed/core";
import type { Page, Paging } from "@heed/core/read-models/paging";
import type { Query, Service } from "./service.ts";

/** The most items that the service gives on a page. */
const longest = 1_000;

type Body<Item> = Page<Item> & { next?: string };

/**
 * A part of a list, with all that the list tells besides its items. Without a limit all pages are read. Errors: notFound, where
 * the list is of something that is not there.
 */
export async function listAt<Item, More extends object = object>(
  { read }: Service,
  path: string,
  query: Query,
  { limit, after, withTotal }: Paging,
  itemOf: (item: never) => Item = (item) => item,
  /** Whether totals are asked for by a parameter. */
  asksTotal = true,
): Promise<Page<Item> & More> {
  const items: Item[] = [];
  let cursor = after;
  for (;;) {
    const left = limit === undefined ? longest : limit - items.length;
    const answer = await read<Body<never> & More>(path, {
      ...query,
      pageSize: Math.min(Math.max(left, 1), longest),
      after: cursor,
      ...(asksTotal && withTotal && { withTotal: true }),
    });
    if (answer === undefined) throw new DomainError("notFound", `there is nothing at ${path}`);
    const { next, items: some, ...more } = answer.body;
    items.push(...some.slice(0, left).map(itemOf));
    cursor = next === undefined ? undefined : (new URL(next, "http://service").searchParams.get("after") ?? undefined);
    if (cursor === undefined || (limit !== undefined && items.length >= limit))
      return { ...more, items, ...(cursor !== undefined && { next: cursor }) } as unknown as Page<Item> & More;
  }
}

/** What names its follow-up by a link has its id instead. */
export function ofFollowUp<Item>({ followUp, ...item }: { followUp: { id: Id } }): Item {
  return { ...item, followUp: followUp.id } as Item;
}
