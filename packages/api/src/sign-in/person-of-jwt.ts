import { dayOf } from "@heed/core";
import { joinedRights } from "@heed/core/access/right";
import { presentRights, requireRights } from "@heed/core/users/present-rights";
import type { Identify } from "./identify.ts";
import { type ClaimedReads, personOfClaims } from "./person-of-claims.ts";
import type { SignInFile } from "./sign-in-file.ts";
import { verifiedClaims } from "./verified-claims.ts";

/**
 * Finds the person of a JSON Web Token of the issuer: the user who has its subject as an identity, or else who its claims
 * say. Undefined for a token that is not valid. Errors: those of claimedRights(). The answer's: missingPermission for who
 * has left or holds no role; a 503 when the issuer's keys cannot be read.
 */
export async function personOfJwt(file: SignInFile, among: ClaimedReads): Promise<Identify> {
  const claimsOf = verifiedClaims(file);
  const whoHas = await personOfClaims(file, among);
  return async (token, at) => {
    const claims = await claimsOf(token, at);
    const who = claims && (await whoHas(claims));
    if (who === undefined) return undefined;
    const { id, name, user, claimed } = who;
    const own = user === undefined ? [] : presentRights(user, dayOf(await among.reads.settings(), at));
    return requireRights({ id, name, rights: joinedRights([...own, ...claimed]) });
  };
}
