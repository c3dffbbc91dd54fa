import type { Id } from "../source.ts";
import type { ActionRole } from "./action-rule.ts";

/**
 * Who acts, in a role: a respondent for one or more organizations, an editor or assessor for the issuing bodies in
 * `organizations`, or for all of them when it is empty. The id identifies an actor; the name is for people to read.
 */
export type Actor = { id: Id; name: string; role: ActionRole; organizations: readonly Id[] };
