import { createHash } from "node:crypto";
import { dayOf, type Person } from "@heed/core";
import { joinedRights } from "@heed/core/access/right";
import type { TrackerReads } from "@heed/core/read-models/tracker-store";
import { PersonName } from "@heed/core/text/bounded-text";
import { presentRights, requireRights } from "@heed/core/users/present-rights";
import type { User, UserIdentity } from "@heed/core/users/user";
import type { Identify } from "../http/reader-of.ts";
import { claimedRights } from "./claimed-rights.ts";
import type { SignInFile } from "./sign-in-file.ts";
import { type Claims, verifiedClaims } from "./verified-claims.ts";

type Reads = { reads: TrackerReads; userOf: (identity: UserIdentity) => Promise<User | undefined> };

/**
 * Finds the person of a JSON Web Token of the issuer: the user who has its subject as an identity, or else who its claims
 * say. Undefined for a token that is not valid. Errors: those of claimedRights(). The answer's: missingPermission for who
 * has left or holds no role; a 503 when the issuer's keys cannot be read.
 */
export async function personOfJwt(file: SignInFile, { reads, userOf }: Reads): Promise<Identify> {
  const { issuer } = file;
  const claimsOf = verifiedClaims(file);
  const given = await claimedRights(reads, file);
  return async (token, at) => {
    const claims = await claimsOf(token, at);
    if (claims === undefined) return undefined;
    const user = await userOf({ issuer, subject: claims.sub });
    const who = user ?? claimed(claims, issuer);
    if (who === undefined) return undefined;
    const own = user === undefined ? [] : presentRights(user, dayOf(await reads.settings(), at));
    return requireRights({ id: who.id, name: who.name, rights: joinedRights([...own, ...(await given(claims))]) });
  };
}

/** The subject and the issuer are in the name, so that nobody is taken for somebody else of the same name. */
function claimed({ sub, name: told }: Claims, issuer: string): Pick<Person, "id" | "name"> | undefined {
  const name = `${typeof told === "string" ? `${told} ` : ""}(${sub} at ${new URL(issuer).host})`;
  if (!PersonName.safeParse(name).success) return undefined;
  const digest = createHash("sha256").update(`${issuer}\n${sub}`).digest("hex");
  return { id: `oidc:${digest.slice(0, 32)}`, name };
}
