import type { Instant, Person, Settings } from "@heed/core";

/** Who reads drafts, and when. */
export type DraftReading = { person: Person; at: Instant; settings: Settings };
