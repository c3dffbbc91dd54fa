import type { Person, Settings } from "@heed/core";
import type { KeyedRequest } from "@heed/store";

/** Who asks for something, when, and by which request. */
export type ActingAs = { person: Person; at: string; settings: Settings; request?: KeyedRequest };
