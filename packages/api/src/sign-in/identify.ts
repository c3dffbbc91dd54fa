import type { Instant, Person } from "@heed/core";

/** Finds the person that a token belongs to at a moment; undefined when the token is not valid. */
export type Identify = (token: string, at: Instant) => Promise<Person | undefined>;
