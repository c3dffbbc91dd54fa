/**
 * Which part of a list is wanted: `after` is the `next` cursor of the page before, `skip` leaves out a number of rows.
 * Without a limit: all rows.
 */
export type Paging = { limit?: number; after?: string; skip?: number; withTotal?: boolean };

export type Page<Item> = { items: readonly Item[]; total?: number; next?: string };
