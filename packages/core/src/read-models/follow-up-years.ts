import type { YearLevels } from "../follow-up/standing/year-levels.ts";

/** What was said about a follow-up, year by year, and what its source said, word for word. */
export type FollowUpYears = { years: readonly YearLevels[]; said: Readonly<Record<string, string>> };
