import type { Day } from "../time/day.ts";

/** Organizations that existed on a day: from their founding to the day before their dissolution. */
export type OrganizationFilter = { validOn?: Day };
