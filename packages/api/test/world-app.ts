import type { Database } from "@heed/store";
import { world } from "../../core/test/example-world.ts";
import { wasOpenedWith } from "../../store/test/describe-database.ts";
import { imported } from "../../store/test/importing.ts";
import { type AppOptions, createApp } from "../src/app.ts";
import { trackerOf } from "../src/tracker.ts";

/** The service on the example world, on 30 June 2015. */
export async function worldApp(database: Database, options: Partial<AppOptions> = {}) {
  if (!wasOpenedWith(world, database)) await imported(database, world);
  return readersApp(database, options);
}

/** The service on what the database has, on the same day, for readers who are not signed in. */
export function readersApp(database: Database, options: Partial<AppOptions> = {}) {
  return createApp({
    ...trackerOf(database),
    isUp: async () => true,
    now: () => new Date("2015-06-30T10:00:00+02:00"),
    ...options,
  });
}
