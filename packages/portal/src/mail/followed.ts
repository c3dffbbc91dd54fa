import type { FollowedKind } from "@heed/core/followers/follower";
import type { Query } from "../address/query.ts";

/** Something that is followed, by what names it in a list's filter. */
export type Followed = { kind: FollowedKind; topic: string; name: string; filter: Query };
