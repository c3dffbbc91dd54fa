import { DomainError, dayOf } from "@heed/core";
import { parseInput } from "@heed/core/acting/parse-input";
import { NewToken } from "@heed/core/tokens/new-token";
import { ownToken, requireTokenOwner } from "@heed/core/tokens/own-token";
import { tokenId } from "@heed/core/tokens/token-id";
import { requireAdmin } from "@heed/core/users/require-admin";
import type { Database } from "../connection/sql.ts";
import { readUser } from "../tables/user-rows.ts";
import type { AccessActing, AccessDesk } from "./access-acting.ts";

/**
 * What is left of an admin's desk for another user: the own tokens. Errors: missingPermission for the rest, and for who is no user;
 * notFound for a token of somebody else.
 */
export function ownTokens(database: Database, { person, at, settings }: AccessActing, desk: AccessDesk): AccessDesk {
  const owner = async () => requireTokenOwner(person, await readUser(database, person.id));
  const own = async (prefix: string) => {
    const { id } = await owner();
    const token = await desk.token(prefix);
    return token?.userId === id ? token : undefined;
  };
  const requireOwn = async (prefix: string) => {
    if ((await own(prefix)) === undefined)
      throw new DomainError("notFound", `no token in use begins with ${tokenId(prefix)}`);
  };
  const forAdmins = async (): Promise<never> => {
    requireAdmin(person);
    throw new Error("an admin has the whole desk");
  };
  return {
    ...{ users: forAdmins, user: forAdmins, addUser: forAdmins, changeUser: forAdmins, endUser: forAdmins },
    ...{ signInLink: forAdmins, sessions: forAdmins, endSessions: forAdmins },
    async tokens({ user: asked }, paging) {
      const { id } = await owner();
      return desk.tokens({ user: asked === undefined || asked.includes(id) ? [id] : [] }, paging);
    },
    token: own,
    createToken: async (input) =>
      desk.createToken(ownToken(await owner(), parseInput(NewToken, input), dayOf(settings, at))),
    async rotateToken(prefix, change) {
      await requireOwn(prefix);
      return desk.rotateToken(prefix, change);
    },
    async revokeToken(prefix, change) {
      await requireOwn(prefix);
      return desk.revokeToken(prefix, change);
    },
  };
}
