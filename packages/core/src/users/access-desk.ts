import type { Actor } from "../acting/actor.ts";
import type { Page, Paging } from "../read-models/paging.ts";
import type { Id, Instant } from "../source.ts";
import type { User } from "./user.ts";

/** `name` is exactly the user's, but for case and accents. */
export type UserFilter = { name?: readonly string[] };

export type TokenFilter = { user?: readonly Id[] };

/** A token as it can be shown, without its secret. */
export type ApiToken = Omit<Actor, "role"> & {
  /** Absent where it is a user's own, which has the user's roles. */
  role?: Actor["role"];
  /** Whose it is. */
  userId?: Id;
  acts?: readonly string[];
  prefix: string;
  createdAt: Instant;
  /** From this moment on it is not valid. */
  expiresAt?: Instant;
  /** To the minute. */
  lastUsedAt?: Instant;
  revokedAt?: Instant;
  version: number;
};

/** A token that was made. Its text is there once: a repeat of the request does not get it, because it is kept nowhere. */
export type MadeToken = { prefix: string; token?: string };

/** An address by which a user signs in once is made of this secret, until the moment it expires. As with a token, a repeat has none. */
export type MadeSignInLink = { secret?: string; expiresAt: Instant };

/** Where a user is signed in on the pages. */
export type UserSession = { createdAt: Instant; lastUsedAt: Instant; idleEndsAt: Instant; endsAt: Instant };

/** What was asked for, and the version that was read. */
type Change<Version> = { input?: unknown; expectedVersion?: Version | undefined };

/**
 * What can be done with users and tokens: by an admin all of it, by another user what is about the own tokens; those of others are not
 * there then. Inputs are as they were received; core's schemas parse them. Errors: missingPermission.
 */
export type AccessDesk<Version = number> = {
  users(filter: UserFilter, paging: Paging): Promise<Page<User>>;
  user(id: Id): Promise<User | undefined>;
  addUser(input: unknown): Promise<User>;
  changeUser(id: Id, change: Change<Version>): Promise<User>;
  /** The user leaves. */
  endUser(id: Id, change: Change<Version>): Promise<User>;
  /** A link by which the user signs in once. Errors: notFound; invalidStateTransition for who has left; invalidInput. */
  signInLink(id: Id, input?: unknown): Promise<MadeSignInLink>;
  sessions(id: Id): Promise<readonly UserSession[]>;
  /** The user is signed out everywhere, and links that were not used are void. Answers how many sessions ended. */
  endSessions(id: Id): Promise<number>;
  tokens(filter: TokenFilter, paging: Paging): Promise<Page<ApiToken>>;
  token(prefix: string): Promise<ApiToken | undefined>;
  createToken(input: unknown): Promise<MadeToken>;
  rotateToken(prefix: string, change: Change<Version>): Promise<MadeToken>;
  revokeToken(prefix: string, change: Change<Version>): Promise<void>;
};
