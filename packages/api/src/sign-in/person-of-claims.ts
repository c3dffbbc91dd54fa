import { createHash } from "node:crypto";
import type { Person } from "@heed/core";
import type { Right } from "@heed/core/access/right";
import type { TrackerReads } from "@heed/core/read-models/tracker-store";
import { PersonName } from "@heed/core/text/bounded-text";
import type { User, UserIdentity } from "@heed/core/users/user";
import { claimedRights } from "./claimed-rights.ts";
import type { SignInFile } from "./sign-in-file.ts";
import type { Claims } from "./verified-claims.ts";

/** Who has some claims: a user of the register, or who the claims say; and what the claims give. */
export type Claimed = Pick<Person, "id" | "name"> & { user?: User; claimed: readonly Right[] };

export type ClaimedReads = { reads: TrackerReads; userOf: (identity: UserIdentity) => Promise<User | undefined> };

/** Finds who has some claims of the issuer; undefined where they make no name. Errors: those of claimedRights(). */
export async function personOfClaims(
  file: SignInFile,
  { reads, userOf }: ClaimedReads,
): Promise<(claims: Claims) => Promise<Claimed | undefined>> {
  const { issuer } = file;
  const given = await claimedRights(reads, file);
  return async (claims) => {
    const user = await userOf({ issuer, subject: claims.sub });
    const who = user ?? named(claims, issuer);
    if (who === undefined) return undefined;
    return { id: who.id, name: who.name, ...(user && { user }), claimed: await given(claims) };
  };
}

/** The subject and the issuer are in the name, so that nobody is taken for somebody else of the same name. */
function named({ sub, name: told }: Claims, issuer: string): Pick<Person, "id" | "name"> | undefined {
  const name = `${typeof told === "string" ? `${told} ` : ""}(${sub} at ${new URL(issuer).host})`;
  if (!PersonName.safeParse(name).success) return undefined;
  const digest = createHash("sha256").update(`${issuer}\n${sub}`).digest("hex");
  return { id: `oidc:${digest.slice(0, 32)}`, name };
}
