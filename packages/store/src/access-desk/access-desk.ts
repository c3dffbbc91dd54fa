import { type Day, DomainError, dayOf, type Id } from "@heed/core";
import { parseInput } from "@heed/core/acting/parse-input";
import { NewToken, requireOneHolder, TokenRotation } from "@heed/core/tokens/new-token";
import { tokenExpiry } from "@heed/core/tokens/token-expiry";
import type { MadeToken } from "@heed/core/users/access-desk";
import { UserDeparture } from "@heed/core/users/change-user";
import { isAdmin } from "@heed/core/users/require-admin";
import { NewSignInLink } from "@heed/core/users/sign-in-link";
import type { Database } from "../connection/sql.ts";
import type { ExpectedVersion } from "../entries/expected-version.ts";
import { momentAfter } from "../moment-after.ts";
import { requireOrganizations } from "../organizations/require-organizations.ts";
import { endSessionsOf, sessionsOf } from "../sessions/sessions.ts";
import { linkTime, makeSignInLink } from "../sessions/sign-in-links.ts";
import { readUser } from "../tables/user-rows.ts";
import { makeRotatedToken, makeToken, makeUserToken, revokeToken } from "../tokens/keep-tokens.ts";
import { addUser, endUser, reviseUser } from "../users/keep-users.ts";
import type { AccessActing, AccessDesk } from "./access-acting.ts";
import { ownTokens } from "./own-tokens.ts";
import { readTokenOf, readTokensPage, readUsersPage } from "./read-access.ts";

/** What was asked for, and the version that was read. */
type Change = { input?: unknown; expectedVersion?: ExpectedVersion | undefined };

/** Users and all tokens for an admin, and for another user the own tokens. Errors: missingPermission for who is neither, when used. */
export function accessDesk(database: Database, acting: AccessActing): AccessDesk {
  const desk = adminsDesk(database, acting);
  return isAdmin(acting.person) ? desk : ownTokens(database, acting, desk);
}

function adminsDesk(database: Database, acting: AccessActing): AccessDesk {
  const { person, at, settings, systemUser, newId, request } = acting;
  const today: Day = dayOf(settings, at);
  const by = { actor: person.name, systemUser };
  const once = request && { person: person.id, request, at };
  const keeping = ({ expectedVersion }: Change = {}) => ({ at, today, newId, by, expectedVersion, once });
  const managing = ({ expectedVersion }: Change = {}) => ({ ...by, expectedVersion, once });
  const expiryOf = (last: Day | undefined) => {
    const expiresAt = tokenExpiry({ settings, today, at }, last, "expiresOn");
    return expiresAt === undefined ? {} : { expiresAt };
  };
  return {
    users: (filter, paging) => readUsersPage(database, filter, paging),
    user: (id) => readUser(database, id),
    addUser: (input) => addUser(database, input, keeping()),
    changeUser: (id, change) => reviseUser(database, id, change.input, keeping(change)),
    endUser: async (id, change) => {
      const { on = today } = parseInput(UserDeparture, change.input);
      return endUser(database, id, on, keeping(change));
    },
    signInLink: async (id, input = {}) => {
      const { expiresAt = momentAfter(at, linkTime) } = parseInput(NewSignInLink, input);
      return makeSignInLink(database, { user: id, expiresAt }, { at, today, by, once });
    },
    sessions: (id) => sessionsOf(database, id, at),
    endSessions: (id) => endSessionsOf(database, id),
    tokens: (filter, paging) => readTokensPage(database, filter, paging),
    token: (prefix) => readTokenOf(database, prefix),
    createToken: async (input) => {
      const given = parseInput(NewToken, input);
      requireOneHolder(given);
      const { user, name = "", role, organizations, acts, expiresOn } = given;
      if (role === "respondent" && organizations.length === 0)
        throw new DomainError("invalidInput", "a respondent answers for an organization", [
          { name: "organizations", detail: "name at least one" },
        ]);
      await requireOrganizations(
        database,
        organizations.map((each, place) => ({ name: `organizations.${place}`, id: each })),
      );
      const limits = { ...expiryOf(expiresOn), ...(acts && { acts }) };
      return role === undefined
        ? ofUser(makeUserToken(database, { user: user ?? "", organizations, ...limits }, at, managing()), user)
        : makeToken(database, { name, role, organizations, ...limits }, at, managing());
    },
    rotateToken: async (prefix, change) => {
      const { keepUntil, expiresOn } = parseInput(TokenRotation, change.input);
      const limits = { ...expiryOf(expiresOn), ...(keepUntil && { keepUntil }) };
      return makeRotatedToken(database, prefix, limits, at, managing(change));
    },
    revokeToken: (prefix, change) => revokeToken(database, prefix, at, managing(change)),
  };
}

/** The user is named in the body: that there is none is a fault of it. */
async function ofUser(made: Promise<MadeToken>, user: Id | undefined): Promise<MadeToken> {
  try {
    return await made;
  } catch (error) {
    if (error instanceof DomainError && error.code === "notFound" && user !== undefined)
      throw new DomainError("invalidInput", error.message, [
        { name: "user", value: user, detail: "no user has this id" },
      ]);
    throw error;
  }
}
