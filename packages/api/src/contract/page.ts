import type { Page, Paging } from "@heed/core/read-models/paging";
import { basePath } from "./base-path.ts";
import { rowsByNumber } from "./parameters.ts";
import { badRequest, issueTypes, ProblemError } from "./problem.ts";

/** The part of a list that is asked for. */
type RequestedPage = { pageSize: number; page?: number | undefined; after?: string | undefined; withTotal?: boolean };

/**
 * The paging for a read. Errors: a 400 for a page beyond the first 10,000 rows, or for a page together with a cursor.
 */
export function pagingOf({ pageSize, page, after, withTotal }: RequestedPage): Paging {
  if (page !== undefined && after !== undefined)
    throw badPage(page, "either page or after: a cursor has its own place");
  if (page !== undefined && page * pageSize > rowsByNumber)
    throw badPage(
      page,
      `pages by number reach the first ${rowsByNumber} rows; beyond them follow \`next\`, or send its \`after\``,
    );
  return {
    limit: pageSize,
    ...(page !== undefined && { skip: (page - 1) * pageSize }),
    ...(after !== undefined && { after }),
    ...(withTotal !== undefined && { withTotal }),
  };
}

function badPage(page: number, detail: string): ProblemError {
  return new ProblemError(
    badRequest([{ type: issueTypes.invalidInput, in: "query", name: "page", value: String(page), detail }]),
  );
}

/**
 * The body of a list. `self`, `next` and `prev` are the request's own address with another place. A list that is read
 * by page numbers goes on by page number, and by cursor after the last numbered page.
 */
export function pageBody<Item, Shown extends object>(
  path: string,
  query: Record<string, unknown> & RequestedPage,
  { items, total, next }: Page<Item>,
  present: (item: Item) => Shown,
): { self: string; items: Shown[]; pageSize: number; page?: number; total?: number; next?: string; prev?: string } {
  const { pageSize, page } = query;
  const byNumber = (number: number) => address(path, { ...query, page: number });
  const byCursor = (after: string) => address(path, { ...query, page: undefined, after });
  const numbered = page !== undefined && (page + 1) * pageSize <= rowsByNumber;
  return {
    self: address(path, query),
    items: items.map(present),
    ...(page !== undefined && { page }),
    pageSize,
    ...(total === undefined ? {} : { total }),
    ...(page !== undefined && page > 1 && { prev: byNumber(page - 1) }),
    ...(next === undefined ? {} : { next: numbered ? byNumber(page + 1) : byCursor(next) }),
  };
}

/** The parameters whose absence means false; of the others, false asks for what is not so. */
const falseWhenAbsent = ["withTotal", "dueSoon"];

/** The address of a list with all that was asked for, below the base path. */
export function address(path: string, query: Record<string, unknown>): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined || (value === false && falseWhenAbsent.includes(name))) continue;
    for (const each of Array.isArray(value) ? value : [value]) search.append(name, String(each));
  }
  const text = search.toString();
  return `${basePath}${path}${text === "" ? "" : `?${text}`}`;
}
